import assert from "node:assert/strict";
import type { ValueMap } from "../../../graph";
import { readModel } from "../../../model";
import { GraphBuilder, type Given } from "../graph-builder";

const read = (type: string, inputs: ValueMap = {}, given: Given = {}) => {
  const b = new GraphBuilder();
  b.add(type, "it", inputs, given);
  const { unread, unresolved } = readModel(b.graph());
  return {
    unread: unread.map((at) => at.type),
    unresolved: unresolved.map(({ property, looked, why }) => `${property}: ${looked}: ${why}`),
  };
};
const nothing = { unread: [], unresolved: [] };
const component: Given = { remote: true };

describe("what is not read", () => {
  it("lists a component that only its provider can look into", () => {
    assert.deepEqual(read("eks:index:Cluster", {}, component), {
      unread: ["eks:index:Cluster"],
      unresolved: ["type: what eks:index:Cluster scales: made by its provider"],
    });
  });

  it("lists types that scale and have no reader", () => {
    const lines = [
      ["aws:autoscaling/group:Group", "an Auto Scaling group's instances"],
      ["aws-native:applicationautoscaling:ScalableTarget", "what a scalable target registers"],
      ["kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "a workload's replicas"],
      ["kubernetes:keda.sh/v1alpha1:ScaledObject", "a workload's replicas"],
    ] as const;
    for (const [type, looked] of lines) assert.deepEqual(read(type), { unread: [type], unresolved: [`type: ${looked}: not read yet`] });
  });

  it("leaves out what is read, what does not scale and what another stack manages", () => {
    for (const type of ["awsx:ec2:Vpc", "awsx:ecs:FargateService", "awsx:ecr:Repository"])
      assert.deepEqual(read(type, {}, component), nothing);
    for (const type of ["aws:s3/bucket:Bucket", "aws:rds/cluster:Cluster", "aws-native:ecs:Service"])
      assert.deepEqual(read(type).unread, []);
    assert.deepEqual(read("acme:index:Platform", {}, { custom: false }), nothing);
    assert.deepEqual(read("aws:autoscaling/group:Group", {}, { external: true }), nothing);
  });
});
