import type { Kind } from "../kind";
import { alarms } from "./alarms";
import { budgets } from "./budgets";
import { caches } from "./caches";
import { databases } from "./databases";
import { ecs } from "./ecs";
import { queues } from "./queues";
import { scaling } from "./scaling";

/** How each type is created and read that the emulator is asked for. */
export const kinds: Readonly<Record<string, Kind>> = { ...ecs, ...scaling, ...alarms, ...queues, ...budgets, ...databases, ...caches };

/** Types of the same services that are not created, and why. */
export const notCreated: Readonly<Record<string, string>> = {
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": "moto 5.2.5 does not implement PutCompositeAlarm",
  "aws:elasticache/parameterGroup:ParameterGroup": "parameters are not created",
  "aws:elasticache/subnetGroup:SubnetGroup": "the network is not emulated",
  "aws:rds/clusterParameterGroup:ClusterParameterGroup": "parameters are not created",
  "aws:rds/parameterGroup:ParameterGroup": "parameters are not created",
  "aws:rds/proxy:Proxy": "stands in the network, which is not emulated",
  "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup": "of a proxy",
  "aws:rds/proxyTarget:ProxyTarget": "of a proxy",
  "aws:rds/subnetGroup:SubnetGroup": "the network is not emulated",
};
