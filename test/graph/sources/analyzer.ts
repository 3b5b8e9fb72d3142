/** The policy SDK's own server functions, called as the engine calls them but without a process or a port. */
import { createRequire } from "node:module";

import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";

export interface Registered {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
  readonly outputs: Record<string, unknown>;
  readonly parent?: string;
  readonly provider?: string;
  readonly dependencies?: readonly string[];
  readonly propertyDependencies?: Record<string, readonly string[]>;
  readonly ignoreChanges?: readonly string[];
  readonly protect?: boolean;
  readonly aliases?: readonly string[];
}

type Callback = (error: unknown, response?: analyzer.AnalyzeResponse) => void;
type Handler = (call: { readonly request: unknown }, callback: Callback) => Promise<void>;
type MakeHandler = (pack: string, version: string, level: string, policies: readonly object[]) => Handler;

interface Server {
  readonly makeAnalyzeRpcFun: MakeHandler;
  readonly makeAnalyzeStackRpcFun: MakeHandler;
}

const server = createRequire(__filename)("@pulumi/policy/server") as Server;

/** Shows one resource's inputs to the policies, as before it is made. */
export const analyze = (policies: readonly object[], resource: Registered): Promise<analyzer.AnalyzeResponse> =>
  run(server.makeAnalyzeRpcFun("pack", "1.0.0", "advisory", policies), analyzeRequest(resource));

/** Shows all resources' outputs to the policies, as at the end of a preview or an update. */
export const analyzeStack = (policies: readonly object[], resources: readonly Registered[]): Promise<analyzer.AnalyzeResponse> =>
  run(server.makeAnalyzeStackRpcFun("pack", "1.0.0", "advisory", policies), analyzeStackRequest(resources));

export const analyzeRequest = (resource: Registered): analyzer.AnalyzeRequest =>
  requestFor(new analyzer.AnalyzeRequest(), resource, resource.inputs);

export function analyzeStackRequest(resources: readonly Registered[]): analyzer.AnalyzeStackRequest {
  const request = new analyzer.AnalyzeStackRequest();
  request.setResourcesList(resources.map(stackResource));
  return request;
}

function stackResource(resource: Registered): analyzer.AnalyzerResource {
  const message = requestFor(new analyzer.AnalyzerResource(), resource, resource.outputs);
  message.setParent(resource.parent ?? "");
  message.setDependenciesList([...(resource.dependencies ?? [])]);
  for (const [property, urns] of Object.entries(resource.propertyDependencies ?? {})) {
    const dependencies = new analyzer.AnalyzerPropertyDependencies();
    dependencies.setUrnsList([...urns]);
    message.getPropertydependenciesMap().set(property, dependencies);
  }
  return message;
}

function requestFor<M extends analyzer.AnalyzeRequest | analyzer.AnalyzerResource>(
  message: M,
  resource: Registered,
  properties: object,
): M {
  message.setUrn(resource.urn);
  message.setType(resource.type);
  message.setName(resource.name);
  message.setProperties(Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]));
  message.setOptions(options(resource));
  if (resource.provider !== undefined) message.setProvider(provider(resource.provider));
  return message;
}

function options(resource: Registered): analyzer.AnalyzerResourceOptions {
  const options = new analyzer.AnalyzerResourceOptions();
  options.setProtect(resource.protect ?? false);
  options.setIgnorechangesList([...(resource.ignoreChanges ?? [])]);
  options.setAliasesList([...(resource.aliases ?? [])]);
  options.setParent(resource.parent ?? "");
  return options;
}

function provider(urn: string): analyzer.AnalyzerProviderResource {
  const message = new analyzer.AnalyzerProviderResource();
  message.setUrn(urn);
  message.setProperties(Struct.fromJavaScript({}));
  return message;
}

/** Sent and read once more, so that the policies see what came over a wire. */
function run(handler: Handler, request: { serializeBinary(): Uint8Array }): Promise<analyzer.AnalyzeResponse> {
  const kind = request.constructor as unknown as { deserializeBinary(bytes: Uint8Array): unknown };
  const received = kind.deserializeBinary(request.serializeBinary());
  return new Promise((resolve, reject) => {
    handler({ request: received }, (error, response) => (response ? resolve(response) : reject(error as Error))).catch(reject);
  });
}
