/**
 * What the source systems' documents get wrong, by the numbers that their errata have. Each is a program in
 * `examples/unsafe` where an AWS configuration can say it, and has a reason here where none can.
 */

/** A program that one of today's rules refuses, with all that the rules say of it. */
export interface Caught {
  readonly folder: string;
  readonly stack: "dev" | "prod";
  readonly says: readonly string[];
}

export const caught: readonly Caught[] = [
  {
    folder: "e19-budget-in-euro",
    stack: "prod",
    says: [
      'budget-alarms-required: e19-budget: its unit is EUR; USD is the only unit that AWS takes. Set limitUnit of aws:budgets/budget:Budget "e19-budget" to USD and limitAmount to the amount in USD.',
    ],
  },
  {
    folder: "lambda-cooldown-left-out",
    stack: "dev",
    says: [
      'scale-in-cooldown-min: lambda-cooldown-checkout: scale-in cooldown is 0 s (omitted: Lambda\'s default); at least 300 s is required. Set targetTrackingScalingPolicyConfiguration.scaleInCooldown of aws:appautoscaling/policy:Policy "lambda-cooldown-checkout-utilization" to 300 or more.',
    ],
  },
];

/** A program that no rule refuses yet, and the rule that has to. One that begins to be refused moves up, with the sentence. */
export interface Uncaught {
  readonly folder: string;
  readonly stack: "dev" | "prod";
  readonly rule: string;
}

export const uncaught: readonly Uncaught[] = [
  { folder: "e01-standard-queue-with-fifo-attributes", stack: "dev", rule: "queue-fifo-attributes" },
  { folder: "e03-tracks-a-queue-total", stack: "dev", rule: "queue-metric-per-task" },
  { folder: "e06-redelivered-while-running", stack: "dev", rule: "queue-visibility-timeout" },
  { folder: "e08-pools-multiply", stack: "prod", rule: "connection-budget" },
  { folder: "e11-pauses-behind-a-proxy", stack: "dev", rule: "aurora-autopause-blockers" },
  { folder: "e14-steps-against-tracking", stack: "dev", rule: "policy-metric-conflict" },
  { folder: "e16-gateway-scaled-by-cpu", stack: "dev", rule: "stateful-service-not-cpu-scaled" },
  { folder: "e17-cache-without-replicas", stack: "dev", rule: "elasticache-scaling-supported" },
  { folder: "e18-budget-below-its-floor", stack: "dev", rule: "cost-envelope-within-budget" },
  { folder: "e20-budget-as-a-cap", stack: "prod", rule: "cost-envelope-within-budget" },
  { folder: "e21-utilization-in-percent", stack: "dev", rule: "target-value-sane" },
  { folder: "e24-node-that-does-not-exist", stack: "dev", rule: "elasticache-scaling-supported" },
  { folder: "e35-iops-below-400-gib", stack: "prod", rule: "rds-storage-settings" },
];

/** How many errata there are: E1 to this. */
export const lastErratum = 38;

/** Why an erratum is not a program here. */
export const notExpressed: Readonly<Record<number, string>> = {
  2: "prose: a figure for the throughput of a standard queue, which nothing configures",
  4: "arithmetic: workers from runs a minute",
  5: "arithmetic: runs a month as runs a minute",
  7: "prose: the connections that an instance takes follow from its class; nothing configures the figures of the document",
  9: "Kubernetes: the pools are those of pods",
  10: "a change, not a state: what a new maximum needs is a reboot, and one program shows one maximum",
  12: "prose: a cooldown of 60 s is sound; how long scaling takes is for the simulation to show",
  13: "prose: target tracking has no settings for these windows",
  15: "arithmetic: the sum of a table",
  22: "prose: storage autoscaling is sound; what is wrong is to count on it for lower costs",
  23: "prose: compression is sound; what is wrong is that it covers all content types",
  25: "arithmetic: the price of six nodes",
  26: "Kubernetes: an annotation that nothing reads",
  27: "Kubernetes: two autoscalers of one Deployment",
  28: "Kubernetes: a count set by hand while an autoscaler runs",
  29: "Kubernetes: an annotation on the wrong object",
  30: "Kubernetes: a ConfigMap that nothing reads",
  31: "Kubernetes: an autoscaler's window",
  32: "arithmetic: pods in a year",
  33: "a load test's setting",
  34: "Kubernetes: a command for a pod that does not exist",
  36: "prose: a quota",
  37: "prose: what is conservative and how soon a queue's metric arrives",
  38: "Kubernetes: correct, and to be kept as a program that passes",
};
