import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { CallResponse, InvokeResponse } from "@pulumi/pulumi/proto/provider_pb";
import * as proto from "@pulumi/pulumi/proto/resource_pb";
import { known, unknown } from "../maybe";
import type { Resource, ResourceGraph, Urn } from "../resource-graph";
import { stackType } from "../urn";
import { decodeMap } from "../wire";
import type { ValueMap } from "../value";
import { settle, type Goal } from "./goal";
import { answerInvoke } from "./invokes";
import { mapValues, withoutOutputs } from "./output-values";
import { read, registered, type Scope } from "./registration";
import { Callbacks, type Transform } from "./transforms";
import { unary } from "./unary";
import { makeUrn } from "./urn";

/** An object with this member is taken by every Pulumi SDK for Node.js as a value that is not known yet. */
const unknownResult: Record<string, JavaScriptValue> = { __pulumiUnknown: true };

/**
 * A resource monitor that records: it answers each registration with the inputs, leaves every other output unknown,
 * and keeps what it was sent. It holds no state of earlier deployments and creates nothing.
 */
export class RecordingMonitor {
  /** What the engine would refuse, in its words. */
  readonly faults: string[] = [];
  private readonly resources = new Map<Urn, Resource>();
  /** URNs of registrations that have begun: a transform may keep one waiting. */
  private readonly taken = new Set<Urn>();
  private readonly callbacks = new Callbacks();
  private readonly stackTransforms: Transform[] = [];
  private readonly ownTransforms = new Map<Urn, readonly Transform[]>();
  private readonly componentProviders = new Map<Urn, ReadonlyMap<string, string>>();
  private readonly inherited = new Map<Urn, { readonly protect: boolean | undefined; readonly provider: string }>();
  private outputs: ValueMap | undefined;
  private readonly unanswered = new Set<string>();

  constructor(
    private readonly scope: Scope,
    private readonly region: string | undefined,
    private readonly listeners: { readonly registered: (count: number) => void; readonly refused: () => void },
  ) {}

  /** Whether the program has come to its end: the SDK registers the stack's outputs last. */
  get finished(): boolean {
    return this.outputs !== undefined;
  }
  get count(): number {
    return this.resources.size;
  }
  /** Tokens of functions whose answer only the cloud knows. */
  get unansweredInvokes(): readonly string[] {
    return [...this.unanswered];
  }

  graph(): ResourceGraph {
    return {
      source: "recording",
      project: this.scope.project,
      stack: this.scope.stack,
      resources: [...this.resources.values()],
      region: this.region === undefined ? unknown("not in this source") : known(this.region),
      outputs: this.outputs === undefined ? unknown("not in this source") : known(this.outputs),
    };
  }

  close(): void {
    this.callbacks.close();
  }

  service(): UntypedServiceImplementation {
    return {
      supportsFeature: unary((_request: proto.SupportsFeatureRequest) => new proto.SupportsFeatureResponse().setHassupport(true)),
      registerResource: unary((request: proto.RegisterResourceRequest) =>
        this.register(request).catch((error: unknown) => this.refuse(error)),
      ),
      registerResourceOutputs: unary((request: proto.RegisterResourceOutputsRequest) => this.registerOutputs(request)),
      readResource: unary((request: proto.ReadResourceRequest) => this.read(request)),
      invoke: unary((request: proto.ResourceInvokeRequest) => this.invoke(request)),
      call: unary((_request: proto.ResourceCallRequest) => new CallResponse().setReturn(Struct.fromJavaScript(unknownResult))),
      registerStackTransform: unary((request: Parameters<Callbacks["transform"]>[0]) => {
        this.stackTransforms.push(this.callbacks.transform(request));
        return new Empty();
      }),
      // Changes the arguments of functions, none of which has an answer that depends on them here.
      registerStackInvokeTransform: unary(() => new Empty()),
      registerResourceHook: unary(() => new Empty()),
      registerErrorHook: unary(() => new Empty()),
      registerPackage: unary((request: proto.RegisterPackageRequest) =>
        new proto.RegisterPackageResponse().setRef(`${request.getName()}@${request.getVersion()}`),
      ),
      signalAndWaitForShutdown: unary(() => new Empty()),
    };
  }

