import { known, unknown } from "../../../graph";
import { scalableTargetUnique } from "../../../policies/rules/scalable-target-unique";
import { capacityOf, registration, sampleModel, service } from "../sample-model";
import { describeSamples } from "../samples";

const computed = unknown("computed on deployment");
/** A target that was joined to nothing is a capacity of its own. */
const unnamed = (name: string, dimension = "ecs:service:DesiredCount") => {
  const target = registration(name, { resourceId: computed, dimension: known(dimension) });
  return capacityOf("ecs", name, { at: target.at, registrations: [target] });
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
