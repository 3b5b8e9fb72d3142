import { z } from "zod";
import { duration, matching, oneOf, whole } from "../values";
import { section } from "./section";

const METHODS = ["*", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const;

/** Labels of letters, digits and inner hyphens, at least two of them; the first may be `*`. */
const DOMAIN = /^(?=.{1,253}$)(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

const ORIGIN = /^(?:\*|https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?)$/;

const header = matching(/^(?:\*|[A-Za-z0-9-]{1,128})$/, 'the name of a header, such as "content-type", or "*"');

const throttle = section(
  {
    rate: whole(1, 1_000_000).describe("Requests a second, on average. Always written. What is above is answered with 429."),
    burst: whole(1, 1_000_000).describe("Requests that may come at once before the rate counts. Always written."),
  },
  "a mapping with rate and burst",
);

const cors = section(
  {
    origins: z
      .array(matching(ORIGIN, 'an origin, such as "https://shop.example.com", or "*"'), { error: "a list of origins" })
      .min(1, { error: "a list of at least one origin" })
      .describe("Where the pages come from whose scripts may call the API."),
    methods: z.array(oneOf(METHODS), { error: "a list of methods" }).prefault(["*"]).describe("Methods that they may use."),
    headers: z.array(header, { error: "a list of headers" }).prefault(["content-type"]).describe("Headers that they may send."),
    exposed: z.array(header, { error: "a list of headers" }).prefault([]).describe("Headers of an answer that they may read."),
    credentials: z.boolean({ error: "true or false" }).prefault(false).describe("May they send cookies? Not with the origin `*`."),
    maxAge: duration(0, 86_400, "1 hour").prefault("1 hour").describe("How long a browser remembers this."),
  },
  "a mapping with origins",
);

const domain = section(
  {
    name: matching(DOMAIN, 'a domain name in small letters, such as "api.example.com"').describe("The domain name."),
    certificate: matching(/^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/, "the ARN of an ACM certificate").describe(
      "Its certificate, in the region of the stack.",
    ),
  },
  "a mapping with name and certificate",
);

export const httpApi = section(
  {
    throttle: throttle.describe("How many requests all routes together take."),
    cors: cors.optional().describe("Lets pages of other origins call the API. They may not where absent."),
    domain: domain
      .optional()
      .describe(
        "A domain of one's own, TLS 1.2 or later. AWS's own address is then closed; a DNS record has to point to `apiDomainTarget`.",
      ),
  },
  "a mapping with throttle",
);
