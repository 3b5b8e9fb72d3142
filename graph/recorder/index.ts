import { Server, ServerCredentials } from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import type { ResourceGraph } from "../resource-graph";
import { RecordingEngine } from "./engine";
import type { Said } from "./errors";
import { RecordingMonitor } from "./monitor";
import { runProgram } from "./program";
import { readProject, type Project } from "./project";
import { checkWhole } from "./whole";

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
    checkWhole({ project, monitor, ending, said, timeoutSeconds });
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
