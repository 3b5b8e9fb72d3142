import assert from "node:assert/strict";
import { known, secretValue, unknown, unknownValue, type Value, type ValueMap } from "../../../graph";
import { readModel, type EcsServiceOwner } from "../../../model";
import { cpuOf, memoryOf } from "../../../model/owners/ecs-service";
import { GraphBuilder } from "../graph-builder";
import { ecs } from "../worker";

const computed = unknown("computed on deployment");

function ownerOf(type: string, inputs: ValueMap, definition?: ValueMap): EcsServiceOwner {
  const b = new GraphBuilder();
  const task = definition && b.add("aws:ecs/taskDefinition:TaskDefinition", "task", definition);
  const remote = type.startsWith("awsx:");
  const service = b.add(type, "api", { cluster: "main", ...inputs }, { remote, from: task ? { taskDefinition: [task] } : {} });
  b.add("aws:appautoscaling/target:Target", "t", { ...ecs, minCapacity: 1, maxCapacity: 2 }, { from: { resourceId: [service] } });
  const owner = readModel(b.graph()).scalables[0]?.owner;
  assert.ok(owner?.kind === "ecs service");
  return owner;
}
const service = "aws:ecs/service:Service";
const fargate = "awsx:ecs:FargateService";

describe("an ECS service", () => {
  it("has the size of its task definition, in units or in words", () => {
    for (const [text, size] of [
      ["256", 0.25],
      ["1024", 1],
      [".25 vCPU", 0.25],
      ["0.5vCPU", 0.5],
      ["2 vcpu", 2],
    ] as const)
      assert.equal(cpuOf(text), size, text);
    for (const [text, size] of [
      ["512", 512],
      ["0.5 GB", 512],
      ["1GB", 1024],
      ["16 gb", 16384],
    ] as const)
      assert.equal(memoryOf(text), size, text);
    for (const wrong of ["", "big", "1 GB", "-1", "1 vCPU ", "1e3", "1".repeat(50)]) assert.equal(cpuOf(wrong), undefined, wrong);
    for (const wrong of ["", "1 vCPU", "1 GiB"]) assert.equal(memoryOf(wrong), undefined, wrong);
    const size = (definition: ValueMap) => ownerOf(service, { taskDefinition: unknownValue }, definition).size;
    assert.deepEqual(size({ cpu: "256", memory: 512, runtimePlatform: { cpuArchitecture: "ARM64" } }), {
      cpu: known(0.25),
      memory: known(512),
      architecture: { value: known("arm64"), given: true },
    });
    assert.deepEqual(size({ cpu: unknownValue, memory: secretValue }), {
      cpu: computed,
      memory: unknown("secret"),
      architecture: { value: known("x86_64"), given: false },
    });
  });

  it("has an unknown size where its task definition is elsewhere", () => {
    const size = ownerOf(service, { taskDefinition: "elsewhere:3" }).size;
    assert.deepEqual([size.cpu, size.memory], [unknown("not in this source"), unknown("not in this source")]);
  });

  it("of awsx has the size in its own arguments, else one that awsx computes", () => {
    assert.deepEqual(ownerOf(fargate, { taskDefinitionArgs: { cpu: "1 vCPU", memory: "2 GB" } }).size.cpu, known(1));
    assert.deepEqual(ownerOf(fargate, { taskDefinitionArgs: { container: { cpu: 256 } } }).size.cpu, computed);
    assert.deepEqual(ownerOf(fargate, { taskDefinitionArgs: unknownValue }).size.cpu, computed);
  });

  it("deploys as AWS does unless told otherwise", () => {
    assert.deepEqual(ownerOf(service, {}).deployment, {
      minimumHealthy: { value: known(100), given: false },
      maximum: { value: known(200), given: false },
      circuitBreaker: { value: known(false), given: false },
      rollback: { value: known(false), given: false },
    });
    assert.deepEqual(
      ownerOf(service, { deploymentMinimumHealthyPercent: 50, deploymentCircuitBreaker: { enable: true, rollback: unknownValue } })
        .deployment,
      {
        minimumHealthy: { value: known(50), given: true },
        maximum: { value: known(200), given: false },
        circuitBreaker: { value: known(true), given: true },
        rollback: { value: computed, given: true },
      },
    );
  });

  it("runs on what is written, on Fargate by awsx, else on what nobody here can tell", () => {
    const capacity = (type: string, inputs: ValueMap) => ownerOf(type, inputs).capacity;
    assert.deepEqual(capacity(service, { launchType: "EC2" }), { kind: "launch type", launchType: known("EC2") });
    assert.deepEqual(capacity(service, {}), { kind: "unknown", why: unknown("not in this source") });
    assert.deepEqual(capacity(fargate, {}), { kind: "launch type", launchType: known("FARGATE") });
    assert.deepEqual(capacity(fargate, { useClusterDefaultCapacityProviderStrategy: true }), {
      kind: "unknown",
      why: unknown("not in this source"),
    });
    assert.deepEqual(capacity("awsx:ecs:EC2Service", {}), { kind: "launch type", launchType: known("EC2") });
    assert.deepEqual(capacity(service, { capacityProviderStrategies: unknownValue }), { kind: "unknown", why: computed });
    assert.deepEqual(capacity(service, { capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 3 }] }), {
      kind: "providers",
      providers: [{ name: known("FARGATE_SPOT"), base: { value: known(0), given: false }, weight: { value: known(3), given: true } }],
    });
  });

  it("of aws-native says the same in its own words", () => {
    const native = ownerOf("aws-native:ecs:Service", {
      deploymentConfiguration: {
        minimumHealthyPercent: 50,
        maximumPercent: 150,
        deploymentCircuitBreaker: { enable: true, rollback: unknownValue },
      },
      capacityProviderStrategy: [{ capacityProvider: "FARGATE_SPOT", weight: 3 }],
    });
    assert.deepEqual(native.deployment, {
      minimumHealthy: { value: known(50), given: true },
      maximum: { value: known(150), given: true },
      circuitBreaker: { value: known(true), given: true },
      rollback: { value: computed, given: true },
    });
    assert.deepEqual(native.capacity, {
      kind: "providers",
      providers: [{ name: known("FARGATE_SPOT"), base: { value: known(0), given: false }, weight: { value: known(3), given: true } }],
    });
  });

  it("publishes CPU and memory each minute, but for what its metric configurations name", () => {
    const resolution = (monitoring: Value) => ownerOf("aws-native:ecs:Service", { monitoring }).resolution;
    const usual = { value: known(60), given: false };
    assert.deepEqual(ownerOf(service, { monitoring: {} }).resolution, { cpu: usual, memory: usual });
    assert.deepEqual(resolution(null), { cpu: usual, memory: usual });
    const configuration = (metricNames: Value, resolutionSeconds: Value) => ({
      metricConfigurations: [{ metricNames, resolutionSeconds }],
    });
    assert.deepEqual(resolution(configuration(["CPUUtilization"], 20)), { cpu: { value: known(20), given: true }, memory: usual });
    assert.deepEqual(resolution(configuration(["CPUUtilization", "MemoryUtilization"], unknownValue)), {
      cpu: { value: computed, given: true },
      memory: { value: computed, given: true },
    });
    const lost = { value: computed, given: true };
    assert.deepEqual(resolution(configuration([unknownValue], 20)), { cpu: lost, memory: lost });
    assert.deepEqual(resolution(unknownValue), { cpu: lost, memory: lost });
    assert.deepEqual(resolution(configuration(["CPUUtilization"], null)).cpu, { value: unknown("malformed"), given: true });
  });

  it("takes traffic from the target groups that its load balancers were made of", () => {
    const groupsOf = (loadBalancers: Value, count: number) => {
      const b = new GraphBuilder();
      const groups = Array.from({ length: count }, (_none, i) => b.add("aws:lb/targetGroup:TargetGroup", `g${i}`));
      const api = b.add(service, "api", { cluster: "main", loadBalancers }, { from: { loadBalancers: groups } });
      b.add("aws:appautoscaling/target:Target", "t", { ...ecs, minCapacity: 1, maxCapacity: 2 }, { from: { resourceId: [api] } });
      const owner = readModel(b.graph()).scalables[0]?.owner;
      return owner?.kind === "ecs service" ? owner.targetGroups.map((g) => (g.known ? g.value.split("::").at(-1) : g.why)) : [];
    };
    assert.deepEqual(groupsOf([{ targetGroupArn: unknownValue }], 1), ["g0"]);
    assert.deepEqual(groupsOf([{ targetGroupArn: unknownValue }, { targetGroupArn: unknownValue }], 2), ["g0", "g1"]);
    assert.deepEqual(groupsOf([{ targetGroupArn: unknownValue }], 2), ["ambiguous"]);
    assert.deepEqual(groupsOf([{ targetGroupArn: unknownValue }, { targetGroupArn: unknownValue }], 1), ["g0", "computed on deployment"]);
    assert.deepEqual(groupsOf(unknownValue, 0), ["computed on deployment"]);
    assert.deepEqual(groupsOf([], 0), []);
  });
});
