import { known, unknown } from "../../../graph";
import { seconds, type ScalingPolicy } from "../../../model";
import { scaleInCooldownMin } from "../../../policies/rules/scale-in-cooldown-min";
import { capacityOf, given, omitted, ref, sampleModel, service, step, tracking } from "../sample-model";
import { describeSamples } from "../samples";

const worker = (...policies: ScalingPolicy[]) => sampleModel({ scalables: [service("worker", { policies })] });
const cpu = (cooldown: number, parts: Parameters<typeof tracking>[1] = {}) =>
  tracking("worker-cpu", { scaleInCooldown: given(seconds(cooldown)), ...parts });
const fromConfig = { at: ref("aws:appautoscaling/policy:Policy", "worker-cpu", "headroom:services.worker") };
const short = { cooldown: given(seconds(60)) };
const computed = unknown("computed on deployment");

describeSamples(scaleInCooldownMin, [
  { name: "300 s", model: worker(cpu(300)), verdict: "pass" },
  {
    name: "omitted on ECS, where that is 300 s",
    model: worker(tracking("worker-cpu", { scaleInCooldown: omitted(seconds(300)) })),
    verdict: "pass",
  },
  { name: "no policy", model: worker(), verdict: "notApplicable" },
  {
    name: "scale-in is disabled, so the cooldown does nothing",
    model: worker(cpu(10, { scaleInDisabled: known(true) })),
    verdict: "notApplicable",
  },
  {
    name: "120 s, from a stack's file",
    model: worker(cpu(120, fromConfig)),
    verdict: "fail",
    says: [
      "worker: scale-in cooldown is 120 s; at least 300 s is required. Remove headroom:services.worker.scale.scaleInCooldown from Pulumi.dev.yaml (the default is 5 minutes), or set it to 5 minutes or more.",
    ],
  },
  {
    name: "three policies from one line of a stack's file are one finding",
    model: worker(cpu(120, fromConfig), cpu(120, { at: { ...fromConfig.at, name: "worker-memory" } })),
    verdict: "fail",
    says: [
      "worker: scale-in cooldown is 120 s; at least 300 s is required. Remove headroom:services.worker.scale.scaleInCooldown from Pulumi.dev.yaml (the default is 5 minutes), or set it to 5 minutes or more.",
    ],
  },
  {
    name: "120 s, in somebody's own program",
    model: worker(cpu(120)),
    verdict: "fail",
    says: [
      'worker: scale-in cooldown is 120 s; at least 300 s is required. Set targetTrackingScalingPolicyConfiguration.scaleInCooldown of aws:appautoscaling/policy:Policy "worker-cpu" to 300 or more.',
    ],
  },
  {
    name: "omitted on Lambda, where that is 0 s",
    model: sampleModel({
      scalables: [capacityOf("lambda", "checkout", { policies: [tracking("checkout-use", { scaleInCooldown: omitted(seconds(0)) })] })],
    }),
    verdict: "fail",
    says: [
      'checkout: scale-in cooldown is 0 s (omitted: Lambda\'s default); at least 300 s is required. Set targetTrackingScalingPolicyConfiguration.scaleInCooldown of aws:appautoscaling/policy:Policy "checkout-use" to 300 or more.',
    ],
  },
  {
    name: "a stricter minimum, from a stack's file: the default is no longer enough",
    model: worker(cpu(300, fromConfig)),
    setting: { parameters: { minimum: 600 } },
    verdict: "fail",
    says: [
      "worker: scale-in cooldown is 300 s; at least 600 s is required. Set headroom:services.worker.scale.scaleInCooldown in Pulumi.dev.yaml to 10 minutes or more.",
    ],
  },
  {
    name: "a step that takes tasks away after 60 s",
    model: worker(step("worker-steps", known([known(2), known(-1)]), short)),
    verdict: "fail",
    says: [
      'worker: scale-in cooldown is 60 s; at least 300 s is required. Set stepScalingPolicyConfiguration.cooldown of aws:appautoscaling/policy:Policy "worker-steps" to 300 or more.',
    ],
  },
  {
    name: "steps that only add, after 60 s",
    model: worker(step("worker-steps", known([known(1), known(3)]), short)),
    verdict: "notApplicable",
  },
  {
    name: "an exact capacity at the maximum takes nothing away",
    model: worker(step("worker-steps", known([known(10)]), { ...short, adjustment: known("ExactCapacity") })),
    verdict: "notApplicable",
  },
  {
    name: "an exact capacity below the maximum does",
    model: worker(step("worker-steps", known([known(2)]), { ...short, adjustment: known("ExactCapacity") })),
    verdict: "fail",
    says: [
      'worker: scale-in cooldown is 60 s; at least 300 s is required. Set stepScalingPolicyConfiguration.cooldown of aws:appautoscaling/policy:Policy "worker-steps" to 300 or more.',
    ],
  },
  {
    name: "a step that certainly takes away decides, whatever the others do",
    model: worker(step("worker-steps", known([computed, known(-1)]), short)),
    verdict: "fail",
    says: [
      'worker: scale-in cooldown is 60 s; at least 300 s is required. Set stepScalingPolicyConfiguration.cooldown of aws:appautoscaling/policy:Policy "worker-steps" to 300 or more.',
    ],
  },
  {
    name: "a negative step takes away, however it is counted",
    model: worker(step("worker-steps", known([known(-1)]), { ...short, adjustment: computed })),
    verdict: "fail",
    says: [
      'worker: scale-in cooldown is 60 s; at least 300 s is required. Set stepScalingPolicyConfiguration.cooldown of aws:appautoscaling/policy:Policy "worker-steps" to 300 or more.',
    ],
  },
  {
    name: "a policy of a service that has no name of its own",
    model: sampleModel({
      scalables: [capacityOf("constructor", "x", { policies: [tracking("x-use", { scaleInCooldown: omitted(seconds(0)) })] })],
    }),
    verdict: "fail",
    says: [
      'x: scale-in cooldown is 0 s (omitted: constructor\'s default); at least 300 s is required. Set targetTrackingScalingPolicyConfiguration.scaleInCooldown of aws:appautoscaling/policy:Policy "x-use" to 300 or more.',
    ],
  },
  {
    name: "a policy that is certainly too short, and one that may be",
    model: worker(
      cpu(60),
      cpu(300, { at: ref("aws:appautoscaling/policy:Policy", "worker-b"), scaleInCooldown: { value: computed, given: true } }),
    ),
    verdict: "fail",
    says: [
      'worker: scale-in cooldown is 60 s; at least 300 s is required. Set targetTrackingScalingPolicyConfiguration.scaleInCooldown of aws:appautoscaling/policy:Policy "worker-cpu" to 300 or more.',
      "worker: the scale-in cooldown of worker-b is computed on deployment.",
    ],
  },
  { name: "unknown steps, and a cooldown that is long enough either way", model: worker(step("worker-steps", computed)), verdict: "pass" },
  {
    name: "unknown steps and a short cooldown",
    model: worker(step("worker-steps", computed, short)),
    verdict: "unknown",
    says: ["worker: whether worker-steps scales in is computed on deployment."],
  },
  {
    name: "a cooldown that is a secret",
    model: worker(cpu(300, { scaleInCooldown: { value: unknown("secret"), given: true } })),
    verdict: "unknown",
    says: ["worker: the scale-in cooldown of worker-cpu is a secret."],
  },
  {
    name: "scale-in that may be disabled",
    model: worker(cpu(60, { scaleInDisabled: computed })),
    verdict: "unknown",
    says: ["worker: whether worker-cpu scales in is computed on deployment."],
  },
  {
    name: "a policy whose type is made on deployment",
    model: worker({ kind: "unread", at: ref("aws:appautoscaling/policy:Policy", "worker-x"), policyType: computed }),
    verdict: "unknown",
    says: ["worker: the type of worker-x is computed on deployment."],
  },
]);
