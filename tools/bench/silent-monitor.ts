/**
 * The least that a Pulumi program can be run against: a monitor that gives each resource its URN, answers each function
 * with an unknown, and keeps nothing.
 */
import * as grpc from "@grpc/grpc-js";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import * as engine from "@pulumi/pulumi/proto/engine_pb";
import { CallResponse, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import * as resource from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

const bound = 400 * 1024 * 1024;
const unknownResult = Struct.fromJavaScript({ __pulumiUnknown: true });

const answer =
  <Request, Response>(make: (request: Request) => Response): grpc.handleUnaryCall<Request, Response> =>
  (call, callback) =>
    callback(null, make(call.request));
const empty = answer(() => new Empty());
const urnOf = (request: { getType(): string; getName(): string }): string =>
  `urn:pulumi:dev::bench::${request.getType()}::${request.getName()}`;

const monitor: grpc.UntypedServiceImplementation = {
  supportsFeature: answer(() => new resource.SupportsFeatureResponse().setHassupport(true)),
  registerResource: answer((request: resource.RegisterResourceRequest) =>
    new resource.RegisterResourceResponse().setUrn(urnOf(request)).setObject(request.getObject()),
  ),
  readResource: answer((request: resource.ReadResourceRequest) =>
    new resource.ReadResourceResponse().setUrn(urnOf(request)).setProperties(request.getProperties()),
  ),
  registerPackage: answer((request: resource.RegisterPackageRequest) => new resource.RegisterPackageResponse().setRef(request.getName())),
  invoke: answer(() => new InvokeResponse().setReturn(unknownResult)),
  call: answer(() => new CallResponse().setReturn(unknownResult)),
  registerResourceOutputs: empty,
  registerStackTransform: empty,
  registerStackInvokeTransform: empty,
  registerResourceHook: empty,
  registerErrorHook: empty,
  signalAndWaitForShutdown: empty,
};

const log: grpc.UntypedServiceImplementation = {
  log: empty,
  getRootResource: answer(() => new engine.GetRootResourceResponse()),
  setRootResource: answer(() => new engine.SetRootResourceResponse()),
  requirePulumiVersion: answer(() => new engine.RequirePulumiVersionResponse()),
  startDebugging: empty,
};

const server = new grpc.Server({ "grpc.max_receive_message_length": bound, "grpc.max_send_message_length": bound });
server.addService(ResourceMonitorService, monitor);
server.addService(EngineService, log);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.send?.(port);
});
process.on("disconnect", () => process.exit(0));
