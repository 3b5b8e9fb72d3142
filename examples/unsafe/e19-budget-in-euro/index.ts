/**
 * E19. AWS Budgets takes USD only on a commercial account; a budget in EUR fails on deployment, and nothing warns.
 * Caught by budget-alarms-required.
 */
import * as aws from "@pulumi/aws";
import { alerts, soundService, track } from "../sound";

new aws.budgets.Budget("e19-budget", {
  budgetType: "COST",
  limitAmount: "60",
  limitUnit: "EUR",
  timeUnit: "MONTHLY",
  notifications: alerts(),
});
const { target } = soundService("e19-api", { min: 2, max: 4 });
track("e19-api-cpu", target, "ECSServiceAverageCPUUtilization", 60);
