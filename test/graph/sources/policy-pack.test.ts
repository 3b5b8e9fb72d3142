import assert from "node:assert/strict";
import { createRequire } from "node:module";

import { known, unknown, unknownValue, type Resource, type ResourceGraph } from "../../../graph";
import { PolicyPackSource, type PolicyResourceArgs, type PolicyStackArgs } from "../../../graph/sources/policy-pack";
import { decodeMap } from "../../../graph/wire";
import { installDecoder } from "../../../policies/decoding";
import { analyze, analyzeStack, type Registered } from "./analyzer";

const deserializer = createRequire(__filename)("@pulumi/policy/deserialize") as { deserializeProperties: unknown };

const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
const awsProvider = urn("pulumi:providers:aws", "default_7_48_0");

const stack: Registered = {
  urn: urn("pulumi:pulumi:Stack", "shop-dev"),
  type: "pulumi:pulumi:Stack",
  name: "shop-dev",
  inputs: {},
  outputs: { url: unknownString },
};
const provider: Registered = {
  urn: awsProvider,
  type: "pulumi:providers:aws",
  name: "default_7_48_0",
  inputs: { region: "eu-west-1" },
  outputs: {},
};
const component: Registered = {
  urn: urn("headroom:components:Service", "api"),
  type: "headroom:components:Service",
  name: "api",
  inputs: { configPath: "headroom:services.api" },
  outputs: {},
  parent: stack.urn,
};
const queue: Registered = {
  urn: urn("aws:sqs/queue:Queue", "jobs"),
  type: "aws:sqs/queue:Queue",
  name: "jobs",
  inputs: { name: "jobs" },
  outputs: { name: "jobs", arn: unknownString, id: unknownString },
  parent: stack.urn,
  provider: awsProvider,
};
const service: Registered = {
  urn: urn("headroom:components:Service$aws:ecs/service:Service", "api"),
  type: "aws:ecs/service:Service",
  name: "api",
  inputs: { desiredCount: 2, cluster: unknownString },
  outputs: { desiredCount: 2, cluster: unknownString, launchType: "FARGATE", id: "arn:api" },
  parent: component.urn,
  provider: urn("pulumi:providers:aws", "second"),
  dependencies: [queue.urn],
  propertyDependencies: { cluster: [queue.urn], desiredCount: [] },
  ignoreChanges: ["desiredCount"],
  protect: true,
  aliases: [urn("aws:ecs/service:Service", "old")],
};
const registered = [stack, provider, component, queue, service];

/** What the engine does: each resource on its own, in order, then all of them in no order. */
async function judged(source: PolicyPackSource, all: readonly Registered[]): Promise<ResourceGraph[]> {
  const graphs: ResourceGraph[] = [];
  const collect = { name: "collect", validateResource: (args: PolicyResourceArgs) => source.collectInputs(args) };
  const judge = (name: string): object => ({ name, validateStack: (args: PolicyStackArgs) => void graphs.push(source.graph(args)) });
  for (const resource of all) await analyze([collect], resource);
  await analyzeStack([judge("a"), judge("b")], [...all].reverse());
  return graphs;
}

describe("PolicyPackSource", () => {
  const original = deserializer.deserializeProperties;
  beforeEach(() => installDecoder(deserializer as Parameters<typeof installDecoder>[0]));
  afterEach(() => {
    deserializer.deserializeProperties = original;
  });

  it("joins inputs and outputs, in the order of registration", async () => {
    const [graph] = await judged(new PolicyPackSource(), registered);
    assert.ok(graph);
    assert.deepEqual(
      { ...graph, resources: graph.resources.map(({ name, type }) => `${type} ${name}`) },
      {
        source: "policy pack",
        project: "shop",
        stack: "dev",
        resources: [
          "pulumi:pulumi:Stack shop-dev",
          "headroom:components:Service api",
          "aws:sqs/queue:Queue jobs",
          "aws:ecs/service:Service api",
        ],
        region: known("eu-west-1"),
        outputs: known(decodeMap({ url: unknownString })),
      },
    );
    const expected: Resource = {
      urn: service.urn,
      type: "aws:ecs/service:Service",
      name: "api",
      custom: true,
      remote: false,
      external: false,
      parent: component.urn,
      id: known("arn:api"),
      inputs: decodeMap({ desiredCount: 2, cluster: unknownString }),
      outputs: known(decodeMap(service.outputs)),
      dependencies: [queue.urn],
      propertyDependencies: known(Object.assign(Object.create(null), { cluster: [queue.urn] })),
      ignoreChanges: known(["desiredCount"]),
      protect: known(true),
      aliases: unknown("not in this source"),
      provider: `${urn("pulumi:providers:aws", "second")}::${unknownString}`,
      position: unknown("not in this source"),
    };
    assert.deepEqual(graph.resources[3], expected);
    assert.deepEqual(graph.resources[1]?.inputs, decodeMap(component.inputs));
    assert.deepEqual(
      graph.resources.map(({ custom }) => custom),
      [false, false, true, true],
    );
    assert.equal(graph.resources[2]?.provider, undefined);
    assert.deepEqual(graph.resources[2]?.id, unknown("computed on deployment"));
  });

  it("makes one graph for all stack policies of a request, and another for the next request", async () => {
    const source = new PolicyPackSource();
    const [a, b] = await judged(source, registered);
    const [c] = await judged(source, registered.slice(0, 3));
    assert.equal(a, b);
    assert.equal(c?.resources.length, 2);
  });

  it("takes the outputs of a resource whose inputs no policy was shown", async () => {
    const source = new PolicyPackSource();
    const graphs: ResourceGraph[] = [];
    await analyzeStack([{ name: "a", validateStack: (args: PolicyStackArgs) => void graphs.push(source.graph(args)) }], [queue]);
    assert.deepEqual(graphs[0]?.resources[0]?.inputs, decodeMap({ name: "jobs", arn: unknownString, id: unknownString }));
    assert.equal(graphs[0]?.resources[0]?.inputs["arn"], unknownValue);
  });

  it("refuses what the SDK's own decoder makes, for it shows secrets", async () => {
    deserializer.deserializeProperties = original;
    await assert.rejects(
      judged(new PolicyPackSource(), [queue]),
      /Install the decoder of policies\/decoding\.ts before a policy reads resources\./,
    );
  });
});
