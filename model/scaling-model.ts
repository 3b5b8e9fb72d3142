import type { Maybe, SourcePosition, Urn } from "../graph";
import type { MiB, Percent, Seconds, VCpu } from "./units";

/**
 * What a stack would scale, between which limits, moved by what: plain data, read once from a ResourceGraph,
 * and the only thing that rules, cost, simulation and reports look at.
 */
export interface ScalingModel {
  readonly stack: Stack;
  readonly scalables: readonly Scalable[];
  readonly queues: readonly Queue[];
  readonly functions: readonly Fn[];
  readonly eventSources: readonly EventSource[];
  readonly databases: readonly Database[];
  readonly caches: readonly Cache[];
  readonly clusters: readonly Cluster[];
  readonly alarms: readonly Alarm[];
  readonly budgets: readonly Budget[];
  /** Limits that others must respect: pod disruption budgets, vertical autoscalers, quotas. */
  readonly guards: readonly Guard[];
  /** Costs money and does not scale: NAT gateways, load balancers, endpoints, brokers. */
  readonly standing: readonly Standing[];
  /** Could scale; Headroom does not read it yet, or only its provider knows what is inside. Each is in `unresolved` too. */
  readonly unread: readonly ResourceRef[];
  /** Every reference that found no partner and all that is not read, with the reason. Kept and reported, never dropped. */
  readonly unresolved: readonly Unresolved[];
}

export type Tier = "dev" | "staging" | "prod";

export interface Stack {
  readonly project: string;
  readonly name: string;
  /** Where its limits are edited, for people: `Pulumi.prod.yaml`. */
  readonly file: string;
  /** From the platform component's own input where there is one, else from the stack's name. */
  readonly tier: Tier;
  readonly region: Maybe<string>;
  readonly resources: number;
}

/** Where an entity stands in the program. */
export interface ResourceRef {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  readonly position: Maybe<SourcePosition>;
  /** The nearest enclosing component that says which configuration made it. */
  readonly component: ComponentRef | undefined;
}
export interface ComponentRef {
  readonly urn: Urn;
  readonly type: string;
  readonly name: string;
  /** For instance `headroom:services.worker`. */
  readonly configPath: string;
}

/** A setting whose absence has a meaning: what applies, and whether anyone wrote it. */
export interface Setting<T> {
  readonly value: Maybe<T>;
  readonly given: boolean;
}

export type ScalableUnit = "task" | "replica" | "environment" | "ACU" | "shard" | "node" | "capacity unit";

/** One capacity that moves. */
export interface Scalable {
  /** URN of the owner, and the dimension after `#` where an owner may have several. */
  readonly id: string;
  readonly name: string;
  readonly at: ResourceRef;
  readonly unit: ScalableUnit;
  readonly owner: Owner;
  /** Scalable targets, HPAs, ScaledObjects: normally one; two is a finding. */
  readonly registrations: readonly Registration[];
  /** Of the only registration; ambiguous when there are several that differ. */
  readonly bounds: Bounds;
  readonly initial: Setting<number>;
  /** Does the program leave the count to the autoscaler (`ignoreChanges`)? */
  readonly initialIgnored: Maybe<boolean>;
  readonly policies: readonly ScalingPolicy[];
  readonly schedules: readonly ScheduledAction[];
}

export interface Bounds {
  readonly min: Maybe<number>;
  readonly max: Maybe<number>;
}

/** One statement that something scales, and between which limits. */
export interface Registration {
  readonly at: ResourceRef;
  readonly bounds: Bounds;
  /** Application Auto Scaling's namespace, `kubernetes`, `keda`, or `aurora` for capacity that Aurora moves itself. */
  readonly namespace: Maybe<string>;
  readonly dimension: Maybe<string>;
  readonly resourceId: Maybe<string>;
  /**
   * The region and account that the id is of, or the provider that decides on them; not for people. Ambiguous where another target has
   * the same id and it is unknown whether both are in the same ones.
   */
  readonly location: Maybe<string>;
}

