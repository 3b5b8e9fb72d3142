import { dashboardKinds } from "../dashboard-kinds";
import type { DashboardKind } from "../dashboard-kinds";
import { limits } from "../limits";
import { shown } from "../problems";
import { at, entriesOf, textAt } from "../raw";
import type { Raw } from "../raw";
import type { Said } from "../sentences";

const kinds = Object.keys(dashboardKinds).filter((kind): kind is DashboardKind => Object.hasOwn(dashboardKinds, kind));

/** A dashboard of what the stack has not. */
export const emptyDashboards = (raw: Raw): readonly Said[] =>
  kindsIn(raw).flatMap(({ kind, i }): readonly Said[] =>
    entriesOf(raw[dashboardKinds[kind]]).length > 0
      ? []
      : [{ segments: ["dashboards", i], says: `is ${shown(kind)}, and headroom:${dashboardKinds[kind]} is empty; remove it` }],
  );

/** CloudWatch takes 500 widgets; a service has up to five, and the cluster a few. */
export function crowdedDashboard(raw: Raw): readonly Said[] {
  const services = entriesOf(raw.services).length;
  const named = textAt(raw, ["dashboards"]) === "all" || kindsIn(raw).some(({ kind }) => kind === "services");
  if (!named || services <= limits.servicesPerDashboard) return [];
  return [
    {
      segments: ["dashboards"],
      says: `wants one of ${services} services; a dashboard of CloudWatch holds at most ${limits.servicesPerDashboard}, so leave services out`,
    },
  ];
}

const kindsIn = (raw: Raw): readonly { readonly kind: DashboardKind; readonly i: number }[] => {
  const list = at(raw, ["dashboards"]);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown, i) => kinds.filter((kind) => kind === entry).map((kind) => ({ kind, i })));
};
