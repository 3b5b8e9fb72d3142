import { limits } from "../limits";
import { domain, duration, flag, matching, oneOf } from "../values";
import { section } from "./section";
import { waf } from "./waf";

export const loadBalancer = section(
  {
    certificate: matching(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/, "the ARN of an ACM certificate")
      .optional()
      .describe("The certificate for HTTPS, of the stack's region. Where absent, the load balancer speaks HTTP only."),
    domain: domain()
      .optional()
      .describe(
        "A name that the certificate is for and that leads to the load balancer; the record is yours to make. A CDN in front needs it, because it checks the certificate by it.",
      ),
    from: oneOf(["internet", "cdn"])
      .prefault("internet")
      .describe(
        "Who may reach it: everybody, or CloudFront's addresses alone. Those are shared by all distributions, other people's too: it keeps visitors from going around the CDN, and is no authentication.",
      ),
    accessLogs: flag().prefault(true).describe("Keeps a log of every request in a bucket, as long as other logs."),
    idleTimeout: duration(1, limits.idleTimeout, "60 seconds")
      .prefault("60 seconds")
      .describe("How long a connection may carry nothing. A service should keep its own connections open longer."),
    desync: oneOf(["monitor", "defensive", "strictest"])
      .prefault("defensive")
      .describe(
        "What happens to requests that proxies may read in different ways: passed on and counted, the dangerous ones refused, or all.",
      ),
    waf: waf
      .optional()
      .describe(
        "AWS WAF: AWS's common rules and known bad inputs, and a limit for each address. The common rules refuse bodies above 8 KB. Where absent, there is none.",
      ),
  },
  "a mapping of settings such as certificate and accessLogs",
);
