import assert from "node:assert/strict";
import { known, unknown } from "../../graph";
import { readModel, type ScalingPolicy } from "../../model";
import { cooldownDefaults, cooldownWithout } from "../../model/cooldown-defaults";
import { ecs, workerGraph } from "./worker";
import { GraphBuilder } from "./graph-builder";

const policiesOf = (b: GraphBuilder): readonly ScalingPolicy[] => readModel(b.graph()).scalables.flatMap((s) => s.policies);

describe("the cooldown that applies where none is written", () => {
  const expected: Readonly<Record<string, number>> = {
    appstream: 300,
    "custom-resource": 300,
    ec2: 300,
    ecs: 300,
    elasticmapreduce: 300,
    neptune: 300,
    rds: 300,
    sagemaker: 300,
    elasticache: 600,
    cassandra: 0,
    comprehend: 0,
    dynamodb: 0,
    kafka: 0,
    lambda: 0,
  };
  it("is the service's own", () => {
    for (const [namespace, seconds] of Object.entries(expected))
      assert.deepEqual(cooldownWithout(known(namespace)), known(seconds), namespace);
    assert.deepEqual(cooldownDefaults.map((entry) => entry.namespace).sort(), Object.keys(expected).sort());
  });
  it("is unknown for a service that is not listed, or not known", () => {
    assert.deepEqual(cooldownWithout(known("workspaces")), unknown("not in this source"));
    assert.deepEqual(cooldownWithout(known("constructor")), unknown("not in this source"));
    assert.deepEqual(cooldownWithout(unknown("secret")), unknown("secret"));
  });

  it("stands beside one that is written", () => {
    const { b } = workerGraph({
      policy: { targetTrackingScalingPolicyConfiguration: { targetValue: 70, scaleInCooldown: 120 } },
    });
    const [policy] = policiesOf(b);
    assert.ok(policy?.kind === "targetTracking");
    assert.deepEqual(policy.scaleInCooldown, { value: known(120), given: true });
    assert.deepEqual(policy.scaleOutCooldown, { value: known(300), given: false });
  });

  it("takes the namespace from the target where the policy's own is unknown", () => {
    const b = new GraphBuilder();
    const about = {
      serviceNamespace: "lambda",
      scalableDimension: "lambda:function:ProvisionedConcurrency",
      resourceId: "function:f:live",
    };
    const target = b.add("aws:appautoscaling/target:Target", "t", { ...about, minCapacity: 1, maxCapacity: 2 });
    const tracking = { policyType: "TargetTrackingScaling", targetTrackingScalingPolicyConfiguration: { targetValue: 0.7 } };
    b.add(
      "aws:appautoscaling/policy:Policy",
      "p",
      { ...ecs, ...tracking, serviceNamespace: null, scalableDimension: null },
      { from: { resourceId: [target] } },
    );
    const [policy] = policiesOf(b);
    assert.ok(policy?.kind === "targetTracking");
    assert.deepEqual(policy.scaleInCooldown, { value: known(0), given: false });
    assert.equal(readModel(b.graph()).scalables.length, 1);
  });
});
