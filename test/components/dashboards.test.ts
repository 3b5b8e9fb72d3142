import assert from "node:assert/strict";
import { join } from "node:path";
import { edited, everyKey } from "../config/example";
import { matchesGolden } from "../golden";
import { registered } from "./registered";
import type { Registered } from "./registered";

interface Widget {
  readonly type: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly properties: Record<string, unknown>;
}

const dashboardsOf = (resources: readonly Registered[]): readonly Registered[] =>
  resources.filter(({ type }) => type === "aws:cloudwatch/dashboard:Dashboard").sort((a, b) => (a.name < b.name ? -1 : 1));
const widgetsOf = ({ inputs }: Registered): readonly Widget[] =>
  (JSON.parse(String(inputs.dashboardBody)) as { widgets: Widget[] }).widgets;

/** One line for each thing on a dashboard. */
const shown = ({ type, properties }: Widget): string =>
  type === "text"
    ? `\n${String(properties.markdown)}`
    : [
        `${String(properties.title)}, in ${(properties.yAxis as { left: { label: string } }).left.label}, of ${String(properties.region)}`,
        ...(properties.metrics as unknown[]).map((metric) => `  ${JSON.stringify(metric)}`),
        ...((properties.annotations as { horizontal: { label: string; value: number }[] } | undefined)?.horizontal ?? []).map(
          ({ label, value }) => `  - ${label}: ${value}`,
        ),
      ].join("\n");

describe("dashboards", () => {
  let all: readonly Registered[];
  before(async () => (all = await registered(everyKey(), "prod")));

  it("show services, functions, databases, caches and the CDN, with their targets", () => {
    const text = dashboardsOf(all)
      .map((dashboard) => `# ${String(dashboard.inputs.dashboardName)}\n${widgetsOf(dashboard).map(shown).join("\n")}\n`)
      .join("\n");
    matchesGolden(join(__dirname, "goldens/dashboards.txt"), text);
  });

  it("never lay one thing over another, nor beyond the 24 columns", () => {
    for (const dashboard of dashboardsOf(all)) {
      const widgets = widgetsOf(dashboard);
      for (const [i, a] of widgets.entries()) {
        assert.ok(a.x >= 0 && a.x + a.width <= 24);
        for (const b of widgets.slice(i + 1))
          assert.ok(a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y, dashboard.name);
      }
    }
  });

  it("are made for the kinds that are named, and for no others", async () => {
    const some = await registered(edited(everyKey(), ["headroom:dashboards"], ["caches"]), "prod");
    assert.deepEqual(
      dashboardsOf(some).map(({ name }) => name),
      ["dashboards-caches"],
    );
  });
});
