import * as budgets from "@pulumi/aws/budgets";
import type * as pulumi from "@pulumi/pulumi";
import { watchForAnomalies } from "./anomalies";
import { names } from "../config";
import type { BudgetConfig } from "../config";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Scope } from "./scope";

interface BudgetArgs {
  readonly budget: BudgetConfig;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * A monthly cost budget that warns at half, at four fifths, when it is spent, and when it is going to be; once more at the burst limit.
 * Both limits are one AWS budget, which takes ten alerts: a second one would count the same costs again, and AWS charges for the third
 * budget of an account and every further one.
 */
export class Budget extends Part {
  constructor(name: string, { budget, notifications, scope }: BudgetArgs, options: pulumi.ComponentResourceOptions) {
    super("Budget", name, "headroom:budget", options);

    new budgets.Budget(
      name,
      {
        name: names.budget(scope.where),
        budgetType: "COST",
        timeUnit: "MONTHLY",
        limitAmount: String(budget.monthly),
        limitUnit: "USD",
        ...(budget.scope === "stack" ? { costFilters: [taggedWith(scope.where.stack)] } : {}),
        notifications: alertsOf(budget).map((alert) => ({
          ...alert,
          comparisonOperator: "GREATER_THAN",
          // By e-mail too: a topic's subscription counts only once it is confirmed.
          subscriberEmailAddresses: budget.notify,
          subscriberSnsTopicArns: [notifications.topicArn],
        })),
        tags: scope.tags(name),
      },
      { parent: this, dependsOn: [notifications.policy] },
    );
    if (budget.anomaly !== undefined) watchForAnomalies(name, { budget, anomaly: budget.anomaly, notifications, scope }, { parent: this });
    this.registerOutputs({});
  }
}

/** How Budgets writes a tag that a user gave: `user:<key>$<value>`. */
const taggedWith = (stack: string) => ({ name: "TagKeyValue", values: [`user:headroom:stack$${stack}`] });

/** Shares of the monthly limit, and the burst limit as an amount where it is another one. */
const alertsOf = ({ monthly, burst }: BudgetConfig) => [
  ...([50, 80, 100] as const).map((threshold) => ({ notificationType: "ACTUAL", threshold, thresholdType: "PERCENTAGE" })),
  { notificationType: "FORECASTED", threshold: 100, thresholdType: "PERCENTAGE" },
  ...(burst === monthly
    ? []
    : ["ACTUAL", "FORECASTED"].map((notificationType) => ({ notificationType, threshold: burst, thresholdType: "ABSOLUTE_VALUE" }))),
];
