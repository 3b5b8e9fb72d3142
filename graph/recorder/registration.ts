import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { ReadResourceRequest, RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { known, unknown, type Maybe } from "../maybe";
import type { Resource, SourcePosition, Urn } from "../resource-graph";
import { decodeMap } from "../wire";
import type { Goal } from "./goal";
import { makeUrn } from "./urn";

/** Where a registration happens. */
export interface Scope {
  readonly stack: string;
  readonly project: string;
  readonly root: string;
}

/** The resource that a registration asks for, as the graph keeps it. */
export const registered = (scope: Scope, urn: Urn, request: RegisterResourceRequest, goal: Goal): Resource => ({
  urn,
  type: request.getType(),
  name: request.getName(),
  custom: request.getCustom(),
  remote: request.getRemote(),
  external: false,
  parent: request.getParent() || undefined,
  id: request.getCustom() ? unknown("computed on deployment") : known(""),
  inputs: decodeMap(goal.properties),
  outputs: unknown("computed on deployment"),
  dependencies: goal.dependencies,
  propertyDependencies: known(Object.fromEntries(goal.propertyDependencies)),
  ignoreChanges: known(goal.options.getIgnoreChangesList()),
  protect: known(goal.options.getProtect() ?? false),
  aliases: known(goal.options.getAliasesList().map((alias) => aliasUrn(scope, request, alias))),
  provider: goal.options.getProvider() || undefined,
  position: position(scope.root, request),
});

/** A resource that the program reads (`Thing.get`): what the cloud holds of it is unknown. */
export const read = (scope: Scope, urn: Urn, request: ReadResourceRequest): Resource => ({
  urn,
  type: request.getType(),
  name: request.getName(),
  custom: true,
  remote: false,
  external: true,
  parent: request.getParent() || undefined,
  id: known(request.getId()),
  inputs: decodeMap(request.getProperties()?.toJavaScript()),
  outputs: unknown("computed on deployment"),
  dependencies: request.getDependenciesList(),
  propertyDependencies: known({}),
  ignoreChanges: unknown("not in this source"),
  protect: unknown("not in this source"),
  aliases: known([]),
  provider: request.getProvider() || undefined,
  position: position(scope.root, request),
});

/** An alias names only what differs from the resource itself. */
function aliasUrn(scope: Scope, request: RegisterResourceRequest, alias: Alias): Urn {
  const spec = alias.getSpec();
  if (spec === undefined) return alias.getUrn();
  const parent = spec.getNoparent() ? undefined : spec.getParenturn() || request.getParent() || undefined;
  return makeUrn(
    spec.getStack() || scope.stack,
    spec.getProject() || scope.project,
    parent,
    spec.getType() || request.getType(),
    spec.getName() || request.getName(),
  );
}

/** The innermost frame of the program itself, outside every package. */
function position(root: string, request: RegisterResourceRequest | ReadResourceRequest): Maybe<SourcePosition> {
  const frames = [request.getSourceposition(), ...(request.getStacktrace()?.getFramesList() ?? []).map((frame) => frame.getPc())];
  for (const at of frames) {
    if (at === undefined || !at.getUri().startsWith("file:") || at.getUri().includes("/node_modules/")) continue;
    return known({ file: relative(root, fileURLToPath(at.getUri())).replaceAll("\\", "/"), line: at.getLine(), column: at.getColumn() });
  }
  return unknown("not in this source");
}
