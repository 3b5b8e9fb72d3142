import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { names } from "../../config";
import type { DashboardKind, StackConfig } from "../../config";
import type { EcsService } from "../ecs-service";
import { Part } from "../part";
import type { Scope } from "../scope";
import { bodyOf } from "./body";
import { cachesDashboard } from "./caches";
import { cdnDashboard } from "./cdn";
import { databasesDashboard } from "./databases";
import { functionsDashboard } from "./functions";
import type { Section } from "./graph";
import { servicesDashboard } from "./services";
import { shownCache, shownDatabase, shownFunction, shownGateway, shownService } from "./shown";

interface DashboardsArgs {
  readonly config: Pick<StackConfig, "dashboards" | "services" | "gateways" | "functions" | "databases" | "caches" | "cdn">;
  readonly services: Readonly<Record<string, EcsService>>;
  readonly distributionId: pulumi.Input<string> | undefined;
  readonly scope: Scope;
}

/**
 * Dashboards of CloudWatch, one for each kind: services and gateways (tasks, CPU and memory, what moves them, the cluster), functions (concurrency,
 * duration, errors, throttles), databases (CPU, memory, connections, replica lag), caches (CPU, memory, evictions, hit rate) and the CDN
 * (hit rate, errors, origin latency). Targets, limits and alarms are drawn as levels.
 */
export class Dashboards extends Part {
  constructor(name: string, args: DashboardsArgs, options: pulumi.ComponentResourceOptions) {
    super("Dashboards", name, "headroom:dashboards", options);
    const { scope } = args;
    const { dashboards } = args.config;

    for (const [kind, sections] of sectionsOf(args)) {
      if (sections.length === 0 || (dashboards !== "all" && !dashboards.includes(kind))) continue;
      new cloudwatch.Dashboard(
        `${name}-${kind}`,
        { dashboardName: names.dashboard(scope.where, kind), dashboardBody: pulumi.jsonStringify(bodyOf(sections, scope.account.region)) },
        { parent: this },
      );
    }
    this.registerOutputs({});
  }
}

/** A section for each thing that the stack has; none where it has none of a kind. */
function sectionsOf({
  config,
  services,
  distributionId,
  scope: { where },
}: DashboardsArgs): readonly (readonly [DashboardKind, readonly Section[]])[] {
  const shown = Object.entries(config.services).flatMap(([name, service]) => {
    const made = services[name];
    return made === undefined ? [] : [shownService(name, service, made, where)];
  });
  const each = <A, B>(record: Readonly<Record<string, A>>, show: (name: string, value: A, of: typeof where) => B): readonly B[] =>
    Object.entries(record).map(([name, value]) => show(name, value, where));
  const all = [...shown, ...each(config.gateways, shownGateway)];
  return [
    ["services", all.length === 0 ? [] : servicesDashboard(all, names.cluster(where))],
    ["functions", functionsDashboard(each(config.functions, shownFunction))],
    ["databases", databasesDashboard(each(config.databases, shownDatabase))],
    ["caches", cachesDashboard(each(config.caches, shownCache))],
    ["cdn", config.cdn === undefined || distributionId === undefined ? [] : cdnDashboard({ distributionId, alarms: config.cdn.alarms })],
  ];
}
