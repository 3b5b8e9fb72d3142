import assert from "node:assert/strict";
import { complaints, complaintsAfter } from "./complaints";
import { edited, everyKey } from "./example";

/** One edit of the configuration that uses every key, and the only sentence that it must give. */
const wrong: readonly (readonly [string, unknown, string])[] = [
  [
    "services.api.http.deregistrationDelay",
    "2 hours",
    'headroom:services.api.http.deregistrationDelay is "2 hours"; write a time of 0 to 3600 whole seconds, such as "30 seconds" (ms, seconds, minutes, hours or days)',
  ],
  ["loadBalancer.from", "anywhere", 'headroom:loadBalancer.from is "anywhere"; write one of internet, cdn'],
  ["loadBalancer.accessLogs", "yes", 'headroom:loadBalancer.accessLogs is "yes"; write true or false'],
  [
    "loadBalancer.idleTimeout",
    "2 hours",
    'headroom:loadBalancer.idleTimeout is "2 hours"; write a time of 1 to 4000 whole seconds, such as "60 seconds" (ms, seconds, minutes, hours or days)',
  ],
  ["loadBalancer.desync", "off", 'headroom:loadBalancer.desync is "off"; write one of monitor, defensive, strictest'],
  ["loadBalancer.waf", {}, "headroom:loadBalancer.waf.rateLimit is missing; write a whole number from 10 to 2000000000"],
  ["loadBalancer.waf.rateLimit", 9, "headroom:loadBalancer.waf.rateLimit is 9; write a whole number from 10 to 2000000000"],
  [
    "loadBalancer.domain",
    "https://example.com",
    'headroom:loadBalancer.domain is "https://example.com"; write a domain name in small letters, such as www.example.com',
  ],
  ["loadBalancer.certificate", undefined, "headroom:loadBalancer.domain needs certificate of the load balancer, which is missing"],
];

describe("the load balancer's part of a stack's file", () => {
  for (const [way, value, sentence] of wrong)
    it(`refuses ${way} as ${JSON.stringify(value)}`, () => assert.deepEqual(complaintsAfter(way, value), [sentence]));

  it("needs no name of its own where no CDN asks for one", () => {
    const alone = edited(everyKey(), ["headroom:cdn"], undefined);
    assert.deepEqual(complaints(edited(alone, ["headroom:loadBalancer", "domain"], undefined)), []);
  });

  it("takes either end of what AWS takes", () => {
    for (const [way, value] of [
      ["loadBalancer.idleTimeout", "1 second"],
      ["loadBalancer.idleTimeout", "4000 seconds"],
      ["services.api.http.deregistrationDelay", "0 seconds"],
      ["services.api.http.deregistrationDelay", "1 hour"],
      ["loadBalancer.waf.rateLimit", 10],
    ] as const)
      assert.deepEqual(complaintsAfter(way, value), [], way);
  });
});
