import * as grpc from "@grpc/grpc-js";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorClient } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { RegisterResourceOutputsRequest, RegisterResourceRequest, type RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { unknownSentinel } from "../../../graph/wire";

const subnetKinds = ["public", "private", "isolated"] as const;

/** Expands a remote component as `awsx` does, in small: the component, one VPC, and of each kind a subnet with its route table. */
export async function construct(request: proto.ConstructRequest): Promise<proto.ConstructResponse> {
  const monitor = new ResourceMonitorClient(request.getMonitorendpoint(), grpc.credentials.createInsecure());
  try {
    const component = await register(monitor, componentOf(request));
    const outputs = request.getType() === "awsx:ec2:Vpc" ? await networkOf(monitor, request, component.getUrn()) : {};
    await registerOutputs(monitor, component.getUrn(), outputs);
    return new proto.ConstructResponse().setUrn(component.getUrn()).setState(Struct.fromJavaScript(outputs));
  } finally {
    monitor.close();
  }
}

interface Reference {
  readonly [key: string]: string;
}
type Outputs = Record<string, string | string[] | Reference | Reference[]>;

async function networkOf(monitor: ResourceMonitorClient, request: proto.ConstructRequest, parent: string): Promise<Outputs> {
  const provider = request.getProvidersMap().get("aws") ?? "";
  const add = (type: string, suffix: string, inputs: Record<string, string>): Promise<RegisterResourceResponse> =>
    register(
      monitor,
      new RegisterResourceRequest()
        .setType(type)
        .setName(request.getName() + suffix)
        .setParent(parent)
        .setCustom(true)
        .setProvider(provider)
        .setAcceptsecrets(true)
        .setObject(Struct.fromJavaScript(inputs)),
    );
  const vpc = await add("aws:ec2/vpc:Vpc", "", { cidrBlock: "10.0.0.0/16" });
  const vpcId = idOf(vpc);
  const outputs: Outputs = { vpc: reference(vpc), vpcId };
  const tables: Reference[] = [];
  for (const kind of subnetKinds) {
    const subnet = await add("aws:ec2/subnet:Subnet", `-${kind}-1`, { vpcId });
    outputs[`${kind}SubnetIds`] = [idOf(subnet)];
    outputs[`${kind}Subnets`] = [reference(subnet)];
    tables.push(reference(await add("aws:ec2/routeTable:RouteTable", `-${kind}-1`, { vpcId })));
  }
  return { ...outputs, routeTables: tables };
}

const idOf = (resource: RegisterResourceResponse): string => (resource.getId() === "" ? unknownSentinel : resource.getId());

/** A whole resource as a value, in Pulumi's encoding. */
const reference = (resource: RegisterResourceResponse): Reference => ({
  "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e",
  urn: resource.getUrn(),
  id: idOf(resource),
  packageVersion: "",
});

function componentOf(request: proto.ConstructRequest): RegisterResourceRequest {
  const component = new RegisterResourceRequest()
    .setType(request.getType())
    .setName(request.getName())
    .setParent(request.getParent())
    .setCustom(false)
    .setAcceptsecrets(true)
    .setObject(request.getInputs())
    .setDependenciesList(request.getDependenciesList())
    .setIgnorechangesList(request.getIgnorechangesList())
    .setAliasesList(request.getAliasesList());
  const protect = request.getProtect();
  if (protect !== undefined) component.setProtect(protect);
  request.getInputdependenciesMap().forEach((dependencies, property) => {
    component
      .getPropertydependenciesMap()
      .set(property, new RegisterResourceRequest.PropertyDependencies().setUrnsList(dependencies.getUrnsList()));
  });
  request.getProvidersMap().forEach((reference, name) => component.getProvidersMap().set(name, reference));
  return component;
}

const register = (monitor: ResourceMonitorClient, request: RegisterResourceRequest): Promise<RegisterResourceResponse> =>
  new Promise((resolve, reject) => {
    monitor.registerResource(request, (error: grpc.ServiceError | null, response: RegisterResourceResponse) =>
      error === null ? resolve(response) : reject(error),
    );
  });

const registerOutputs = (monitor: ResourceMonitorClient, urn: string, outputs: Outputs): Promise<Empty> =>
  new Promise((resolve, reject) => {
    const request = new RegisterResourceOutputsRequest().setUrn(urn).setOutputs(Struct.fromJavaScript(outputs));
    monitor.registerResourceOutputs(request, (error: grpc.ServiceError | null, response: Empty) =>
      error === null ? resolve(response) : reject(error),
    );
  });
