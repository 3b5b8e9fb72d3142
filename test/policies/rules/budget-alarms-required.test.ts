import { known, unknown } from "../../../graph";
import type { Budget } from "../../../model";
import { budgetAlarmsRequired } from "../../../policies/rules/budget-alarms-required";
import { alert, budget, completeAlerts, ref, sampleModel, service } from "../sample-model";
import { describeSamples } from "../samples";

const scaling = (...budgets: Budget[]) => sampleModel({ scalables: [service("api")], budgets });
const computed = unknown("computed on deployment");
const allowed = "an alert with a subscriber at 50, 80 and 100 % of actual and one on forecast spend are required";
const add = 'Add what is missing to notifications of aws:budgets/budget:Budget "monthly".';

describeSamples(budgetAlarmsRequired, [
  { name: "all four alerts", model: scaling(budget("monthly")), verdict: "pass" },
  { name: "nothing scales", model: sampleModel(), verdict: "notApplicable" },
  {
    name: "the same shares of the limit in dollars",
    model: scaling(
      budget("monthly", {
        alerts: known([
          ...[500, 800, 1000].map((dollars) => alert("ACTUAL", dollars, { thresholdKind: known("ABSOLUTE_VALUE") })),
          alert("FORECASTED", 90),
        ]),
      }),
    ),
    verdict: "pass",
  },
  { name: "a second budget that lacks alerts", model: scaling(budget("team", { alerts: known([]) }), budget("monthly")), verdict: "pass" },
  {
    name: "a budget of hours is none of money",
    model: scaling(budget("hours", { budgetType: known("USAGE"), unit: known("Hrs") }), budget("monthly")),
    verdict: "pass",
  },
  {
    name: "a topic whose ARN is made on deployment counts as somebody",
    model: scaling(budget("monthly", { alerts: known(completeAlerts.map((one) => ({ ...one, subscribers: known(1) }))) })),
    verdict: "pass",
  },
  {
    name: "no budget",
    model: scaling(),
    verdict: "fail",
    says: [
      "dev: 1 capacity scales and no cost budget watches what is spent; a budget in USD with alerts at 50, 80 and 100 % of actual and on forecast spend is required. Add an aws:budgets/budget:Budget of budgetType COST with these notifications.",
    ],
  },
  {
    name: "no budget in a stack of this platform",
    model: sampleModel({
      scalables: [
        service("api", { at: ref("aws:ecs/service:Service", "api", "headroom:services.api") }),
        service("worker", { at: ref("aws:ecs/service:Service", "worker", "headroom:services.worker") }),
      ],
    }),
    verdict: "fail",
    says: [
      "dev: 2 capacities scale and no cost budget watches what is spent; a budget in USD with alerts at 50, 80 and 100 % of actual and on forecast spend is required. Set headroom:budget.monthly and headroom:budget.notify in Pulumi.dev.yaml.",
    ],
  },
  {
    name: "only when it is spent",
    model: scaling(budget("monthly", { alerts: known([alert("ACTUAL", 100)]) })),
    verdict: "fail",
    says: [
      `monthly: there is no alert at 50 % of actual spend, there is no alert at 80 % of actual spend and there is no alert on forecast spend; ${allowed}. ${add}`,
    ],
  },
  {
    name: "an alert below a threshold warns of nothing",
    model: scaling(
      budget("monthly", { alerts: known([...completeAlerts.slice(0, 3), alert("FORECASTED", 100, { comparison: known("LESS_THAN") })]) }),
    ),
    verdict: "fail",
    says: [`monthly: there is no alert on forecast spend; ${allowed}. ${add}`],
  },
  {
    name: "an alert that nobody hears",
    model: scaling(
      budget("monthly", {
        alerts: known([...completeAlerts.slice(0, 3), alert("FORECASTED", 100, { subscribers: known(0) })]),
      }),
    ),
    verdict: "fail",
    says: [
      `monthly: nobody hears the alert on forecast spend; ${allowed}. Set notifications[].subscriberEmailAddresses of aws:budgets/budget:Budget "monthly" to one address or more.`,
    ],
  },
  {
    name: "an alert that nobody hears, from a stack's file",
    model: scaling(
      budget("monthly", {
        at: ref("aws:budgets/budget:Budget", "monthly", "headroom:budget"),
        alerts: known(completeAlerts.map((one) => ({ ...one, subscribers: known(one.on.known && one.on.value === "FORECASTED" ? 0 : 1) }))),
      }),
    ),
    verdict: "fail",
    says: [
      `monthly: nobody hears the alert on forecast spend; ${allowed}. Set headroom:budget.notify in Pulumi.dev.yaml to one address or more.`,
    ],
  },
  {
    name: "euros",
    model: scaling(budget("monthly", { unit: known("EUR") })),
    verdict: "fail",
    says: [
      'monthly: its unit is EUR; USD is the only unit that AWS takes. Set limitUnit of aws:budgets/budget:Budget "monthly" to USD and limitAmount to the amount in USD.',
    ],
  },
  {
    name: "alerts that are made on deployment",
    model: scaling(budget("monthly", { alerts: computed })),
    verdict: "unknown",
    says: ["monthly: the list of its alerts is computed on deployment."],
  },
  {
    name: "what the budget measures is made on deployment",
    model: scaling(budget("monthly", { budgetType: computed, unit: known("EUR") })),
    verdict: "unknown",
    says: ["monthly: what it measures is computed on deployment."],
  },
  {
    name: "a unit that AWS chooses",
    model: scaling(budget("monthly", { unit: computed })),
    verdict: "unknown",
    says: ["monthly: its unit is computed on deployment."],
  },
  {
    name: "one threshold that is made on deployment",
    model: scaling(budget("monthly", { alerts: known([...completeAlerts.slice(1), alert("ACTUAL", 50, { threshold: computed })]) })),
    verdict: "unknown",
    says: ["monthly: the alert at 50 % of actual spend is computed on deployment."],
  },
]);
