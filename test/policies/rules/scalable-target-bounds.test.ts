import { known, unknown, type Maybe } from "../../../graph";
import { scalableTargetBounds } from "../../../policies/rules/scalable-target-bounds";
import { ref, registration, sampleModel, service } from "../sample-model";
import { describeSamples } from "../samples";

const worker = (min: Maybe<number>, max: Maybe<number>, configPath?: string) =>
  sampleModel({
    scalables: [
      service("worker", {
        registrations: [
          registration("worker", { at: ref("aws:appautoscaling/target:Target", "worker", configPath), bounds: { min, max } }),
        ],
      }),
    ],
  });

const computed = unknown("computed on deployment");

describeSamples(scalableTargetBounds, [
  { name: "1 to 10", model: worker(known(1), known(10)), verdict: "pass" },
  { name: "one size that does not move", model: worker(known(2), known(2)), verdict: "pass" },
  { name: "a floor of zero", model: worker(known(0), known(10)), verdict: "pass" },
  { name: "nothing scales", model: sampleModel(), verdict: "notApplicable" },
  {
    name: "a maximum below the minimum",
    model: worker(known(5), known(2)),
    verdict: "fail",
    says: [
      'worker: maximum is 2; at least the minimum, 5, is required. Set maxCapacity of aws:appautoscaling/target:Target "worker" to 5 or more.',
    ],
  },
  {
    name: "a maximum below the minimum, made from a stack's file",
    model: worker(known(5), known(2), "headroom:services.worker"),
    verdict: "fail",
    says: [
      "worker: maximum is 2; at least the minimum, 5, is required. Set headroom:services.worker.scale.max in Pulumi.dev.yaml to 5 or more.",
    ],
  },
  {
    name: "a negative minimum, whatever the maximum will be",
    model: worker(known(-1), computed),
    verdict: "fail",
    says: ['worker: minimum is -1; zero or more is required. Set minCapacity of aws:appautoscaling/target:Target "worker" to 0 or more.'],
  },
  {
    name: "half a task",
    model: worker(known(1), known(2.5)),
    verdict: "fail",
    says: [
      'worker: maximum is 2.5; a whole number is required. Set maxCapacity of aws:appautoscaling/target:Target "worker" to a whole number.',
    ],
  },
  {
    name: "a text where a number belongs",
    model: worker(known(1), unknown("malformed")),
    verdict: "fail",
    says: [
      'worker: maximum is not a number; a whole number is required. Set maxCapacity of aws:appautoscaling/target:Target "worker" to a whole number.',
    ],
  },
  {
    name: "a maximum that is made on deployment",
    model: worker(known(1), computed),
    verdict: "unknown",
    says: ["worker: its maximum is computed on deployment."],
  },
  {
    name: "limits that are secret",
    model: worker(unknown("secret"), unknown("secret")),
    verdict: "unknown",
    says: ["worker: its minimum is a secret.", "worker: its maximum is a secret."],
  },
  {
    name: "half an Aurora capacity unit",
    model: sampleModel({
      scalables: [
        service("main", {
          unit: "ACU",
          owner: { kind: "aurora capacity", database: known("main") },
          registrations: [registration("main", { namespace: known("aurora"), bounds: { min: known(0.5), max: known(16) } })],
        }),
      ],
    }),
    verdict: "pass",
  },
]);
