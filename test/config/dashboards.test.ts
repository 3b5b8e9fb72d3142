import assert from "node:assert/strict";
import { complaints, complaintsAfter } from "./complaints";
import { edited, everyKey, leastKeys } from "./example";

const WHAT = "write all, or a list of services, functions, databases, caches, cdn, each at most once";

describe("config: dashboards", () => {
  it("are all, or of kinds that are known, each once", () => {
    assert.deepEqual(complaintsAfter("dashboards", ["services", "cdn"]), []);
    assert.deepEqual(complaintsAfter("dashboards", "every"), [`headroom:dashboards is "every"; ${WHAT}`]);
    assert.deepEqual(complaintsAfter("dashboards", ["queues"]), [
      'headroom:dashboards[0] is "queues"; write one of services, functions, databases, caches, cdn',
    ]);
    assert.deepEqual(complaintsAfter("dashboards", ["cdn", "cdn"]), [`headroom:dashboards is ["cdn", "cdn"]; ${WHAT}`]);
  });

  it("are of what the stack has", () => {
    assert.deepEqual(complaints({ ...leastKeys(), "headroom:dashboards": ["services", "cdn"] }), [
      'headroom:dashboards[1] is "cdn", and headroom:cdn is empty; remove it',
    ]);
    assert.deepEqual(complaints({ ...leastKeys(), "headroom:dashboards": "all" }), []);
  });

  it("have room for 80 things, gateways among the services", () => {
    const [service] = Object.values(leastKeys()["headroom:services"]);
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`s${i}`, service]));
    const { pushed } = everyKey()["headroom:gateways"];
    const shown = (count: number, dashboards: unknown) => ({
      ...edited(leastKeys(), ["headroom:services"], many(count)),
      "headroom:gateways": { pushed },
      "headroom:dashboards": dashboards,
    });
    assert.deepEqual(complaints(shown(79, "all")), []);
    assert.deepEqual(complaints(shown(80, ["services"])), [
      "headroom:dashboards wants one dashboard of 81 services, and CloudWatch has room for 80; name the other kinds alone",
    ]);
    assert.deepEqual(complaints(shown(80, [])), []);
  });
});
