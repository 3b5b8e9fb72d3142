/**
 * A stand-in for `pulumi-language-nodejs`, the language host that a released CLI ships beside itself: it starts
 * the runners of the program's own SDK and nothing else. The engine's address is the last argument; the port
 * goes to stdout.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { LanguageRuntimeService } from "@pulumi/pulumi/proto/language_grpc_pb";
import * as language from "@pulumi/pulumi/proto/language_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";

type Options = Readonly<Record<string, unknown>>;
type Unary<Q, R> = (call: { request: Q }, reply: (error: null, response: R) => void) => void;

/** With this exit code a program says that its error has been shown already. */
const errorAlreadyShown = 32;

const engine = process.argv.at(-1) ?? "";
const children = new Set<ChildProcess>();

/** The entry point of the SDK that the program itself has installed. */
function sdkRunner(name: string, folder: string): string {
  return createRequire(join(folder, "index.js")).resolve(`@pulumi/pulumi/cmd/${name}`);
}

/** What `runtime.options` of a project or a pack means to Node.js: its arguments and its environment. */
function runtimeOptions(options: Options): { nodeArguments: string[]; environment: Record<string, string> } {
  const { typescript = true, tsconfig, nodeargs } = options;
  return {
    nodeArguments: typeof nodeargs === "string" ? nodeargs.split(/\s+/).filter((word) => word !== "") : [],
    environment: {
      ...(typescript === false ? {} : { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      ...(typeof tsconfig === "string" ? { PULUMI_NODEJS_TSCONFIG_PATH: tsconfig } : {}),
    },
  };
}

function start(args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv, stdio: "inherit" | "pipe"): ChildProcess {
  const child = spawn(process.execPath, args, { cwd, env: environment, stdio: ["ignore", stdio, stdio] });
  children.add(child);
  child.on("close", () => children.delete(child));
  return child;
}

const optionsOf = (info: language.ProgramInfo | undefined): Options => info?.getOptions()?.toJavaScript() ?? {};

const run: Unary<language.RunRequest, language.RunResponse> = ({ request }, reply) => {
  const info = request.getInfo();
  const { nodeArguments, environment } = runtimeOptions(optionsOf(info));
  const folder = info?.getProgramDirectory() ?? request.getPwd();
  const flags = {
    monitor: request.getMonitorAddress(),
    engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    stack: request.getStack(),
    pwd: request.getPwd(),
    parallel: String(request.getParallel()),
    "root-directory": info?.getRootDirectory() ?? folder,
  };
  const child = start(
    [
      ...nodeArguments,
      sdkRunner("run", folder),
      ...Object.entries(flags).map(([name, value]) => `--${name}=${value}`),
      ...(request.getDryrun() ? ["--dry-run"] : []),
      info?.getEntryPoint() ?? ".",
      ...request.getArgsList(),
    ],
    request.getPwd(),
    {
      ...process.env,
      ...environment,
      PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toArray())),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    },
    "inherit",
  );
  child.on("close", (code) => {
    const response = new language.RunResponse();
    if (code === errorAlreadyShown) response.setBail(true);
    else if (code !== 0) response.setError(`Program exited with non-zero exit code: ${code}`);
    reply(null, response);
  });
};

function runPlugin(call: grpc.ServerWritableStream<language.RunPluginRequest, language.RunPluginResponse>): void {
  const { request } = call;
  const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
  const runner = request.getKind() === "analyzer" ? "run-policy-pack" : "run-plugin";
  const { nodeArguments, environment } = runtimeOptions(optionsOf(request.getInfo()));
  const given = Object.fromEntries(
    request.getEnvList().map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
  const args = [...nodeArguments, sdkRunner(runner, folder), ...request.getArgsList(), folder];
  const child = start(args, folder, { ...given, ...environment }, "pipe");
  const send = (fill: (response: language.RunPluginResponse) => unknown): void => {
    const response = new language.RunPluginResponse();
    fill(response);
    call.write(response);
  };
  child.stdout?.on("data", (text: Buffer) => send((response) => response.setStdout(text)));
  child.stderr?.on("data", (text: Buffer) => send((response) => response.setStderr(text)));
  child.on("close", (code) => {
    send((response) => response.setExitcode(code ?? 1));
    call.end();
  });
  call.on("cancelled", () => child.kill());
}

const answer =
  <R>(make: () => R): Unary<unknown, R> =>
  (_call, reply) =>
    reply(null, make());

function end(): void {
  for (const child of children) child.kill();
  process.exit(0);
}
process.on("SIGTERM", end);
process.on("SIGINT", end);

const server = new grpc.Server({ "grpc.max_receive_message_length": 2 ** 29 });
server.addService(LanguageRuntimeService, {
  handshake: answer(() => new language.LanguageHandshakeResponse()),
  getRequiredPackages: answer(() => new language.GetRequiredPackagesResponse()),
  getRequiredPlugins: answer(() => new language.GetRequiredPluginsResponse()),
  getPluginInfo: answer(() => new PluginInfo().setVersion("0.0.0")),
  installDependencies: (call: { end(): void }) => call.end(),
  cancel: answer(() => new Empty()),
  run,
  runPlugin,
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  console.log(port);
});
