import { join } from "node:path";
import pc from "picocolors";
import { known, unknown } from "../../graph";
import type { ScalingModel } from "../../model";
import type { RuleResult } from "../../policies/rule";
import { buildReport, renderJson, renderMarkdown, renderText, type Report } from "../../report";
import { matchesGolden as matchesFile } from "../golden";
import { action, failed, modelOf, passed, ref, resultOf, scalable, tracking } from "./models";

const matchesGolden = (name: string, text: string): void => matchesFile(join(__dirname, "goldens", name), text);

const report = (model: ScalingModel, results: readonly RuleResult[], file: string | null = null): Report =>
  buildReport({ model, results, source: { kind: file === null ? "recording" : "plan", file }, seconds: 3.14 });

const platform = modelOf([
  scalable("api", {
    bounds: { min: known(2), max: known(10) },
    initial: { value: known(2), given: true },
    policies: [tracking(known("cpu"), known(70)), tracking(known("memory"), known(80)), tracking(known("requests"), known(1000))],
  }),
  scalable("worker", { policies: [tracking(known("backlog"), known(100))] }),
  scalable("checkout", {
    owner: { kind: "provisioned concurrency", fn: unknown("computed on deployment"), qualifier: known("live") },
    unit: "environment",
    bounds: { min: known(2), max: known(20) },
    initial: { value: known(2), given: false },
    policies: [tracking(known("concurrency utilization"), known(0.7))],
    schedules: [action(known("cron(0 8 ? * MON-FRI *)")), action(known("cron(0 20 ? * MON-FRI *)"))],
  }),
  scalable("main", {
    owner: { kind: "aurora capacity", database: unknown("ambiguous") },
    unit: "ACU",
    bounds: { min: known(2), max: known(16) },
  }),
]);

const unsafe = report(platform, [
  passed("scalable-target-bounds"),
  failed("scale-in-cooldown-min", "worker"),
  failed("desired-count-ignored", "api", "advisory"),
  resultOf("budget-alarms-required", { verdict: "notApplicable", reason: "this stack has no budget" }),
]);

const doubtful = report(
  modelOf(
    [
      scalable("api", {
        bounds: { min: known(2), max: unknown("computed on deployment") },
        initial: { value: unknown("not in this source"), given: false },
        policies: [tracking(known("cpu"), unknown("secret"))],
      }),
    ],
    {
      stack: { project: "shop", name: "prod", file: "Pulumi.prod.yaml", tier: "prod", region: unknown("not in this source"), resources: 1 },
      unread: [ref("pool"), ref("shop")],
      unresolved: [
        {
          at: ref("worker-target"),
          property: "resourceId",
          why: "no partner in this stack",
          looked: "an ECS service named worker in cluster main",
        },
        { at: ref("pool"), property: "type", why: "not read yet", looked: "an Auto Scaling group" },
        { at: ref("shop"), property: "type", why: "made by its provider", looked: "what shop:index:Web scales" },
      ],
    },
  ),
  [
    resultOf("scalable-target-bounds", {
      verdict: "unknown",
      unknowns: [{ subject: { name: "api", at: ref("api") }, reason: "its maximum is computed on deployment" }],
    }),
  ],
  "plan.json",
);

const quiet = report(modelOf([]), [passed("scalable-target-bounds")]);

describe("a report", () => {
  const cases: readonly (readonly [string, Report])[] = [
    ["unsafe", unsafe],
    ["doubtful", doubtful],
    ["quiet", quiet],
  ];
  for (const [name, each] of cases) {
    it(`is, for the ${name} stack, the text of its golden`, () => {
      matchesGolden(`${name}.txt`, renderText(each, { width: undefined, colours: pc.createColors(false) }));
    });
    it(`is, for the ${name} stack in 80 columns, the text of its golden`, () => {
      matchesGolden(`${name}.80.txt`, renderText(each, { width: 80, colours: pc.createColors(false) }));
    });
    it(`is, for the ${name} stack, the Markdown of its golden`, () => matchesGolden(`${name}.md`, renderMarkdown(each)));
    it(`is, for the ${name} stack, the JSON of its golden`, () => matchesGolden(`${name}.json`, renderJson(each)));
  }
  it("has colours where they are wanted", () => {
    matchesGolden("unsafe.ansi.txt", renderText(unsafe, { width: 120, colours: pc.createColors(true) }));
  });
});