/** What one unit is, and how units come and go. */
export type Owner =
  | EcsServiceOwner
  | { readonly kind: "provisioned concurrency"; readonly fn: Maybe<Urn>; readonly qualifier: Maybe<string> }
  | { readonly kind: "aurora capacity"; readonly database: Maybe<Urn> }
  | { readonly kind: "aurora readers" | "read replicas"; readonly database: Maybe<Urn> }
  | { readonly kind: "cache replicas" | "cache shards"; readonly cache: Maybe<Urn> }
  | WorkloadOwner
  | { readonly kind: "node group"; readonly instanceTypes: Maybe<readonly string[]>; readonly allocatable: Maybe<Resources> }
  /** `index` is undefined for the table itself. */
  | { readonly kind: "table capacity"; readonly table: Maybe<Urn>; readonly index: Maybe<string> | undefined; readonly dimension: string }
  /** A target whose partner is not in the graph, or of a kind that has no reader yet. */
  | { readonly kind: "other"; readonly namespace: Maybe<string>; readonly dimension: Maybe<string> };

export interface EcsServiceOwner {
  readonly kind: "ecs service";
  readonly size: TaskSize;
  readonly deployment: Deployment;
  readonly capacity: CapacityStrategy;
  /** How often the service publishes each of the metrics that can be tracked. */
  readonly resolution: Readonly<Record<"cpu" | "memory", Setting<Seconds>>>;
  /** Target groups that send it traffic. */
  readonly targetGroups: readonly Maybe<Urn>[];
  readonly cluster: Maybe<Urn>;
  readonly pool: Maybe<ConnectionPool>;
  /** Queues that its policies, and the alarms that call them, feed on. */
  readonly consumes: readonly Urn[];
}
export interface TaskSize {
  readonly cpu: Maybe<VCpu>;
  readonly memory: Maybe<MiB>;
  readonly architecture: Setting<"x86_64" | "arm64">;
}
export interface Deployment {
  readonly minimumHealthy: Setting<Percent>;
  readonly maximum: Setting<Percent>;
  readonly circuitBreaker: Setting<boolean>;
  readonly rollback: Setting<boolean>;
}
export type CapacityStrategy =
  | { readonly kind: "launch type"; readonly launchType: Maybe<string> }
  | {
      readonly kind: "providers";
      readonly providers: readonly { readonly name: Maybe<string>; readonly base: Setting<number>; readonly weight: Setting<number> }[];
    }
  | { readonly kind: "unknown"; readonly why: Maybe<never> };

export interface WorkloadOwner {
  readonly kind: "kubernetes workload";
  readonly requests: Resources;
  readonly limits: Resources;
  readonly pool: Maybe<ConnectionPool>;
}
export interface Resources {
  readonly cpu: Maybe<VCpu>;
  readonly memory: Maybe<MiB>;
}
/** Database connections that one unit may hold. */
export interface ConnectionPool {
  readonly database: Maybe<Urn>;
  readonly perUnit: Maybe<number>;
}

/** What moves a scalable. */
export type ScalingPolicy = TargetTrackingPolicy | StepPolicy | PredictivePolicy | HpaMetricPolicy | UnreadPolicy;

export interface TargetTrackingPolicy {
  readonly kind: "targetTracking";
  readonly at: ResourceRef;
  readonly metric: Metric;
  /** In the metric's own unit: percent for utilizations, a fraction for provisioned concurrency. */
  readonly target: Maybe<number>;
  readonly scaleInCooldown: Setting<Seconds>;
  readonly scaleOutCooldown: Setting<Seconds>;
  readonly scaleInDisabled: Maybe<boolean>;
}
export interface StepPolicy {
  readonly kind: "step";
  readonly at: ResourceRef;
  readonly adjustment: Maybe<"ChangeInCapacity" | "PercentChangeInCapacity" | "ExactCapacity">;
  readonly steps: Maybe<readonly Step[]>;
  readonly cooldown: Setting<Seconds>;
  /** The least change, in units, that a percentage makes; undefined when none was written. */
  readonly minimumChange: Maybe<number> | undefined;
  readonly aggregation: Setting<string>;
  /** Alarms (by id, in `alarms`) whose actions call this policy. */
  readonly calledBy: readonly Urn[];
}
/** An interval relative to the alarm's threshold; an absent bound is infinite. */
export interface Step {
  readonly lower: Maybe<number> | "-infinity";
  readonly upper: Maybe<number> | "infinity";
  readonly change: Maybe<number>;
}
export interface PredictivePolicy {
  readonly kind: "predictive";
  readonly at: ResourceRef;
  readonly mode: Maybe<"ForecastOnly" | "ForecastAndScale">;
  readonly maxBreach: Setting<"HonorMaxCapacity" | "IncreaseMaxCapacity">;
  readonly maxBuffer: Maybe<Percent>;
}
export interface HpaMetricPolicy {
  readonly kind: "hpaMetric";
  readonly at: ResourceRef;
  readonly metric: Metric;
  readonly target: Maybe<number>;
  readonly scaleDownWindow: Setting<Seconds>;
  readonly scaleUpWindow: Setting<Seconds>;
}
/** A policy whose kind is unknown or not one of the above. */
export interface UnreadPolicy {
  readonly kind: "unread";
  readonly at: ResourceRef;
  readonly policyType: Maybe<string>;
}

