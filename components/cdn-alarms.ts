import type * as pulumi from "@pulumi/pulumi";
import type { CdnConfig } from "../config";
import { createAlarm } from "./alarm";
import type { AlarmArgs, AlarmContext } from "./alarm";
import { EDGE_REGION } from "./edge-region";

interface CdnAlarmsArgs extends AlarmContext {
  readonly alarms: CdnConfig["alarms"];
  readonly distributionId: pulumi.Input<string>;
}

/** Errors, a slow origin, and a cache that is little used. CloudFront's metrics are of the region "Global", and kept in us-east-1. */
export function cdnAlarms(name: string, args: CdnAlarmsArgs, options: pulumi.CustomResourceOptions): void {
  const { errors, originLatency, hitRate } = args.alarms;
  const alarm = (id: string, what: AlarmArgs): void => {
    createAlarm(
      `${name}-${id}`,
      { namespace: "AWS/CloudFront", dimensions: { DistributionId: args.distributionId, Region: "Global" }, region: EDGE_REGION, ...what },
      args,
      options,
    );
  };
  alarm("errors", {
    alarmDescription: `More than ${errors} % of the requests to the CDN were answered with 500 to 599.`,
    metricName: "5xxErrorRate",
    statistic: "Average",
    comparisonOperator: "GreaterThanThreshold",
    threshold: errors,
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
  });
  alarm("origin-latency", {
    alarmDescription: `The slowest twentieth of the requests that the CDN passed on waited longer than ${originLatency} s for the first byte.`,
    metricName: "OriginLatency",
    extendedStatistic: "p95",
    comparisonOperator: "GreaterThanThreshold",
    threshold: Math.round(originLatency * 1000),
    evaluationPeriods: 5,
    datapointsToAlarm: 3,
  });
  if (hitRate === undefined) return;
  alarm("hit-rate", {
    alarmDescription: `Less than ${hitRate} % of the requests to the CDN were answered from its cache for 15 minutes.`,
    metricName: "CacheHitRate",
    statistic: "Average",
    comparisonOperator: "LessThanThreshold",
    threshold: hitRate,
    period: 300,
    evaluationPeriods: 3,
  });
}
