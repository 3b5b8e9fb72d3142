/**
 * E20. "All limits enforced": a budget enforces nothing, it tells, and up to a day late. What caps the cost is the maximum
 * of each capacity. Here 40 tasks may run for 1,400 a month while the burst limit is 120.
 * To be caught by cost-envelope-within-budget.
 */
import * as aws from "@pulumi/aws";
import { alerts, soundBudget, soundService, track } from "../sound";

soundBudget("e20", 60);
new aws.budgets.Budget("e20-burst", {
  budgetType: "COST",
  limitAmount: "120",
  limitUnit: "USD",
  timeUnit: "MONTHLY",
  notifications: alerts(),
});
const { target } = soundService("e20-api", { min: 1, max: 40 });
track("e20-api-cpu", target, "ECSServiceAverageCPUUtilization", 60);
