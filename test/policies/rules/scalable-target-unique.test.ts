import { known, unknown } from "../../../graph";
import { scalableTargetUnique } from "../../../policies/rules/scalable-target-unique";
import { capacityOf, registration, sampleModel, service } from "../sample-model";
import { describeSamples } from "../samples";

const computed = unknown("computed on deployment");
const unnamed = (name: string) => capacityOf("ecs", name, { registrations: [registration(name, { resourceId: computed })] });

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
  {
    name: "two targets of one id whose service is elsewhere",
    model: sampleModel({
      scalables: ["a", "b"].map((name) =>
        capacityOf("ecs", name, { registrations: [registration(name, { resourceId: known("service/main/api") })] }),
      ),
    }),
    verdict: "fail",
    says: [
      'a: 2 scalable targets register ecs:service:DesiredCount; one is allowed, and the last one written wins. Keep one of aws:appautoscaling/target:Target "a" and aws:appautoscaling/target:Target "b".',
    ],
  },
  { name: "one target of an unknown id has nothing to meet", model: sampleModel({ scalables: [unnamed("api")] }), verdict: "pass" },
  {
    name: "two targets of unknown ids may be the same",
    model: sampleModel({ scalables: [unnamed("api"), unnamed("worker")] }),
    verdict: "unknown",
    says: [
      "api: the resource that it registers is computed on deployment.",
      "worker: the resource that it registers is computed on deployment.",
    ],
  },
]);
