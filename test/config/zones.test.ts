import assert from "node:assert/strict";
import { validate } from "../../config";
import { edited, everyKey } from "./example";

describe("config/network.zones", () => {
  it("must be two for a load balancer, a replica and a cluster of brokers", () => {
    const result = validate(edited(everyKey(), ["headroom:network", "zones"], 1), "Pulumi.prod.yaml");
    assert.ok(!result.ok);
    assert.deepEqual(
      result.problems.map(({ message }) => message),
      [
        'headroom:network.zones is 1; write at least 2, because "api" has http and a load balancer needs two zones',
        "headroom:caches.sessions.replicas needs two zones, and headroom:network.zones is 1; write zones: 2 there, or replicas: 0",
        'headroom:brokers.events.deployment is "cluster", which needs two zones, and headroom:network.zones is 1; write zones: 2 there, or deployment: single',
      ],
    );
  });
});
