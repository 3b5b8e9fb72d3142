import * as budgets from "@pulumi/aws/budgets";
import type * as pulumi from "@pulumi/pulumi";
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

/** A monthly cost budget that warns at half, at four fifths, when it is spent, and when it is going to be. */
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
        notifications: alerts.map((alert) => ({
          ...alert,
          comparisonOperator: "GREATER_THAN",
          thresholdType: "PERCENTAGE",
          // By e-mail too: a topic's subscription counts only once it is confirmed.
          subscriberEmailAddresses: budget.notify,
          subscriberSnsTopicArns: [notifications.topicArn],
        })),
        tags: scope.tags(name),
      },
      { parent: this, dependsOn: [notifications.policy] },
    );
    this.registerOutputs({});
  }
}

/** How Budgets writes a tag that a user gave: `user:<key>$<value>`. */
const taggedWith = (stack: string) => ({ name: "TagKeyValue", values: [`user:headroom:stack$${stack}`] });

const alerts = [
  { notificationType: "ACTUAL", threshold: 50 },
  { notificationType: "ACTUAL", threshold: 80 },
  { notificationType: "ACTUAL", threshold: 100 },
  { notificationType: "FORECASTED", threshold: 100 },
] as const;