export type Signal =
  | "cpu"
  | "memory"
  | "requests"
  | "queue depth"
  | "backlog"
  | "concurrency utilization"
  /** Consumed against provisioned throughput (DynamoDB, Keyspaces). */
  | "capacity utilization"
  | "connections"
  | "custom";

/** What a policy looks at. `per` decides whether tracking it can work: a total (a queue's depth) must not be tracked. */
export interface Metric {
  readonly signal: Maybe<Signal>;
  readonly per: Maybe<"unit" | "total" | "ratio">;
  /** The queue, target group or service that is measured; undefined when the metric names none. */
  readonly of: Maybe<Urn> | undefined;
  readonly period: Setting<Seconds>;
  readonly statistic: Maybe<string> | undefined;
  /** Metric math, as written. */
  readonly expression: Maybe<string> | undefined;
  /** CloudWatch's name (`AWS/ECS CPUUtilization`), the predefined type, or an expression's label, else itself: for people. */
  readonly label: string;
}

export interface ScheduledAction {
  readonly at: ResourceRef;
  readonly name: string;
  /** `cron(…)`, `rate(…)` or `at(…)`, as written. */
  readonly schedule: Maybe<string>;
  readonly timezone: Setting<string>;
  /** Each side may be left out: the bound then stays as it is. */
  readonly min: Maybe<number> | "unchanged";
  readonly max: Maybe<number> | "unchanged";
  readonly start: Maybe<string> | undefined;
  readonly end: Maybe<string> | undefined;
}

export interface Alarm {
  readonly id: Urn;
  readonly at: ResourceRef;
  readonly metric: Metric;
  readonly comparison: Maybe<string>;
  readonly threshold: Maybe<number>;
  readonly period: Setting<Seconds>;
  readonly evaluationPeriods: Maybe<number>;
  readonly datapointsToAlarm: Setting<number>;
  readonly missingData: Setting<string>;
  /** What it calls. A list of which nothing is known counts as one action that calls something unknown. */
  readonly actions: readonly AlarmAction[];
  readonly enabled: Setting<boolean>;
}

/** A change of state that an alarm acts on, and the scaling policy or topic that it then calls, where one can be named. */
export interface AlarmAction {
  readonly on: "alarm" | "ok" | "insufficient data";
  readonly calls: Maybe<Urn>;
}

export interface Queue {
  readonly id: Urn;
  readonly name: string;
  readonly at: ResourceRef;
  readonly fifo: Maybe<boolean>;
  readonly visibilityTimeout: Setting<Seconds>;
  /** The queue that takes what failed too often; undefined when there is none. */
  readonly deadLetter: Maybe<Urn> | undefined;
  readonly maxReceives: Maybe<number> | undefined;
  /** Is this the dead-letter queue of another one in the stack? */
  readonly isDeadLetter: Maybe<boolean>;
  /** Inputs that only a FIFO queue takes and that are set here. */
  readonly fifoAttributes: readonly string[];
}

