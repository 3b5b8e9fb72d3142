import { chain, known, unknown, type Maybe } from "../../graph/maybe";
import type { Resource } from "../../graph/resource-graph";
import type { GraphIndex } from "../index-of-graph";
import { join, joinEach, references } from "../joins";
import { measuredQueue } from "../metrics";
import {
  booleanAt,
  inputsOf,
  mapAt,
  mapsAt,
  mapFound,
  numberAt,
  required,
  stringAt,
  valueAt,
  withDefault,
  type Found,
  type Properties,
} from "../properties";
import { unresolved, urnOf } from "../readers/reader";
import type { CapacityStrategy, EcsServiceOwner, Metric, TaskSize, Unresolved } from "../scaling-model";
import { mib, percent, vcpu, type MiB, type VCpu } from "../units";
import { ecsDialect } from "./ecs-dialects";
import { resolutionsOf } from "./ecs-resolution";

/**
 * An ECS service, in each of its dialects. Those of awsx nest the task definition's inputs in `taskDefinitionArgs`.
 * Defaults: Amazon ECS API reference, `CreateService`; awsx 3 `fargateService.ts`, `ec2Service.ts`. Read 2026-11.
 */
export function ecsServiceOwner(
  service: Resource,
  metrics: readonly Metric[],
  index: GraphIndex,
): { owner: EcsServiceOwner; unresolved: readonly Unresolved[] } {
  const inputs = inputsOf(service);
  const dialect = ecsDialect(service.type);
  const clusterText = stringAt(inputs, "cluster");
  const cluster = join(references.cluster, service, clusterText, index);
  const balancers = mapsAt(inputs, "loadBalancers");
  const groupTexts = balancers?.known
    ? balancers.value.map((balancer) => stringAt(balancer, "targetGroupArn"))
    : balancers === undefined
      ? []
      : [balancers];
  const groups = joinEach(references.targetGroups, service, groupTexts, index);
  const task = taskSize(service, index);
  const breaker = mapAt(inputs, dialect.circuitBreaker) ?? known({});
  return {
    owner: {
      kind: "ecs service",
      size: task.size,
      deployment: {
        minimumHealthy: withDefault(mapFound(numberAt(inputs, dialect.minimumHealthy), percent), percent(100)),
        maximum: withDefault(mapFound(numberAt(inputs, dialect.maximum), percent), percent(200)),
        circuitBreaker: withDefault(booleanAt(breaker, "enable"), false),
        rollback: withDefault(booleanAt(breaker, "rollback"), false),
      },
      capacity: capacityOf(service.type, inputs),
      resolution: resolutionsOf(dialect.metricConfigurations === undefined ? undefined : mapsAt(inputs, dialect.metricConfigurations)),
      targetGroups: groups.map(urnOf),
      cluster: urnOf(cluster),
      pool: unknown("not in this source"),
      consumes: [...new Set(metrics.flatMap((metric) => measuredQueue(metric)))].sort(),
    },
    unresolved: [
      ...unresolved(service, "cluster", cluster, clusterText, index),
      ...groups.flatMap((group, i) => unresolved(service, "loadBalancers", group, groupTexts[i], index)),
      ...task.unresolved,
    ],
  };
}

function taskSize(service: Resource, index: GraphIndex): { size: TaskSize; unresolved: readonly Unresolved[] } {
  const inputs = inputsOf(service);
  if (valueAt(inputs, "taskDefinitionArgs") !== undefined)
    return { size: sizeIn(inputs, ["taskDefinitionArgs"], "computed on deployment"), unresolved: [] };
  const text = stringAt(inputs, "taskDefinition");
  const definition = join(references.taskDefinition, service, text, index);
  if (definition.found === undefined) {
    const why = urnOf(definition) as Maybe<never>;
    return {
      size: { cpu: why, memory: why, architecture: { value: why, given: false } },
      unresolved: unresolved(service, "taskDefinition", definition, text, index),
    };
  }
  const expanded = definition.found.type.startsWith("awsx:");
  return { size: sizeIn(inputsOf(definition.found), [], expanded ? "computed on deployment" : "not in this source"), unresolved: [] };
}

/** A size that is not written is computed from the containers by awsx, and is that of the containers elsewhere. */
function sizeIn(properties: Properties, path: readonly string[], withoutSize: "computed on deployment" | "not in this source"): TaskSize {
  return {
    cpu: sized(stringAt(properties, [...path, "cpu"]), cpuOf) ?? unknown(withoutSize),
    memory: sized(stringAt(properties, [...path, "memory"]), memoryOf) ?? unknown(withoutSize),
    architecture: withDefault(sized(stringAt(properties, [...path, "runtimePlatform", "cpuArchitecture"]), architectureOf), "x86_64"),
  };
}

const sized = <T>(text: Found<string>, parse: (text: string) => T | undefined): Found<T> =>
  text === undefined
    ? undefined
    : chain(text, (written) => {
        const value = parse(written);
        return value === undefined ? unknown("malformed") : known(value);
      });

/** `256` units, or `.25 vCPU`. */
export function cpuOf(text: string): VCpu | undefined {
  const [, number, unit] = quantity.exec(text) ?? [];
  if (number === undefined) return undefined;
  return unit === undefined ? vcpu(Number(number) / 1024) : unit.toLowerCase() === "vcpu" ? vcpu(Number(number)) : undefined;
}

/** `512` MiB, or `0.5 GB`, which AWS counts as GiB. */
export function memoryOf(text: string): MiB | undefined {
  const [, number, unit] = quantity.exec(text) ?? [];
  if (number === undefined) return undefined;
  return unit === undefined ? mib(Number(number)) : unit.toLowerCase() === "gb" ? mib(Number(number) * 1024) : undefined;
}
const quantity = /^ ?(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9}) ?([a-zA-Z]{1,8})?$/;

function architectureOf(text: string): "x86_64" | "arm64" | undefined {
  return text === "X86_64" ? "x86_64" : text === "ARM64" ? "arm64" : undefined;
}

function capacityOf(type: string, inputs: Properties): CapacityStrategy {
  const strategies = mapsAt(inputs, ecsDialect(type).strategies);
  if (strategies?.known === false) return { kind: "unknown", why: strategies };
  if (strategies !== undefined && strategies.value.length > 0)
    return {
      kind: "providers",
      providers: strategies.value.map((strategy) => ({
        name: required(stringAt(strategy, "capacityProvider")),
        base: withDefault(numberAt(strategy, "base"), 0),
        weight: withDefault(numberAt(strategy, "weight"), 0),
      })),
    };
  const launchType = type === "awsx:ecs:EC2Service" ? known("EC2") : (stringAt(inputs, "launchType") ?? launchTypeOfFargate(type, inputs));
  return launchType === undefined ? { kind: "unknown", why: unknown("not in this source") } : { kind: "launch type", launchType };
}

/** awsx starts a Fargate service on Fargate, unless it is to take the cluster's own strategy. */
function launchTypeOfFargate(type: string, inputs: Properties): Found<string> {
  if (type !== "awsx:ecs:FargateService") return undefined;
  const clusterDecides = booleanAt(inputs, "useClusterDefaultCapacityProviderStrategy") ?? known(false);
  return clusterDecides.known ? (clusterDecides.value ? undefined : known("FARGATE")) : clusterDecides;
}
