import assert from "node:assert/strict";
import { complaints, complaintsAfter } from "./complaints";
import { edited, everyKey } from "./example";

/** One edit of the configuration that uses every key, and the only sentence that it must give. */
const wrong: readonly (readonly [string, unknown, string])[] = [
  ["cdn", [], "headroom:cdn is a list; write a mapping with origins, assets or both"],
  ["cdn", {}, "headroom:cdn has nothing to stand before; write origins, assets or both"],
  ["cdn.origins", ["ap"], 'headroom:cdn.origins[0] is "ap", which is no service; did you mean "api"?'],
  ["cdn.origins", ["website"], 'headroom:cdn.origins[0] is "website", which is no service; known: api, stream, worker'],
  ["cdn.origins", ["worker"], 'headroom:cdn.origins[0] is "worker", which has no http; add it to the service, or remove the service here'],
  ["cdn.origins", ["api", "api"], 'headroom:cdn.origins[1] is "api" once more; write each service once'],
  ["cdn.origins", "api", 'headroom:cdn.origins is "api"; write a list of services'],
  [
    "cdn.assets",
    undefined,
    'headroom:cdn.origins has no service whose path is "/"; add one, or write assets, which then answer at every other path',
  ],
  [
    "cdn.assets.errorPage",
    "404.html",
    "headroom:cdn.assets.errorPage would replace what the services in origins answer with 404; remove it",
  ],
  ["cdn.assets.errorPage", "/404.html", 'headroom:cdn.assets.errorPage is "/404.html"; write a file in the bucket, such as "404.html"'],
  ["cdn.assets.index", "/", 'headroom:cdn.assets.index is "/"; write a file in the bucket, such as "index.html"'],
  ["cdn.assets.paths", [], "headroom:cdn.assets.paths is a list; write a list of at least one path pattern"],
  [
    "cdn.assets.paths",
    ["assets/*"],
    'headroom:cdn.assets.paths[0] is "assets/*"; write a path pattern that begins with "/", such as "/assets/*"',
  ],
  ["cdn.assets.paths", ["/a b"], 'headroom:cdn.assets.paths[0] is "/a b"; write a path pattern that begins with "/", such as "/assets/*"'],
  ["cdn.assets.paths", ["/a/*", "/a/*"], 'headroom:cdn.assets.paths[1] is "/a/*" once more; write each path once'],
  ["cdn.assets.paths", ["/orders/*"], 'headroom:cdn.assets.paths[0] is "/orders/*", which is a path of "api"; write another path'],
  ["cdn.certificate", undefined, 'headroom:cdn.certificate is missing; write the one for "www.example.com", or remove domain'],
  ["cdn.domain", undefined, "headroom:cdn.domain is missing; write the name that the certificate is for, or remove certificate"],
  ["cdn.domain", "*.example.com", 'headroom:cdn.domain is "*.example.com"; write a domain name in small letters, such as www.example.com'],
  [
    "cdn.certificate",
    "arn:aws:acm:eu-central-1:123456789012:certificate/01234567-89ab-cdef-0123-456789abcdef",
    'headroom:cdn.certificate is "arn:aws:acm:eu-central-1:123456789012:certificate/0123456..."; write the ARN of an ACM certificate in us-east-1, the only region from which CloudFront takes them',
  ],
  ["cdn.priceClass", 100, "headroom:cdn.priceClass is 100; write one of 100, 200, all"],
  [
    "cdn.originShield",
    "eu-central-2",
    'headroom:cdn.originShield is "eu-central-2"; write one of none, nearest, us-east-1, us-east-2, us-west-2, ap-south-1, ap-northeast-1, ap-northeast-2, ap-southeast-1, ap-southeast-2, eu-central-1, eu-west-1, eu-west-2, sa-east-1',
  ],
  ["cdn.waf.rateLimit", 1, "headroom:cdn.waf.rateLimit is 1; write a whole number from 10 to 2000000000"],
  ["cdn.alarms.errors", "0%", 'headroom:cdn.alarms.errors is "0%"; write a percentage from 0.1% to 100%, such as "1%"'],
  [
    "cdn.alarms.originLatency",
    "2 minutes",
    'headroom:cdn.alarms.originLatency is "2 minutes"; write a time of 1 ms to 60 seconds in whole milliseconds, such as "800 ms"',
  ],
  ["cdn.alarms.hitRate", 80, 'headroom:cdn.alarms.hitRate is 80; write a percentage from 1% to 100%, such as "80%"'],
  [
    "loadBalancer.domain",
    undefined,
    "headroom:loadBalancer.domain is missing; write the name that the certificate is for, because the CDN checks the certificate by it",
  ],
  [
    "loadBalancer.from",
    "cdn",
    'headroom:loadBalancer.waf sees only the CDN\'s addresses, because from is "cdn"; write it in headroom:cdn instead',
  ],
];

describe("the CDN's part of a stack's file", () => {
  for (const [way, value, sentence] of wrong)
    it(`refuses ${way} as ${JSON.stringify(value)}`, () => assert.deepEqual(complaintsAfter(way, value), [sentence]));

  it("refuses a load balancer that only a CDN may reach, where none passes requests on", () => {
    const sentence =
      'headroom:loadBalancer.from is "cdn", and no CDN passes requests on to it; write origins in headroom:cdn, or write "internet"';
    const closed = edited(everyKey(), ["headroom:loadBalancer"], { from: "cdn" });
    assert.deepEqual(complaints(closed), []);
    assert.deepEqual(complaints(edited(closed, ["headroom:cdn", "origins"], [])), [sentence]);
    assert.deepEqual(complaints(edited(closed, ["headroom:cdn"], undefined)), [sentence]);
  });

  it("counts the cache behaviours, of which CloudFront allows 75", () => {
    const atRoot = edited(everyKey(), ["headroom:services", "api", "http", "path"], "/");
    const withPaths = (count: number) =>
      complaints(
        edited(
          atRoot,
          ["headroom:cdn", "assets", "paths"],
          Array.from({ length: count }, (_, i) => `/assets-${i}/*`),
        ),
      );
    assert.deepEqual(withPaths(74), []);
    assert.deepEqual(withPaths(75), ["headroom:cdn.assets.paths needs 76 cache behaviours, and CloudFront allows 75; write fewer"]);
  });
});
