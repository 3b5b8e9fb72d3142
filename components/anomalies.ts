import * as costexplorer from "@pulumi/aws/costexplorer";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { BudgetConfig } from "../config";
import type { Notifications } from "./notifications";
import type { Scope } from "./scope";

interface AnomaliesArgs {
  readonly budget: BudgetConfig;
  readonly anomaly: NonNullable<BudgetConfig["anomaly"]>;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** Tells the topic of each cost anomaly above an amount, as soon as AWS finds it. */
export function watchForAnomalies(name: string, args: AnomaliesArgs, options: pulumi.CustomResourceOptions): void {
  const { anomaly, notifications, scope } = args;
  new costexplorer.AnomalySubscription(
    `${name}-anomalies`,
    {
      name: names.budget(scope.where),
      // A topic hears at once or not at all; only e-mail is sent by the day or the week.
      frequency: "IMMEDIATE",
      subscribers: [{ type: "SNS", address: notifications.topicArn }],
      monitorArnLists: [anomaly.monitor ?? createMonitor(name, args, options).arn],
      thresholdExpression: {
        dimension: {
          key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
          matchOptions: ["GREATER_THAN_OR_EQUAL"],
          values: [String(anomaly.above)],
        },
      },
      tags: scope.tags(name),
    },
    { ...options, dependsOn: [notifications.policy] },
  );
}

const createMonitor = (
  name: string,
  { budget, scope }: AnomaliesArgs,
  options: pulumi.CustomResourceOptions,
): costexplorer.AnomalyMonitor =>
  new costexplorer.AnomalyMonitor(
    `${name}-monitor`,
    { name: names.budget(scope.where), ...watched(budget.scope, scope.where.stack), tags: scope.tags(name) },
    options,
  );

/**
 * The costs that a monitor looks at. An account has room for one monitor of its services and for 500 of tags, so stacks that share an
 * account each have one by their tag.
 */
const watched = (scope: BudgetConfig["scope"], stack: string) =>
  scope === "stack"
    ? { monitorType: "CUSTOM", monitorSpecification: JSON.stringify(taggedWith(stack)) }
    : { monitorType: "DIMENSIONAL", monitorDimension: "SERVICE" };

/** Cost Explorer answers with every part of an expression; all are written, so that what is read back does not differ. */
const taggedWith = (stack: string) => ({
  And: null,
  CostCategories: null,
  Dimensions: null,
  Not: null,
  Or: null,
  Tags: { Key: "headroom:stack", MatchOptions: null, Values: [stack] },
});
