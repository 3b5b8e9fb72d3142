import { emptyModel } from "../model/empty-model";
import { known, unknown, type Maybe } from "../../graph";
import {
  percent,
  seconds,
  type Metric,
  type ResourceRef,
  type Scalable,
  type ScalingModel,
  type ScheduledAction,
  type Setting,
  type StepPolicy,
  type TargetTrackingPolicy,
} from "../../model";
import type { Rule, RuleResult, Verdict } from "../../policies/rule";

/** Small models and results, as a reader and the rules would give them. */

export const ref = (name: string, configPath?: string, line = 88): ResourceRef => ({
  urn: `urn:pulumi:dev::headroom::aws:ecs/service:Service::${name}`,
  type: "aws:ecs/service:Service",
  name,
  position: known({ file: "components/ecs-service.ts", line, column: 5 }),
  component:
    configPath === undefined ? undefined : { urn: `urn:component:${name}`, type: "headroom:components:EcsService", name, configPath },
});

export const given = <T>(value: T): Setting<T> => ({ value: known(value), given: true });

export const metric = (signal: Metric["signal"], label = "AWS/ECS CPUUtilization"): Metric => ({
  signal,
  per: known("ratio"),
  of: undefined,
  period: { value: known(seconds(60)), given: false },
  statistic: undefined,
  expression: undefined,
  label,
});

export const tracking = (signal: Metric["signal"], target: Maybe<number>, scaleIn = 300, scaleOut = 60): TargetTrackingPolicy => ({
  kind: "targetTracking",
  at: ref("policy"),
  metric: metric(signal),
  target,
  scaleInCooldown: given(seconds(scaleIn)),
  scaleOutCooldown: given(seconds(scaleOut)),
  scaleInDisabled: known(false),
});

export const stepping = (change: number, cooldown: number): StepPolicy => ({
  kind: "step",
  at: ref("policy"),
  adjustment: known("ChangeInCapacity"),
  steps: known([{ lower: known(0), upper: "infinity", change: known(change) }]),
  cooldown: given(seconds(cooldown)),
  minimumChange: undefined,
  aggregation: { value: known("Average"), given: false },
  calledBy: ["urn:alarm"],
});

export const action = (schedule: Maybe<string>): ScheduledAction => ({
  at: ref("action"),
  name: "action",
  schedule,
  timezone: given("UTC"),
  min: known(1),
  max: "unchanged",
  start: undefined,
  end: undefined,
});

const ecsOwner: Scalable["owner"] = {
  kind: "ecs service",
  size: { cpu: unknown("not in this source"), memory: unknown("not in this source"), architecture: given("x86_64") },
  deployment: {
    minimumHealthy: given(percent(100)),
    maximum: given(percent(200)),
    circuitBreaker: given(true),
    rollback: given(true),
  },
  capacity: { kind: "launch type", launchType: known("FARGATE") },
  resolution: { cpu: given(seconds(60)), memory: given(seconds(60)) },
  targetGroups: [],
  cluster: unknown("computed on deployment"),
  pool: unknown("not in this source"),
  consumes: [],
};

export const scalable = (name: string, rest: Partial<Scalable> = {}): Scalable => ({
  id: `urn:${name}`,
  name,
  at: ref(name, `headroom:services.${name}`),
  unit: "task",
  owner: ecsOwner,
  registrations: [],
  bounds: { min: known(1), max: known(10) },
  initial: given(1),
  initialIgnored: known(true),
  policies: [],
  schedules: [],
  ...rest,
});

export const modelOf = (scalables: readonly Scalable[], rest: Partial<ScalingModel> = {}): ScalingModel =>
  emptyModel({ project: "headroom", name: "dev", file: "Pulumi.dev.yaml", tier: "dev", resources: 84 }, { scalables, ...rest });

export const ruleOf = (id: string, level: "mandatory" | "advisory" = "mandatory"): Rule => ({
  id,
  title: `What ${id} rejects.`,
  level,
  appliesTo: "policies that scale in",
  parameters: { least: 300 },
  judge: () => [],
});

export const resultOf = (id: string, verdict: Verdict, level: "mandatory" | "advisory" = "mandatory"): RuleResult => ({
  rule: ruleOf(id, level),
  level,
  verdict,
});

export const failed = (id: string, name: string, level: "mandatory" | "advisory" = "mandatory"): RuleResult =>
  resultOf(
    id,
    {
      verdict: "fail",
      findings: [
        {
          rule: id,
          level,
          subject: { name, at: ref(name, `headroom:services.${name}`) },
          actual: "scale-in cooldown is 120 s",
          allowed: "at least 300 s is required",
          fix: `Remove headroom:services.${name}.scale.scaleInCooldown from Pulumi.dev.yaml (the default is 5 minutes), or set it to 5 minutes or more.`,
        },
      ],
      unknowns: [],
    },
    level,
  );

export const passed = (id: string): RuleResult => resultOf(id, { verdict: "pass", subjects: 1 });
