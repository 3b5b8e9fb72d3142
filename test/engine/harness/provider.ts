import * as grpc from "@grpc/grpc-js";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { isDeepStrictEqual } from "node:util";
import { construct } from "./construct";
import { computedOutputs, type Properties } from "./computed-outputs";
import { answerTo } from "./invokes";

/** Providers that the stand-in speaks for: `PULUMI_DEBUG_PROVIDERS` attaches the engine to it instead of to a plugin. */
const packages = ["aws", "awsx", "kubernetes", "pulumi-nodejs"] as const;

/** A running stand-in provider. */
export interface Provider {
  /** The value of `PULUMI_DEBUG_PROVIDERS`. */
  readonly attachment: string;
  stop(): void;
}

type Reply<R> = (error: Partial<grpc.StatusObject> | null, response?: R) => void;
type Handler<Q, R> = (request: Q) => R | Promise<R>;

const properties = (struct: Struct | undefined): Properties => struct?.toJavaScript() ?? {};
const struct = (values: Properties): Struct => Struct.fromJavaScript(values as Record<string, JavaScriptValue>);

/**
 * Starts a provider that accepts every resource as it is: inputs are not checked, so what the real provider would
 * refuse (CheckFailure) is not covered. A created resource echoes its inputs and adds what AWS would compute; in a
 * preview the computed outputs are left out, which makes them unknown.
 */
export async function startProvider(): Promise<Provider> {
  const server = new grpc.Server({ "grpc.max_receive_message_length": 2 ** 29 });
  const handlers: Record<string, Handler<never, unknown>> = {
    handshake: () => new proto.ProviderHandshakeResponse().setAcceptSecrets(true).setAcceptResources(true).setAcceptOutputs(true),
    attach: () => new Empty(),
    cancel: () => new Empty(),
    getPluginInfo: () => new PluginInfo().setVersion("999.0.0"),
    configure: () =>
      new proto.ConfigureResponse().setAcceptsecrets(true).setSupportspreview(true).setAcceptresources(true).setAcceptoutputs(true),
    checkConfig: accept,
    diffConfig: compare,
    check: accept,
    diff: compare,
    create,
    read,
    update: (request: proto.UpdateRequest) =>
      new proto.UpdateResponse().setProperties(struct({ ...properties(request.getOlds()), ...properties(request.getNews()) })),
    delete: () => new Empty(),
    invoke,
    construct,
  };
  const implementation = Object.fromEntries(Object.entries(handlers).map(served));
  server.addService(ResourceProviderService, implementation as unknown as grpc.UntypedServiceImplementation);
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return { attachment: packages.map((name) => `${name}:${port}`).join(","), stop: () => server.forceShutdown() };
}

/** A handler as gRPC wants it: a thrown error becomes the call's status. */
function served<Q, R>([method, handle]: [string, Handler<Q, R>]): [string, (call: { request: Q }, reply: Reply<R>) => Promise<void>] {
  return [
    method,
    async ({ request }, reply) => {
      try {
        reply(null, await handle(request));
      } catch (error) {
        reply({ code: grpc.status.UNKNOWN, details: error instanceof Error ? error.message : String(error) });
      }
    },
  ];
}

const accept = (request: proto.CheckRequest): proto.CheckResponse => new proto.CheckResponse().setInputs(request.getNews());

function compare(request: proto.DiffRequest): proto.DiffResponse {
  const [before, after] = [properties(request.getOldInputs()), properties(request.getNews())];
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => !isDeepStrictEqual(before[key], after[key]),
  );
  const { DIFF_NONE, DIFF_SOME } = proto.DiffResponse.DiffChanges;
  return new proto.DiffResponse().setChanges(changed.length === 0 ? DIFF_NONE : DIFF_SOME).setDiffsList(changed);
}

function create(request: proto.CreateRequest): proto.CreateResponse {
  const inputs = properties(request.getProperties());
  if (request.getPreview()) return new proto.CreateResponse().setProperties(struct(inputs));
  const { id, outputs } = computedOutputs(request.getUrn(), inputs);
  return new proto.CreateResponse().setId(id).setProperties(struct({ ...outputs, ...inputs }));
}

function read(request: proto.ReadRequest): proto.ReadResponse {
  const state = properties(request.getProperties());
  const { outputs } = computedOutputs(request.getUrn(), state);
  return new proto.ReadResponse()
    .setId(request.getId())
    .setProperties(struct({ ...outputs, ...state }))
    .setInputs(request.getInputs() ?? request.getProperties());
}

const invoke = (request: proto.InvokeRequest): proto.InvokeResponse =>
  new proto.InvokeResponse().setReturn(struct(answerTo(request.getTok(), properties(request.getArgs()))));
