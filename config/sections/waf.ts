import { limits } from "../limits";
import { whole } from "../values";
import { section } from "./section";

/** AWS WAF before a load balancer or a CDN. */
export const waf = section(
  {
    rateLimit: whole(limits.leastRate, limits.mostRate).describe("The most requests of one address in five minutes; more are turned away."),
  },
  "a mapping with rateLimit",
);