  private async register(request: proto.RegisterResourceRequest): Promise<proto.RegisterResourceResponse> {
    const parent = request.getParent() || undefined;
    this.inheritProtect(request, parent);
    const urn = makeUrn(this.scope.stack, this.scope.project, parent, request.getType(), request.getName());
    if (this.taken.has(urn)) {
      throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);
    }
    this.taken.add(urn);
    const own = request.getTransformsList().map((callback) => this.callbacks.transform(callback));
    const transforms = [...own, ...this.parentTransforms(parent), ...this.stackTransforms];
    const goal = await settle(request, this.provider(request, parent), transforms);
    this.ownTransforms.set(urn, own);
    if (!request.getCustom()) this.componentProviders.set(urn, this.providersFor(parent, goal));
    this.inherited.set(urn, { protect: goal.options.getProtect(), provider: goal.options.getProvider() });
    this.resources.set(urn, registered(this.scope, urn, request, goal));
    this.listeners.registered(this.resources.size);
    return answer(urn, request, goal);
  }

  /** A program whose resource was refused does not end by itself for a long time: as the engine does, stop listening to it. */
  private refuse(error: unknown): never {
    this.faults.push(error instanceof Error ? error.message : String(error));
    this.listeners.refused();
    throw error;
  }

  private registerOutputs(request: proto.RegisterResourceOutputsRequest): Empty {
    const urn = request.getUrn();
    const resource = this.resources.get(urn);
    const outputs = decodeMap(mapValues(request.getOutputs()?.toJavaScript() ?? {}, withoutOutputs));
    if (resource !== undefined) this.resources.set(urn, { ...resource, outputs: known(outputs) });
    if (resource?.type === stackType) this.outputs = outputs;
    return new Empty();
  }

  private read(request: proto.ReadResourceRequest): proto.ReadResourceResponse {
    const urn = makeUrn(this.scope.stack, this.scope.project, request.getParent() || undefined, request.getType(), request.getName());
    this.resources.set(urn, read(this.scope, urn, request));
    this.listeners.registered(this.resources.size);
    return new proto.ReadResourceResponse().setUrn(urn).setProperties(request.getProperties());
  }

  private invoke(request: proto.ResourceInvokeRequest): InvokeResponse {
    const result = answerInvoke(request.getTok(), this.region);
    if (result === undefined) this.unanswered.add(request.getTok());
    return new InvokeResponse().setReturn(Struct.fromJavaScript((result as Record<string, JavaScriptValue> | undefined) ?? unknownResult));
  }

  private parentTransforms(parent: Urn | undefined): Transform[] {
    const transforms: Transform[] = [];
    for (let urn = parent; urn !== undefined; urn = this.resources.get(urn)?.parent)
      transforms.push(...(this.ownTransforms.get(urn) ?? []));
    return transforms;
  }

  private inheritProtect(request: proto.RegisterResourceRequest, parent: Urn | undefined): void {
    const protect = parent === undefined ? undefined : this.inherited.get(parent)?.protect;
    if (!request.hasProtect() && protect !== undefined) request.setProtect(protect);
  }

  /** A resource's own provider, else the one that the nearest component has for its package, else a parent's of the same package. */
  private provider(request: proto.RegisterResourceRequest, parent: Urn | undefined): string {
    const pkg = request.getType().split(":")[0] ?? "";
    if (request.getProvider() !== "") return request.getProvider();
    const fromParent = parent === undefined ? "" : (this.inherited.get(parent)?.provider ?? "");
    if (providerPackage(fromParent) === pkg) return fromParent;
    if (!request.getCustom() && !request.getRemote()) return fromParent;
    return request.getProvidersMap().get(pkg) ?? (parent === undefined ? undefined : this.componentProviders.get(parent)?.get(pkg)) ?? "";
  }

  private providersFor(parent: Urn | undefined, goal: Goal): ReadonlyMap<string, string> {
    const providers = new Map(parent === undefined ? [] : this.componentProviders.get(parent));
    goal.options.getProvidersMap().forEach((ref, key) => providers.set(key, ref));
    return providers;
  }
}

/** A provider's reference is `urn:…::pulumi:providers:<package>::<name>::<id>`. */
const providerPackage = (reference: string): string => /::(?:[^:]*\$)?pulumi:providers:([^:]+)::/.exec(reference)?.[1] ?? "";

/** What the resource is until it is deployed: its inputs. A local component answers with nothing; its outputs come later. */
function answer(urn: Urn, request: proto.RegisterResourceRequest, goal: Goal): proto.RegisterResourceResponse {
  const response = new proto.RegisterResourceResponse().setUrn(urn).setResult(proto.Result.SUCCESS);
  if (!request.getCustom() && !request.getRemote()) return response.setObject(new Struct());
  return response.setObject(goal.asSent ? request.getObject() : Struct.fromJavaScript(mapValues(goal.properties, withoutOutputs)));
}
