import { known, unknown } from "../../../graph";
import type { Budget } from "../../../model";
import { budgetAlarmsRequired } from "../../../policies/rules/budget-alarms-required";
import { alert, budget, completeAlerts, ref, sampleModel, service } from "../sample-model";
import { describeSamples } from "../samples";

const scaling = (...budgets: Budget[]) => sampleModel({ scalables: [service("api")], budgets });
const group = (name: string) => ref("aws:autoscaling/group:Group", name);
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
    name: "an end that is no end",
    model: scaling(budget("monthly", { end: known("2087-06-15_00:00") })),
    verdict: "pass",
  },
  {
    name: "a budget that ends, beside one that does not",
    model: scaling(budget("project", { end: known("2026-12-31_00:00") }), budget("monthly")),
    verdict: "pass",
  },
  {
    name: "a budget of a year, beside one of a month",
    model: scaling(budget("year", { period: known("ANNUALLY") }), budget("monthly")),
    verdict: "pass",
  },
  {
    name: "a budget that is in order, and what may scale",
    model: sampleModel({ unread: [group("web")], budgets: [budget("monthly")] }),
    verdict: "pass",
  },
  {
    name: "the forecast of the limit in dollars",
    model: scaling(
      budget("monthly", {
        alerts: known([...completeAlerts.slice(0, 3), alert("FORECASTED", 1000, { thresholdKind: known("ABSOLUTE_VALUE") })]),
      }),
    ),
    verdict: "pass",
  },
  {
    name: "a forecast that waits for more than the limit",
    model: scaling(budget("monthly", { alerts: known([...completeAlerts.slice(0, 3), alert("FORECASTED", 120)]) })),
    verdict: "fail",
    says: [`monthly: the alert on forecast spend waits for 120 % of the limit; ${allowed}. ${add}`],
  },
  {
    name: "a forecast of more dollars than the limit has",
    model: scaling(
      budget("monthly", {
        alerts: known([...completeAlerts.slice(0, 3), alert("FORECASTED", 1000.5, { thresholdKind: known("ABSOLUTE_VALUE") })]),
      }),
    ),
    verdict: "fail",
    says: [`monthly: the alert on forecast spend waits for 100.05 % of the limit; ${allowed}. ${add}`],
  },
  {
    name: "dollars near a share of the limit are not that share",
    model: scaling(
      budget("monthly", { alerts: known([...completeAlerts.slice(1), alert("ACTUAL", 505, { thresholdKind: known("ABSOLUTE_VALUE") })]) }),
    ),
    verdict: "fail",
    says: [`monthly: there is no alert at 50 % of actual spend; ${allowed}. ${add}`],
  },
  {
    name: "percent are not dollars",
    model: scaling(
      budget("monthly", { alerts: known([...completeAlerts.slice(1), alert("ACTUAL", 50, { thresholdKind: known("ABSOLUTE_VALUE") })]) }),
    ),
    verdict: "fail",
    says: [`monthly: there is no alert at 50 % of actual spend; ${allowed}. ${add}`],
  },
  {
    name: "an alert on actual spend below a threshold",
    model: scaling(
      budget("monthly", { alerts: known([...completeAlerts.slice(1), alert("ACTUAL", 50, { comparison: known("LESS_THAN") })]) }),
    ),
    verdict: "fail",
    says: [`monthly: there is no alert at 50 % of actual spend; ${allowed}. ${add}`],
  },
  ...[0, -5].map((limit) => ({
    name: `a limit of ${limit}`,
    model: scaling(budget("monthly", { limit: known(limit) })),
    verdict: "fail" as const,
    says: [
      `monthly: its limit is ${limit}; an amount above 0 is required. Set limitAmount of aws:budgets/budget:Budget "monthly" to the amount in USD.`,
    ],
  })),
  {
    name: "a limit below zero, of which no dollars are a share",
    model: scaling(
      budget("monthly", {
        limit: known(-5),
        alerts: known(completeAlerts.map((one) => ({ ...one, thresholdKind: known("ABSOLUTE_VALUE") }))),
      }),
    ),
    verdict: "fail",
    says: [
      'monthly: its limit is -5; an amount above 0 is required. Set limitAmount of aws:budgets/budget:Budget "monthly" to the amount in USD.',
    ],
  },
  {
    name: "a limit that is no number, from a stack's file",
    model: scaling(budget("monthly", { limit: unknown("malformed"), at: ref("aws:budgets/budget:Budget", "monthly", "headroom:budget") })),
    verdict: "fail",
    says: [
      "monthly: its limit is not a number; an amount above 0 is required. Set headroom:budget.monthly in Pulumi.dev.yaml to the amount in USD.",
    ],
  },
  ...(["DAILY", "QUARTERLY", "ANNUALLY"] as const).map((period) => ({
    name: `a period that is ${period}`,
    model: scaling(budget("monthly", { period: known(period) })),
    verdict: "fail" as const,
    says: [`monthly: its period is ${period}; a month is required. Set timeUnit of aws:budgets/budget:Budget "monthly" to MONTHLY.`],
  })),
  {
    name: "a wrong setting and a missing alert are two findings, and a doubt beside them is none",
    model: scaling(budget("monthly", { period: known("DAILY"), end: computed, alerts: known(completeAlerts.slice(0, 3)) })),
    verdict: "fail",
    says: [
      'monthly: its period is DAILY; a month is required. Set timeUnit of aws:budgets/budget:Budget "monthly" to MONTHLY.',
      `monthly: there is no alert on forecast spend; ${allowed}. ${add}`,
    ],
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
    name: "two doubts weigh less than one alert that is certainly not there",
    model: scaling(budget("team", { alerts: known(completeAlerts.slice(0, 3)) }), budget("monthly", { unit: computed, limit: computed })),
    verdict: "unknown",
    says: ["monthly: its unit is computed on deployment."],
  },
  {
    name: "a limit that is made on deployment",
    model: scaling(budget("monthly", { limit: computed })),
    verdict: "unknown",
    says: ["monthly: its limit is computed on deployment."],
  },
  {
    name: "a period that AWS does not have",
    model: scaling(budget("monthly", { period: unknown("malformed") })),
    verdict: "unknown",
    says: ["monthly: its period is not of the kind that the property takes."],
  },
  {
    name: "an end, which may be past",
    model: scaling(budget("monthly", { end: known("2020-01-01_00:00") })),
    verdict: "unknown",
    says: ["monthly: it ends on 2020-01-01_00:00, which may be past: rules do not look at the clock."],
  },
  {
    name: "an end that is made on deployment",
    model: scaling(budget("monthly", { end: computed })),
    verdict: "unknown",
    says: ["monthly: its end is computed on deployment."],
  },
  {
    name: "a threshold of a kind that is made on deployment, and that is neither",
    model: scaling(budget("monthly", { alerts: known([...completeAlerts.slice(1), alert("ACTUAL", 60, { thresholdKind: computed })]) })),
    verdict: "fail",
    says: [`monthly: there is no alert at 50 % of actual spend; ${allowed}. ${add}`],
  },
  {
    name: "nothing but what may scale",
    model: sampleModel({ unread: [group("web")] }),
    verdict: "unknown",
    says: [
      'dev: whether it needs a budget depends on aws:autoscaling/group:Group "web", which may scale and which Headroom does not read.',
    ],
  },
  {
    name: "nothing but what may scale, and a budget that lacks alerts",
    model: sampleModel({ unread: ["a", "b", "c", "d", "e"].map(group), budgets: [budget("monthly", { alerts: known([]) })] }),
    verdict: "unknown",
    says: [
      'dev: whether it needs a budget depends on aws:autoscaling/group:Group "a", aws:autoscaling/group:Group "b", aws:autoscaling/group:Group "c" and 2 more, which may scale and which Headroom does not read.',
    ],
  },
  {
    name: "one threshold that is made on deployment",
    model: scaling(budget("monthly", { alerts: known([...completeAlerts.slice(1), alert("ACTUAL", 50, { threshold: computed })]) })),
    verdict: "unknown",
    says: ["monthly: the alert at 50 % of actual spend is computed on deployment."],
  },
]);
