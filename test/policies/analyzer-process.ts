import { spawn, type ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

import { AssetValue, ReferenceValue, SecretValue, UnknownValue, type Resource, type Value } from "../../graph";
import { unknownSentinel } from "../../graph/wire";
import { analyzeRequest, analyzeStackRequest, type Registered } from "../graph/sources/analyzer";

const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
/** What stands in every secret that the tests send. */
export const plainText = "correct-horse";

/** What a pack says of a stack: level, rule, the resource's name and the message. */
export type Said = readonly [level: "mandatory" | "advisory", rule: string, resource: string, message: string];

/** A pack as the language host starts it, and the engine's side of the conversation. */
export class PackProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly client: AnalyzerClient,
  ) {}

  /** Resolves the runner from the pack's own folder, as `pulumi-language-nodejs` does. */
  static async start(folder: string): Promise<PackProcess> {
    const runner = createRequire(join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const child = spawn(process.execPath, [runner, "127.0.0.1:1", folder], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
    const [port] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
    return new PackProcess(child, new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure()));
  }

  async end(): Promise<void> {
    this.client.close();
    this.child.kill();
    await once(this.child, "exit");
  }

  info = (): Promise<analyzer.AnalyzerInfo> => call((reply) => this.client.getAnalyzerInfo(new Empty(), reply));

  async configure(
    rule: string,
    properties: Parameters<typeof Struct.fromJavaScript>[0],
    level = analyzer.EnforcementLevel.MANDATORY,
  ): Promise<void> {
    const request = new analyzer.ConfigureAnalyzerRequest();
    const config = new analyzer.PolicyConfig();
    config.setEnforcementlevel(level);
    config.setProperties(Struct.fromJavaScript(properties));
    request.getPolicyconfigMap().set(rule, config);
    await call<Empty>((reply) => this.client.configure(request, reply));
  }

  async remediate(resource: Resource): Promise<number> {
    const { urn, type, name, inputs } = resource;
    const request = new analyzer.AnalyzeRequest();
    request.setUrn(urn);
    request.setType(type);
    request.setName(name);
    request.setProperties(analyzeRequest(registered({ ...resource, inputs })).getProperties());
    request.setOptions(new analyzer.AnalyzerResourceOptions());
    const response = await call<analyzer.RemediateResponse>((reply) => this.client.remediate(request, reply));
    return response.getRemediationsList().length;
  }

  /** Every resource on its own and then the stack, in the engine's order. */
  async judge(resources: readonly Resource[]): Promise<Said[]> {
    const shown = resources.map(registered);
    const answers: analyzer.AnalyzeResponse[] = [];
    for (const resource of shown) answers.push(await call((reply) => this.client.analyze(analyzeRequest(resource), reply)));
    answers.push(await call((reply) => this.client.analyzeStack(analyzeStackRequest(shown), reply)));
    return answers.flatMap((answer) => answer.getDiagnosticsList().map(said));
  }
}

const levels: Readonly<Record<number, Said[0]>> = {
  [analyzer.EnforcementLevel.ADVISORY]: "advisory",
  [analyzer.EnforcementLevel.MANDATORY]: "mandatory",
};

export const said = (diagnostic: analyzer.AnalyzeDiagnostic): Said => [
  levels[diagnostic.getEnforcementlevel()] ?? "advisory",
  diagnostic.getPolicyname(),
  diagnostic.getUrn().split("::").at(-1) ?? "",
  diagnostic.getMessage(),
];

/** As the engine sends it on a first preview, when the outputs are the inputs. */
export const registered = (resource: Resource): Registered => ({
  urn: resource.urn,
  type: resource.type,
  name: resource.name,
  inputs: encode(resource.inputs) as Record<string, unknown>,
  outputs: encode(resource.inputs) as Record<string, unknown>,
  dependencies: resource.dependencies,
  propertyDependencies: resource.propertyDependencies.known ? resource.propertyDependencies.value : {},
  ignoreChanges: resource.ignoreChanges.known ? resource.ignoreChanges.value : [],
  ...(resource.parent === undefined ? {} : { parent: resource.parent }),
  ...(resource.custom ? { provider: "urn:pulumi:dev::shop::pulumi:providers:aws::default" } : {}),
});

function encode(value: Value): unknown {
  if (value instanceof UnknownValue) return unknownSentinel;
  if (value instanceof SecretValue) return { [signature]: secretSignature, value: plainText };
  if (value instanceof AssetValue || value instanceof ReferenceValue) throw new Error(`The tests send no ${value.kind}.`);
  if (Array.isArray(value)) return value.map(encode);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, encode(each)]));
}

const call = <R>(send: (reply: (error: ServiceError | null, response: R) => void) => unknown): Promise<R> =>
  new Promise((resolve, reject) => send((error, response) => (error ? reject(error) : resolve(response))));
