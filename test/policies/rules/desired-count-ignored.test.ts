import { known, unknown } from "../../../graph";
import { desiredCountIgnored } from "../../../policies/rules/desired-count-ignored";
import { capacityOf, given, omitted, ref, registration, sampleModel, service } from "../sample-model";
import { describeSamples } from "../samples";

const api = (parts: Parameters<typeof service>[1]) => sampleModel({ scalables: [service("api", parts)] });

describeSamples(desiredCountIgnored, [
  { name: "ignored", model: api({ initialIgnored: known(true) }), verdict: "pass" },
  { name: "nothing scales", model: sampleModel(), verdict: "notApplicable" },
  {
    name: "a Lambda function has no count to set back",
    model: sampleModel({ scalables: [capacityOf("lambda", "checkout")] }),
    verdict: "notApplicable",
  },
  { name: "a service that another stack made", model: sampleModel({ scalables: [capacityOf("ecs", "api")] }), verdict: "notApplicable" },
  {
    name: "set back to 2",
    model: api({ initialIgnored: known(false), initial: given(2) }),
    verdict: "fail",
    says: [
      'api: a deployment sets the task count back to 2; an autoscaled service must leave it to the autoscaler. Add "desiredCount" to the resource option ignoreChanges of aws:ecs/service:Service "api".',
    ],
  },
  {
    name: "set back to a count that is made on deployment",
    model: api({ initialIgnored: known(false), initial: { value: unknown("computed on deployment"), given: true } }),
    verdict: "fail",
    says: [
      'api: a deployment sets the task count back to desiredCount; an autoscaled service must leave it to the autoscaler. Add "desiredCount" to the resource option ignoreChanges of aws:ecs/service:Service "api".',
    ],
  },
  {
    name: "omitted, which the provider takes for 0",
    model: api({ initialIgnored: known(false), initial: omitted(0) }),
    verdict: "fail",
    says: [
      'api: a deployment sets the task count back to 0 (desiredCount is omitted: that is the default); an autoscaled service must leave it to the autoscaler. Add "desiredCount" to the resource option ignoreChanges of aws:ecs/service:Service "api".',
    ],
  },
  {
    name: "a preview in JSON does not say",
    model: api({ initialIgnored: unknown("not in this source") }),
    verdict: "unknown",
    says: ["api: whether it ignores changes of desiredCount is not in what was read."],
  },
  {
    name: "a target whose text may mean two services of this stack",
    model: sampleModel({
      scalables: [capacityOf("ecs", "api"), capacityOf("lambda", "api")],
      unresolved: [{ at: registration("api").at, property: "resourceId", why: "ambiguous", looked: "an ECS service" }],
    }),
    verdict: "unknown",
    says: ["api: the service that it scales fits more than one resource."],
  },
  {
    name: "a target whose service is nowhere in this stack, beside others that are ambiguous",
    model: sampleModel({
      scalables: [capacityOf("ecs", "api")],
      unresolved: [
        { at: registration("api").at, property: "resourceId", why: "no partner in this stack", looked: "an ECS service" },
        { at: registration("api").at, property: "alarmActions", why: "ambiguous", looked: "a scaling policy or topic" },
        { at: ref("aws:appautoscaling/policy:Policy", "api"), property: "resourceId", why: "ambiguous", looked: "an ECS service" },
      ],
    }),
    verdict: "notApplicable",
  },
  {
    name: "a target whose service is made on deployment",
    model: sampleModel({
      scalables: [capacityOf("ecs", "api", { registrations: [registration("api", { resourceId: unknown("computed on deployment") })] })],
    }),
    verdict: "unknown",
    says: ["api: the service that it scales is computed on deployment."],
  },
]);
