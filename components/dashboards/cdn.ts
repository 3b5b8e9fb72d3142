import type * as pulumi from "@pulumi/pulumi";
import { EDGE_REGION } from "../edge-region";
import { levelsOf, linesOf } from "./graph";
import type { Section } from "./graph";

/** The CDN, as its dashboard needs it. */
export interface ShownCdn {
  readonly distributionId: pulumi.Input<string>;
  /** Levels that raise an alarm: percent, seconds, percent. */
  readonly alarms: { readonly errors: number; readonly originLatency: number; readonly hitRate?: number | undefined };
}

/**
 * How much the cache answers, what fails, and how long the origin takes. Source: CloudFront developer guide, "Types of metrics for
 * CloudFront", read 2026-11-25.
 */
export function cdnDashboard({ distributionId, alarms }: ShownCdn): readonly Section[] {
  const line = linesOf("AWS/CloudFront", { DistributionId: distributionId, Region: "Global" });
  const region = EDGE_REGION;
  return [
    {
      title: "CDN",
      graphs: [
        {
          title: "Cache hit rate",
          unit: "%",
          region,
          lines: [line("CacheHitRate", "Average", "from the cache")],
          levels: levelsOf([{ label: "alarm below", value: alarms.hitRate }]),
        },
        {
          title: "Errors",
          unit: "%",
          region,
          lines: [line("4xxErrorRate", "Average", "400 to 499"), line("5xxErrorRate", "Average", "500 to 599")],
          levels: [{ label: "alarm above, 500 to 599", value: alarms.errors }],
        },
        {
          title: "Origin latency",
          unit: "ms",
          region,
          lines: [line("OriginLatency", "p50", "p50"), line("OriginLatency", "p95", "p95")],
          levels: [{ label: "alarm above, p95", value: alarms.originLatency * 1000 }],
        },
        { title: "Requests", unit: "requests a minute", region, lines: [line("Requests", "Sum", "requests")] },
      ],
    },
  ];
}
