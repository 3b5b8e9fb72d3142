import { dashboardKinds } from "../dashboard-kinds";
import type { DashboardKind } from "../dashboard-kinds";
import { limits } from "../limits";
import { shown } from "../problems";
import { entriesOf, textAt, textsAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

/** A dashboard of what the stack has not. */
export const emptyDashboards = (raw: Raw): readonly Said[] =>
  textsAt(raw, ["dashboards"]).flatMap((kind, i): readonly Said[] =>
    dashboardKinds.some((known) => known === kind && countOf(raw, known) === 0)
      ? [{ segments: ["dashboards", i], says: `is ${shown(kind)}, and headroom:${kind} is empty; remove it` }]
      : [],
  );

/** CloudWatch takes so many things on one dashboard and no more. */
export function crowdedDashboards(raw: Raw): readonly Said[] {
  const all = textAt(raw, ["dashboards"]) === "all";
  const named = textsAt(raw, ["dashboards"]);
  return dashboardKinds
    .filter((kind) => (all || named.includes(kind)) && countOf(raw, kind) > limits.shownOnDashboard)
    .map((kind) => ({
      segments: ["dashboards"],
      says: `wants one dashboard of ${countOf(raw, kind)} ${kind}, and CloudWatch has room for ${limits.shownOnDashboard}; name the other kinds alone`,
    }));
}

/** How many things there are to show; gateways stand beside the services. */
function countOf(raw: Raw, kind: DashboardKind): number {
  const own = entriesOf(raw[kind]).length;
  if (kind === "cdn") return Math.min(own, 1);
  return kind === "services" ? own + entriesOf(raw.gateways).length : own;
}