export interface Fn {
  readonly id: Urn;
  readonly name: string;
  readonly at: ResourceRef;
  readonly reserved: Setting<number>;
  readonly timeout: Setting<Seconds>;
  readonly memory: Setting<MiB>;
}
/** What polls a queue or a stream and invokes a function with what it finds. */
export interface EventSource {
  readonly id: Urn;
  readonly at: ResourceRef;
  readonly fn: Maybe<Urn>;
  /** Undefined where it polls something else. */
  readonly queue: Maybe<Urn> | undefined;
  readonly batchSize: Setting<number>;
  /** How long it waits for a batch to fill. */
  readonly window: Setting<Seconds>;
  /** How many invocations it keeps going at once, at the most; undefined when nobody wrote a limit. */
  readonly maximumConcurrency: Maybe<number> | undefined;
  readonly enabled: Setting<boolean>;
}
export interface Database {
  readonly id: Urn;
  readonly name: string;
  readonly at: ResourceRef;
  readonly kind: "cluster" | "instance";
  readonly engine: Maybe<string>;
  /** Of an instance, or of each of a Multi-AZ cluster that is no Aurora; undefined where its instances say for themselves. */
  readonly instanceClass: Maybe<string> | undefined;
  /** Aurora Serverless v2's range of one instance, in ACUs; undefined for a database that has none. */
  readonly capacity: Bounds | undefined;
  /** The classes of a cluster's instances that the program makes, the writer among them; empty for an instance. */
  readonly members: Maybe<readonly Maybe<string>[]>;
  /** The instance that this one is a read replica of; undefined for one that is none. */
  readonly replicaOf: Maybe<Urn> | undefined;
  /** Does an RDS Proxy stand before it? */
  readonly proxied: Maybe<boolean>;
}
export interface Cache {
  readonly id: Urn;
  readonly name: string;
  readonly at: ResourceRef;
  readonly engine: Setting<string>;
  readonly nodeType: Maybe<string>;
  readonly shards: Setting<number>;
  /** Of each shard. */
  readonly replicas: Setting<number>;
  readonly clusterMode: Setting<"enabled" | "compatible" | "disabled">;
}
export interface Cluster {
  readonly id: Urn;
  readonly name: string;
  readonly at: ResourceRef;
  readonly kind: "ecs" | "eks";
  /** ECS: needed wherever a policy reads RunningTaskCount. */
  readonly containerInsights: Setting<boolean>;
}

export interface Budget {
  readonly id: Urn;
  readonly name: string;
  readonly at: ResourceRef;
  /** `COST`, `USAGE` and so on: only a cost budget guards money, and only its unit is a currency. */
  readonly budgetType: Maybe<string>;
  readonly limit: Maybe<number>;
  /** AWS takes USD only on a commercial account. */
  readonly unit: Maybe<string>;
  /** How long until what was spent counts from nothing again. */
  readonly period: Maybe<"DAILY" | "MONTHLY" | "QUARTERLY" | "ANNUALLY">;
  /** When AWS deletes it and its alerts, as `2026-12-31_00:00` (UTC); undefined when nobody wrote an end. */
  readonly end: Maybe<string> | undefined;
  /** Does it look at a part of the bill only (one service, one tag)? */
  readonly filtered: Maybe<boolean>;
  readonly alerts: Maybe<readonly BudgetAlert[]>;
}
export interface BudgetAlert {
  readonly on: Maybe<"ACTUAL" | "FORECASTED">;
  /** Only GREATER_THAN tells of money that is being spent. */
  readonly comparison: Maybe<"GREATER_THAN" | "LESS_THAN" | "EQUAL_TO">;
  readonly threshold: Maybe<number>;
  readonly thresholdKind: Maybe<"PERCENTAGE" | "ABSOLUTE_VALUE">;
  /** How many addresses and topics hear of it, at the least; a topic whose ARN is unknown still counts, a blank text does not. */
  readonly subscribers: Maybe<number>;
}

export interface Guard {
  readonly at: ResourceRef;
  readonly kind: "pod disruption budget" | "vertical autoscaler" | "quota";
}
export interface Standing {
  readonly at: ResourceRef;
  readonly kind:
    | "nat gateway"
    | "load balancer"
    | "vpc endpoint"
    | "public address"
    | "database proxy"
    | "message broker"
    | "cdn distribution"
    | "web acl";
  readonly count: Maybe<number>;
}

/** A reference that found no partner, or something that may scale and is not read. */
export interface Unresolved {
  readonly at: ResourceRef;
  readonly property: string;
  readonly why: Why;
  /** For people: what was looked for. */
  readonly looked: string;
}
type Why =
  | Extract<Maybe<never>, { known: false }>["why"]
  | "no partner in this stack"
  /** Of a type that may scale and that has no reader. */
  | "not read yet"
  /** A component that its provider expands into resources that no recording holds. */
  | "made by its provider";
