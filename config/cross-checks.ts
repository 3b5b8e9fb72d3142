import { brokers } from "./checks/brokers";
import { addressesTwice, burstBelowMonthly } from "./checks/budget";
import { caches } from "./checks/caches";
import { cdnNames, cdnOrigins } from "./checks/cdn";
import { concurrency } from "./checks/concurrency";
import { connections, endpointsTwice } from "./checks/connects";
import { databases } from "./checks/databases";
import { deployments } from "./checks/deployment";
import { loadBalancerAndCdn } from "./checks/load-balancer";
import { functionChecks } from "./checks/functions";
import { imageOrTag, ownVariables, shardsThatFit } from "./checks/gateways";
import { httpApiChecks } from "./checks/http-api";
import { crowdedDashboards, emptyDashboards } from "./checks/dashboards";
import { composedNames, reservedKeys } from "./checks/names";
import { alarmsAfterRetention, namesOfDeadLetterQueues, queueReferences, queuesThatNobodyShares } from "./checks/queues";
import { pathsTwice, zonesForLoadBalancer } from "./checks/routes";
import { bounds, floors, metrics, resolution, scheduledMinimum } from "./checks/scale";
import { crossings, schedules } from "./checks/schedule";
import { sizeTier } from "./checks/sizes";
import { sloNeedsHttp, sloSaysSomething } from "./checks/slo";
import { stepsOf } from "./checks/steps";
import { tasksTwice } from "./checks/tasks";
import { variablesTwice } from "./checks/variables";
import type { Where } from "./names";
import { at, entriesOf } from "./raw";
import type { Raw } from "./raw";
import type { Said } from "./sentences";

/**
 * What one value says about another. Each check reads the values as they were written and says nothing where one of them is missing
 * or wrong in itself, so that all problems of a file appear at once.
 */
export const crossChecks = (raw: Raw, where: Where): readonly Said[] => [
  ...reservedKeys(raw, []),
  ...burstBelowMonthly(raw),
  ...addressesTwice(raw),
  ...zonesForLoadBalancer(raw),
  ...loadBalancerAndCdn(raw),
  ...cdnOrigins(raw),
  ...cdnNames(raw),
  ...entriesOf(raw.services).flatMap(([service, value]) => [
    ...bounds(value, ["services", service, "scale"]),
    ...floors(value, ["services", service, "scale"]),
    ...sizeTier(value, ["services", service]),
    ...metrics(value, ["services", service, "scale", "on"]),
    ...resolution(value, ["services", service, "scale"]),
    ...stepsOf(raw, value, ["services", service]),
    ...scheduledMinimum(value, ["services", service, "scale"]),
    ...deployments(value, ["services", service]),
    ...schedules(at(value, ["scale"]), ["services", service, "scale"]),
    ...crossings(at(value, ["scale"]), ["services", service, "scale"]),
    ...connections(raw, value, ["services", service]),
    ...sloNeedsHttp(value, ["services", service]),
    ...sloSaysSomething(value, ["services", service]),
    ...queueReferences(raw, value, ["services", service]),
    ...variablesTwice(value, ["services", service]),
  ]),
  ...entriesOf(raw.gateways).flatMap(([gateway, value]) => [
    ...shardsThatFit(value, ["gateways", gateway]),
    ...imageOrTag(value, ["gateways", gateway]),
    ...ownVariables(value, ["gateways", gateway]),
    ...connections(raw, value, ["gateways", gateway]),
    ...queueReferences(raw, value, ["gateways", gateway]),
    ...variablesTwice(value, ["gateways", gateway]),
  ]),
  ...tasksTwice(raw),
  ...entriesOf(raw.functions).flatMap(([fn, value]) => [
    ...functionChecks(raw, fn, value),
    ...schedules(at(value, ["provisioned"]), ["functions", fn, "provisioned"]),
    ...connections(raw, value, ["functions", fn]),
    ...sloSaysSomething(value, ["functions", fn]),
  ]),
  ...concurrency(raw),
  ...httpApiChecks(raw),
  ...pathsTwice(raw),
  ...databases(raw, where),
  ...caches(raw),
  ...brokers(raw),
  ...endpointsTwice(raw),
  ...queuesThatNobodyShares(raw),
  ...alarmsAfterRetention(raw),
  ...namesOfDeadLetterQueues(raw),
  ...emptyDashboards(raw),
  ...crowdedDashboards(raw),
  ...composedNames(raw, where),
];
