import { spawn } from "node:child_process";

/**
 * Runs a Node.js script to its end.
 *
 * @param {string[]} args The script and its arguments.
 * @param {number} limit Seconds after which it is ended.
 * @returns {Promise<{ ok: boolean, output: string, seconds: number }>} `output` is all that it printed.
 */
export function run(args, limit) {
  const started = performance.now();
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const printed = [];
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, limit * 1000);
  child.stdout.on("data", (data) => printed.push(data));
  child.stderr.on("data", (data) => printed.push(data));
  return new Promise((resolve) => {
    const end = (ok, last) => {
      clearTimeout(timer);
      resolve({ ok, output: Buffer.concat(printed).toString() + last, seconds: (performance.now() - started) / 1000 });
    };
    child.on("error", (error) => end(false, `${error.message}\n`));
    child.on("close", (code, signal) => {
      if (late) end(false, `Ended after ${limit} s, the limit of this step.\n`);
      else if (code === 0) end(true, "");
      else end(false, signal ? `Ended by ${signal}.\n` : `Exit code ${code}.\n`);
    });
  });
}
