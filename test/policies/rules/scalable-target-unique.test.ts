import assert from "node:assert/strict";

import * as fc from "fast-check";

import { known, unknown, type Maybe } from "../../../graph";
import { scalableTargetUnique } from "../../../policies/rules/scalable-target-unique";
import { capacityOf, ref, registration, sampleModel, service } from "../sample-model";
import { describeSamples } from "../samples";

const computed = unknown("computed on deployment");
/** A target that was joined to nothing is a capacity of its own. */
const unnamed = (name: string, dimension = "ecs:service:DesiredCount") => {
  const target = registration(name, { resourceId: computed, dimension: known(dimension) });
  return capacityOf("ecs", name, { at: target.at, registrations: [target] });
};

const tableCapacity = (name: string, index: Maybe<string> | undefined) => {
  const dimension = "dynamodb:table:ReadCapacityUnits";
  return capacityOf("dynamodb", name, {
    at: ref("aws:dynamodb/table:Table", "orders"),
    owner: { kind: "table capacity", table: known("orders"), index, dimension },
    registrations: [registration(name, { namespace: known("dynamodb"), resourceId: computed, dimension: known(dimension) })],
  });
};

describeSamples(scalableTargetUnique, [
  { name: "a target each", model: sampleModel({ scalables: [service("api"), service("worker")] }), verdict: "pass" },
  { name: "nothing scales", model: sampleModel(), verdict: "notApplicable" },
  {
    name: "a Kubernetes autoscaler is no scalable target",
    model: sampleModel({ scalables: [service("web", { registrations: [registration("web", { namespace: known("kubernetes") })] })] }),
    verdict: "notApplicable",
  },
  {
    name: "two dimensions of one table",
    model: sampleModel({
      scalables: ["Read", "Write"].map((side) =>
        capacityOf("dynamodb", `orders-${side}`, {
          registrations: [
            registration(`orders-${side}`, {
              namespace: known("dynamodb"),
              dimension: known(`dynamodb:table:${side}CapacityUnits`),
              resourceId: known("table/orders"),
            }),
          ],
        }),
      ),
    }),
    verdict: "pass",
  },
  {
    name: "two targets that were joined to one service",
    model: sampleModel({ scalables: [service("api", { registrations: [registration("api"), registration("api-again")] })] }),
    verdict: "fail",
    says: [
      'api: 2 scalable targets register ecs:service:DesiredCount; one is allowed, and the last one written wins. Keep one of aws:appautoscaling/target:Target "api" and aws:appautoscaling/target:Target "api-again".',
    ],
  },
  { name: "one target of an unknown id has nothing to meet", model: sampleModel({ scalables: [unnamed("api")] }), verdict: "pass" },
  {
    name: "a service that was joined cannot be meant by a target of another dimension",
    model: sampleModel({ scalables: [service("api"), unnamed("orders", "dynamodb:table:ReadCapacityUnits")] }),
    verdict: "pass",
  },
  {
    name: "two targets of one id, which may be of two regions",
    model: sampleModel({
      scalables: ["t", "u"].map((name) => {
        const target = registration(name, { resourceId: known("service/main/api"), location: unknown("ambiguous") });
        return capacityOf("ecs", name, { at: target.at, registrations: [target] });
      }),
    }),
    verdict: "unknown",
    says: [
      "t: the capacity that it registers fits more than one resource.",
      "u: the capacity that it registers fits more than one resource.",
    ],
  },
  {
    name: "two targets of unknown ids may be the same",
    model: sampleModel({ scalables: [unnamed("api"), unnamed("worker")] }),
    verdict: "unknown",
    says: [
      "api: the capacity that it registers is computed on deployment.",
      "worker: the capacity that it registers is computed on deployment.",
    ],
  },
  {
    name: "a table that was joined is told from any other by its index alone",
    model: sampleModel({ scalables: [tableCapacity("orders", undefined), tableCapacity("users", undefined)] }),
    verdict: "pass",
  },
  {
    name: "two indexes of one table that may be the same",
    model: sampleModel({ scalables: [tableCapacity("by-day", computed), tableCapacity("by-user", computed)] }),
    verdict: "unknown",
    says: [
      "by-day: the capacity that it registers is computed on deployment.",
      "by-user: the capacity that it registers is computed on deployment.",
    ],
  },
  {
    name: "two aliases of one function that may be the same",
    model: sampleModel({
      scalables: ["blue", "green"].map((name) =>
        capacityOf("lambda", name, {
          owner: { kind: "provisioned concurrency", fn: known("checkout"), qualifier: computed },
          registrations: [registration(name, { resourceId: computed, dimension: known("lambda:function:ProvisionedConcurrency") })],
        }),
      ),
    }),
    verdict: "unknown",
    says: [
      "blue: the capacity that it registers is computed on deployment.",
      "green: the capacity that it registers is computed on deployment.",
    ],
  },
]);

describe("scalable-target-unique: targets that may meet", () => {
  /** Undefined: made on deployment. */
  interface Written {
    readonly named: boolean;
    readonly dimension: string | undefined;
  }
  const written = fc.array(
    fc.record({ named: fc.boolean(), dimension: fc.constantFrom("table:read", "table:write", "service:count", undefined) }),
    { maxLength: 6 },
  );

  const modelOf = (targets: readonly Written[]) =>
    sampleModel({
      scalables: targets.map(({ named, dimension }, i) => {
        const target = registration(`t${i}`, {
          resourceId: named ? known(`thing/t${i}`) : computed,
          dimension: dimension === undefined ? computed : known(dimension),
        });
        return capacityOf("ecs", `t${i}`, { at: target.at, registrations: [target] });
      }),
    });

  /** As the page says it: each target is held against every other. */
  const isUnsure = (target: Written, all: readonly Written[]): boolean =>
    (!target.named || target.dimension === undefined) &&
    all.some(
      (other) =>
        other !== target && (other.dimension === undefined || target.dimension === undefined || other.dimension === target.dimension),
    );

  it("are those that holding each against each finds", () => {
    fc.assert(
      fc.property(written, (targets) => {
        const verdicts = scalableTargetUnique.judge(modelOf(targets), {}).map(({ verdict }) => verdict);
        assert.deepEqual(
          verdicts,
          targets.map((target) => (isUnsure(target, targets) ? "unknown" : "pass")),
        );
      }),
    );
  });

  it("are found in time that grows with their number, not with its square", function () {
    this.timeout(2000);
    const targets = Array.from({ length: 20_000 }, (_, i): Written => ({ named: false, dimension: `dimension ${i}` }));
    assert.ok(scalableTargetUnique.judge(modelOf(targets), {}).every(({ verdict }) => verdict === "pass"));
  });
});
