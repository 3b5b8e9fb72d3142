import { emptyModel } from "../model/empty-model";
import { known, type Maybe } from "../../graph";
import {
  seconds,
  type Budget,
  type BudgetAlert,
  type Registration,
  type ResourceRef,
  type Scalable,
  type ScalingModel,
  type Setting,
  type StepPolicy,
  type TargetTrackingPolicy,
  type Tier,
} from "../../model";

/** Small models for rules: everything is in order unless a sample says otherwise. */
export const sampleModel = (parts: Partial<ScalingModel> = {}, tier: Tier = "dev"): ScalingModel =>
  emptyModel({ project: "shop", name: tier, file: `Pulumi.${tier}.yaml`, tier, resources: 1 }, parts);

export const given = <T>(value: T): Setting<T> => ({ value: known(value), given: true });
export const omitted = <T>(value: T): Setting<T> => ({ value: known(value), given: false });

/** A resource of somebody's own program; with `configPath`, one that a component of ours made. */
export const ref = (type: string, name: string, configPath?: string): ResourceRef => ({
  urn: `urn:pulumi:dev::shop::${type}::${name}`,
  type,
  name,
  position: known({ file: "index.ts", line: 7, column: 1 }),
  component:
    configPath === undefined
      ? undefined
      : { urn: `urn:pulumi:dev::shop::headroom:components:Service::${name}`, type: "headroom:components:Service", name, configPath },
});

export const registration = (name: string, parts: Partial<Registration> = {}): Registration => ({
  at: ref("aws:appautoscaling/target:Target", name),
  bounds: { min: known(1), max: known(10) },
  namespace: known("ecs"),
  dimension: known("ecs:service:DesiredCount"),
  resourceId: known(`service/main/${name}`),
  location: known("default"),
  ...parts,
});

/** An autoscaled ECS service that lacks nothing. */
export function service(name: string, parts: Partial<Scalable> = {}): Scalable {
  const registrations = parts.registrations ?? [registration(name)];
  return {
    id: ref("aws:ecs/service:Service", name).urn,
    name,
    at: ref("aws:ecs/service:Service", name),
    unit: "task",
    owner: {
      kind: "ecs service",
      size: {
        cpu: { known: false, why: "computed on deployment" },
        memory: { known: false, why: "computed on deployment" },
        architecture: omitted("x86_64"),
      },
      deployment: {
        minimumHealthy: { value: { known: false, why: "not in this source" }, given: false },
        maximum: { value: { known: false, why: "not in this source" }, given: false },
        circuitBreaker: given(true),
        rollback: given(true),
      },
      capacity: { kind: "launch type", launchType: known("FARGATE") },
      resolution: { cpu: omitted(seconds(60)), memory: omitted(seconds(60)) },
      targetGroups: [],
      cluster: { known: false, why: "computed on deployment" },
      pool: { known: false, why: "not in this source" },
      consumes: [],
    },
    registrations,
    bounds: registrations[0]?.bounds ?? { min: known(1), max: known(10) },
    initial: given(2),
    initialIgnored: known(true),
    policies: [tracking(`${name}-cpu`)],
    schedules: [],
    ...parts,
  };
}

/** Capacity of another service of AWS. */
export const capacityOf = (namespace: string, name: string, parts: Partial<Scalable> = {}): Scalable =>
  service(name, {
    owner: { kind: "other", namespace: known(namespace), dimension: known(`${namespace}:thing:Capacity`) },
    registrations: [
      registration(name, {
        namespace: known(namespace),
        dimension: known(`${namespace}:thing:Capacity`),
        resourceId: known(`thing/${name}`),
      }),
    ],
    ...parts,
  });

export const tracking = (name: string, parts: Partial<TargetTrackingPolicy> = {}): TargetTrackingPolicy => ({
  kind: "targetTracking",
  at: ref("aws:appautoscaling/policy:Policy", name),
  metric: {
    signal: known("cpu"),
    per: known("ratio"),
    of: undefined,
    period: omitted(seconds(60)),
    statistic: undefined,
    expression: undefined,
    label: "CPU",
  },
  target: known(70),
  scaleInCooldown: given(seconds(300)),
  scaleOutCooldown: given(seconds(60)),
  scaleInDisabled: known(false),
  ...parts,
});

export const step = (name: string, changes: Maybe<readonly Maybe<number>[]>, parts: Partial<StepPolicy> = {}): StepPolicy => ({
  kind: "step",
  at: ref("aws:appautoscaling/policy:Policy", name),
  adjustment: known("ChangeInCapacity"),
  steps: changes.known ? known(changes.value.map((change) => ({ lower: "-infinity", upper: "infinity", change }))) : changes,
  cooldown: given(seconds(300)),
  minimumChange: undefined,
  aggregation: omitted("Average"),
  calledBy: [],
  ...parts,
});

export const alert = (on: "ACTUAL" | "FORECASTED", threshold: number, parts: Partial<BudgetAlert> = {}): BudgetAlert => ({
  on: known(on),
  comparison: known("GREATER_THAN"),
  threshold: known(threshold),
  thresholdKind: known("PERCENTAGE"),
  subscribers: known(1),
  ...parts,
});

export const completeAlerts: readonly BudgetAlert[] = [
  alert("ACTUAL", 50),
  alert("ACTUAL", 80),
  alert("ACTUAL", 100),
  alert("FORECASTED", 100),
];

export const budget = (name: string, parts: Partial<Budget> = {}): Budget => ({
  id: ref("aws:budgets/budget:Budget", name).urn,
  name,
  at: ref("aws:budgets/budget:Budget", name),
  budgetType: known("COST"),
  limit: known(1000),
  unit: known("USD"),
  period: known("MONTHLY"),
  end: undefined,
  filtered: known(false),
  alerts: known(completeAlerts),
  ...parts,
});
