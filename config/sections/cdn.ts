import { z } from "zod";
import { limits } from "../limits";
import { shieldRegions } from "../origin-shield";
import { domain, flag, latency, matching, oneOf, percent } from "../values";
import { serviceName } from "./names";
import { section } from "./section";
import { waf } from "./waf";

/** The characters that CloudFront takes in a path pattern, without "?", which stands for one character and is easily taken for a query. */
const PATTERN = new RegExp(`^/(?=.{1,${limits.pathPattern - 1}}$)[A-Za-z0-9_.*$/~"'@:+&-]+$`);

const file = (error: string) => matching(/^[A-Za-z0-9_-][A-Za-z0-9_./-]{0,253}$/, error);

const assets = section(
  {
    paths: z
      .array(matching(PATTERN, 'a path pattern that begins with "/", such as "/assets/*"'), { error: "a list of path patterns" })
      .min(1, { error: "a list of at least one path pattern" })
      .prefault(["/assets/*"])
      .describe("What comes from the bucket where a service answers at `/`; otherwise all that is no service's comes from it."),
    index: file('a file in the bucket, such as "index.html"')
      .prefault("index.html")
      .describe("The file that answers at `/`, where no service does."),
    errorPage: file('a file in the bucket, such as "404.html"')
      .optional()
      .describe("The file that answers, with 404, where there is none. Only without `origins`, whose own answers it would replace."),
  },
  "a mapping with paths",
);

const alarms = section(
  {
    errors: percent(0.1, 100, "1%").prefault("1%").describe("The share of requests answered with 500 to 599 that raises an alarm."),
    originLatency: latency("800 ms")
      .prefault("1 second")
      .describe("The time to the first byte from the origin, 95th percentile, that raises an alarm."),
    hitRate: percent(1, 100, "80%")
      .optional()
      .describe("The share of requests answered from the cache below which an alarm is raised. Where absent, there is no such alarm."),
  },
  "a mapping of thresholds",
);

export const cdn = section(
  {
    origins: z
      .array(serviceName(), { error: "a list of services" })
      .prefault([])
      .describe(
        "Services whose paths it passes on to the load balancer. A service at `/` takes along every path that the load balancer knows.",
      ),
    assets: assets.optional().describe("A private bucket for static files, which only the CDN may read. `{}` takes all defaults."),
    domain: domain()
      .optional()
      .describe("The name under which visitors find it; the record that leads there is yours to make. CloudFront's own name where absent."),
    certificate: matching(
      /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]{36}$/,
      "the ARN of an ACM certificate in us-east-1, the only region from which CloudFront takes them",
    )
      .optional()
      .describe(
        "The certificate for `domain`, in us-east-1. With CloudFront's own name, visitors may still use TLS 1.0 (CloudFront sets that).",
      ),
    priceClass: oneOf(["100", "200", "all"])
      .prefault("100")
      .describe("Where it has edges: Europe, Israel and North America (`100`), most of the rest too (`200`), or everywhere (`all`)."),
    originShield: oneOf(["none", "nearest", ...shieldRegions])
      .prefault("none")
      .describe(
        "One more cache before the origins, in the region nearest to the stack's or in the one written. It is paid for each request that reaches it, so it is worth its price where much can be cached.",
      ),
    accessLogs: flag()
      .prefault(true)
      .describe("Keeps a log of every request, without cookies, in a bucket of the stack's region, as long as other logs."),
    waf: waf.optional().describe("AWS WAF, as for the load balancer, but at the edge. Where absent, there is none."),
    alarms: alarms.prefault({}).describe("When to raise an alarm. They are in us-east-1, where CloudFront's metrics are."),
  },
  "a mapping with origins, assets or both",
);
