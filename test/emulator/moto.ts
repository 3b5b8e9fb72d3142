import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** A running emulator of AWS, which only this machine can reach. */
export interface Running {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Seconds that it may take to start, on a machine that is busy with other tests. */
const patience = 60;

/** It chooses a free port itself and says which. */
export async function startMoto(path: string): Promise<Running> {
  const child = spawn(path, ["-H", "127.0.0.1", "-p", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, PYTHONUNBUFFERED: "1" },
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  };
  try {
    return { address: await addressOf(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`The emulator did not start within ${patience} s: ${said}`)), patience * 1000);
    child.once("error", (error) => {
      clearTimeout(late);
      reject(error);
    });
    child.once("exit", () => {
      clearTimeout(late);
      reject(new Error(`The emulator ended: ${said}`));
    });
    // Goes on reading what it says of each request, so that its pipe never fills.
    child.stderr?.on("data", (chunk: Buffer) => {
      if (said.length < 10_000) said += chunk.toString();
      const address = /Running on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}
