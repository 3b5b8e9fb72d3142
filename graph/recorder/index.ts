import { Server, ServerCredentials } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import type { ResourceGraph } from "../resource-graph";
import { RecordingEngine } from "./engine";
import { RecordingError, type Said } from "./errors";
import { RecordingMonitor } from "./monitor";
import { runProgram, type Ending } from "./program";
import { readProject, type Project } from "./project";
import { briefly } from "./thrown";

export { RecordingError, type Message, type Output, type RecordingFailure, type Said } from "./errors";

export interface RecordingRequest {
  /** The folder of `Pulumi.yaml`. */
  readonly program: string;
  readonly stack: string;
  /** Instead of `Pulumi.<stack>.yaml`. */
  readonly configFile?: string;
  /** How long the program may take. Default: 300. */
  readonly timeoutSeconds?: number;
  /** Called after each registration with the number of resources so far. */
  readonly onProgress?: (resources: number) => void;
  /** Ends the program early. */
  readonly signal?: AbortSignal;
}

export interface Recording extends Said {
  readonly graph: ResourceGraph;
  /** Tokens of functions that the program called and that only the cloud can answer: their results are unknown. */
  readonly unanswered: readonly string[];
}

/**
 * Runs a Pulumi program for Node.js as a first preview would, without engine, plugins, login, credentials or network,
 * and returns the resources that it registers.
 * @throws RecordingError
 */
export async function record(request: RecordingRequest): Promise<Recording> {
  const project = readProject(request.program, request.stack, request.configFile);
  const refusal = new AbortController();
  const monitor = new RecordingMonitor({ ...project, project: project.name }, region(project), {
    registered: request.onProgress ?? (() => undefined),
    refused: () => refusal.abort(),
  });
  const engine = new RecordingEngine();
  const server = await serve(monitor, engine);
  try {
    const timeoutSeconds = request.timeoutSeconds ?? 300;
    const ending = await runProgram(project, {
      address: server.address,
      timeLimit: timeoutSeconds * 1000,
      signal: AbortSignal.any([refusal.signal, ...(request.signal ? [request.signal] : [])]),
    });
    const said: Said = { messages: engine.messages, output: ending.output };
    checkEnding(ending, monitor, said, timeoutSeconds, project.root);
    return { graph: monitor.graph(), unanswered: monitor.unansweredInvokes, ...said };
  } finally {
    monitor.close();
    server.close();
  }
}

/** As the AWS provider finds it: configuration first, then the environment. */
const region = ({ config }: Project): string | undefined =>
  config.values["aws:region"] ?? process.env["AWS_REGION"] ?? process.env["AWS_DEFAULT_REGION"];

/** Resources of real programs pass the 4 MiB that gRPC allows by default; the engine takes 400 MiB. */
const messageBound = 400 * 1024 * 1024;

async function serve(monitor: RecordingMonitor, engine: RecordingEngine): Promise<{ address: string; close(): void }> {
  const server = new Server({
    "grpc.max_receive_message_length": messageBound,
    "grpc.max_send_message_length": messageBound,
    "grpc.enable_channelz": 0,
  });
  server.addService(ResourceMonitorService, monitor.service());
  server.addService(EngineService, engine.service());
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    ),
  );
  return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}

function checkEnding(ending: Ending, monitor: RecordingMonitor, said: Said, timeoutSeconds: number, root: string): void {
  const soFar = `after ${monitor.count} ${monitor.count === 1 ? "resource" : "resources"}`;
  if (monitor.faults.length > 0) throw new RecordingError("program", monitor.faults.join("\n"), said);
  if (ending.reason === "time limit") {
    throw new RecordingError("timeout", `The program did not end within ${timeoutSeconds} s; it was ended ${soFar}.`, said);
  }
  if (ending.reason === "aborted")
    throw new RecordingError("timeout", `The program was ended ${soFar}, because the preview was interrupted.`, said);
  const errors = loggedErrors(said);
  if (ending.code !== 0 || errors.length > 0) {
    const how = ending.signal === undefined ? `ended with exit code ${ending.code ?? "?"}` : `was ended by ${ending.signal}`;
    throw new RecordingError(
      "program",
      errors.length > 0 ? errors.map((text) => briefly(text, root)).join("\n") : `The program ${how} ${soFar}.`,
      said,
    );
  }
  if (!monitor.finished) {
    throw new RecordingError(
      "program",
      `The program ended in the middle, ${soFar}: it called process.exit, or something that it awaits never comes.`,
      said,
    );
  }
}

const loggedErrors = ({ messages }: Said): string[] => messages.filter(({ severity }) => severity === "error").map(({ text }) => text);
