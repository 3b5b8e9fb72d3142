import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { TransformResourceOptions } from "@pulumi/pulumi/proto/resource_pb";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import type { Urn } from "../resource-graph";
import { dependenciesWithin, mapValues, withDependencies, withoutOutputs, type JsonMap } from "./output-values";
import type { Transform } from "./transforms";

/** What a program wants a resource to be, after its transforms. */
export interface Goal {
  readonly properties: JsonMap;
  /** Nothing has touched the properties, and no dependencies are written into them. */
  readonly asSent: boolean;
  readonly options: TransformResourceOptions;
  readonly dependencies: readonly Urn[];
  readonly propertyDependencies: ReadonlyMap<string, readonly Urn[]>;
}

/**
 * Runs a registration's transforms, the resource's own first, then those of its parents, then the stack's, and settles
 * its dependencies as the engine does (`source_eval.go`, RegisterResource).
 * @param provider the provider after inheritance from the parents.
 */
export async function settle(request: RegisterResourceRequest, provider: string, transforms: readonly Transform[]): Promise<Goal> {
  const own = request.getTransformsList().length > 0;
  const declared = declaredDependencies(request);
  const sent = request.getObject()?.toJavaScript() ?? {};
  let properties = own ? withDependencies(sent, declared) : sent;
  let options = optionsOf(request, provider);
  for (const transform of transforms) ({ properties, options } = await transform(request, properties, options));
  const dependencies = new Set(own ? options.getDependsOnList() : request.getDependenciesList());
  const propertyDependencies = new Map<string, readonly Urn[]>(own ? [] : declared);
  for (const [key, value] of Object.entries(properties)) {
    const within = dependenciesWithin(value);
    propertyDependencies.set(key, [...new Set([...(propertyDependencies.get(key) ?? []), ...within])]);
    if (own) for (const urn of within) dependencies.add(urn);
  }
  return {
    properties: versioned(request, options, request.getRemote() ? properties : mapValues(properties, withoutOutputs)),
    asSent: transforms.length === 0 && !request.getRemote(),
    options,
    dependencies: [...dependencies],
    propertyDependencies,
  };
}

/** The engine writes the version that an explicit provider asks for among its inputs. */
const versioned = (request: RegisterResourceRequest, options: TransformResourceOptions, properties: JsonMap): JsonMap =>
  request.getType().startsWith("pulumi:providers:") && options.getVersion() !== ""
    ? { ...properties, version: options.getVersion() }
    : properties;

/** Old SDKs name no property dependencies: then each property depends on everything that the resource depends on. */
function declaredDependencies(request: RegisterResourceRequest): ReadonlyMap<string, readonly Urn[]> {
  const map = request.getPropertydependenciesMap();
  const dependencies = new Map<string, readonly Urn[]>();
  if (map.getLength() === 0 && !request.getRemote()) {
    const all = request.getDependenciesList();
    if (all.length > 0) for (const key of Object.keys(request.getObject()?.toJavaScript() ?? {})) dependencies.set(key, all);
  } else {
    map.forEach((urns, key) => dependencies.set(key, urns.getUrnsList()));
  }
  return dependencies;
}

function optionsOf(request: RegisterResourceRequest, provider: string): TransformResourceOptions {
  const options = new TransformResourceOptions();
  options.setImport(request.getImportid());
  options.setDependsOnList(request.getDependenciesList());
  if (request.hasProtect()) options.setProtect(request.getProtect() ?? false);
  options.setIgnoreChangesList(request.getIgnorechangesList());
  options.setReplaceOnChangesList(request.getReplaceonchangesList());
  options.setVersion(request.getVersion());
  options.setAliasesList([...request.getAliasurnsList().map((urn) => new Alias().setUrn(urn)), ...request.getAliasesList()]);
  options.setProvider(provider);
  request.getProvidersMap().forEach((ref, key) => options.getProvidersMap().set(key, ref));
  options.setCustomTimeouts(request.getCustomtimeouts());
  options.setPluginDownloadUrl(request.getPlugindownloadurl());
  if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete() ?? false);
  options.setDeletedWith(request.getDeletedwith());
  options.setReplaceWithList(request.getReplaceWithList());
  if (request.getDeletebeforereplacedefined() || request.getDeletebeforereplace())
    options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  options.setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList());
  options.setHooks(request.getHooks());
  options.setHideDiffList(request.getHidediffsList());
  return options;
}
