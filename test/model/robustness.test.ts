import assert from "node:assert/strict";
import fc from "fast-check";
import {
  AssetValue,
  known,
  ReferenceValue,
  secretValue,
  unknown,
  unknownValue,
  type Maybe,
  type Resource,
  type Value,
  type ValueMap,
} from "../../graph";
import { readModel } from "../../model";
import { types } from "../../model/resource-types";
import { everything } from "./everything";
import { graphOf } from "./graph-builder";

const print = (value: unknown): string => JSON.stringify(value);

/** Every position in a value, as a function that puts something else there. */
function positions(value: Value): readonly ((other: Value) => Value)[] {
  const whole = (other: Value): Value => other;
  if (Array.isArray(value))
    return [
      whole,
      ...value.flatMap((item: Value, i) =>
        positions(item).map((put) => (other: Value) => value.map((x: Value, j) => (j === i ? put(other) : x))),
      ),
    ];
  if (typeof value !== "object" || value === null || value.constructor !== Object) return [whole];
  const map = value as ValueMap;
  return [
    whole,
    ...Object.keys(map).flatMap((key) => positions(map[key] ?? null).map((put) => (other: Value) => ({ ...map, [key]: put(other) }))),
  ];
}

const strange: readonly Value[] = [
  unknownValue,
  secretValue,
  null,
  true,
  -1,
  NaN,
  1e308,
  "",
  "text",
  "x".repeat(10_000),
  "(".repeat(2_000),
  [],
  [[]],
  {},
  { value: 1 },
  new AssetValue("archive"),
  new ReferenceValue("urn"),
];

describe("readModel on anything", () => {
  const graph = everything();
  const model = readModel(graph);

  it("reads one of everything", () => {
    const kinds = new Set(model.scalables.map((s) => s.owner.kind));
    assert.deepEqual([...kinds].sort(), [
      "aurora capacity",
      "aurora readers",
      "cache replicas",
      "cache shards",
      "ecs service",
      "other",
      "provisioned concurrency",
      "table capacity",
    ]);
    const counted = ["alarms", "queues", "budgets", "standing", "functions", "eventSources", "databases", "caches", "unread"] as const;
    assert.deepEqual(
      counted.map((list) => `${model[list].length} ${list}`),
      ["2 alarms", "3 queues", "1 budgets", "9 standing", "1 functions", "1 eventSources", "3 databases", "1 caches", "0 unread"],
    );
  });

  for (const resource of graph.resources)
    it(`never throws, whatever stands anywhere in ${resource.type} ${resource.name}`, () => {
      for (const put of positions(resource.inputs))
        for (const value of strange) {
          const inputs = put(value);
          const changed = { ...resource, inputs: (typeof inputs === "object" && inputs !== null ? inputs : {}) as ValueMap };
          const read = readModel(graphOf(graph.resources.map((r) => (r === resource ? changed : r))));
          print(read);
        }
    });

  it("never throws where a source knows less", () => {
    const none = unknown("not in this source");
    const poor = graph.resources.map((r) => ({
      ...r,
      outputs: none,
      propertyDependencies: none,
      ignoreChanges: none,
      protect: none,
      aliases: none,
      position: none,
    }));
    const read = readModel(graphOf(poor));
    assert.equal(read.scalables.flatMap((s) => s.registrations).length, model.scalables.flatMap((s) => s.registrations).length);
    for (const scalable of read.scalables) assert.notDeepEqual(scalable.initialIgnored, known(false));
  });

  it("does not depend on the order of the resources", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...graph.resources], { minLength: graph.resources.length }), (resources) =>
        assert.equal(print(readModel(graphOf(resources))), print(model)),
      ),
      { numRuns: 30 },
    );
  });

  it("does not depend on what resources are called in the program", () => {
    const renamed = graph.resources.map((r) => ({
      ...r,
      name: `zz-${r.name}`,
      urn: renamedUrn(r.urn),
      parent: r.parent && renamedUrn(r.parent),
      dependencies: r.dependencies.map(renamedUrn),
      propertyDependencies: r.propertyDependencies.known
        ? known(
            Object.fromEntries(Object.entries(r.propertyDependencies.value).map(([property, urns]) => [property, urns.map(renamedUrn)])),
          )
        : r.propertyDependencies,
    }));
    assert.equal(print(readModel(graphOf(renamed))).replaceAll("zz-", ""), print(model));
  });

  it("changes nothing in the graph", () => {
    const before = print(graph);
    readModel(graph);
    assert.equal(print(graph), before);
  });

  it("never throws on graphs at random", () => {
    fc.assert(
      fc.property(fc.array(resource, { maxLength: 12 }), (resources) => {
        const read = readModel(graphOf(resources));
        print(read);
        const targets = new Set(
          resources
            .filter((r, i) => resources.findIndex((x) => x.urn === r.urn) === i && types.target.includes(r.type as never))
            .map((r) => r.urn),
        );
        const registered = read.scalables.flatMap((s) => s.registrations).filter(({ namespace }) => !isAurora(namespace));
        assert.equal(registered.length, targets.size);
        for (const s of read.scalables) assert.ok(s.registrations.length + s.policies.length + s.schedules.length > 0);
      }),
      { numRuns: 500 },
    );
  });
});

/** Capacity that no target registers: Aurora's own. */
const isAurora = (namespace: Maybe<string>): boolean => namespace.known && namespace.value === "aurora";
const renamedUrn = (urn: string): string => urn.replace(/::([^:]*)$/, "::zz-$1");

const words = [
  "ecs",
  "lambda",
  "dynamodb",
  "ecs:service:DesiredCount",
  "dynamodb:table:ReadCapacityUnits",
  "service/main/a",
  "function:a:b",
  "table/a",
  "a",
  "TargetTrackingScaling",
  "StepScaling",
  "AWS/SQS",
  "ApproximateNumberOfMessagesVisible",
  "m1/m2",
  "arn:aws:sqs:us-east-1:1:a",
  '{"deadLetterTargetArn":1}',
];
const properties = [
  "name",
  "resourceId",
  "serviceNamespace",
  "scalableDimension",
  "minCapacity",
  "maxCapacity",
  "policyType",
  "targetTrackingScalingPolicyConfiguration",
  "customizedMetricSpecification",
  "metrics",
  "metricQueries",
  "metric",
  "metricStat",
  "expression",
  "id",
  "dimensions",
  "namespace",
  "metricName",
  "cluster",
  "loadBalancers",
  "alarmActions",
  "redrivePolicy",
  "queueUrl",
  "notifications",
  "configPath",
  "functionName",
  "qualifier",
  "eventSourceArn",
  "clusterIdentifier",
  "replicateSourceDb",
  "dbClusterIdentifier",
  "serverlessv2ScalingConfiguration",
  "numNodeGroups",
  "__proto__",
];
const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Value>(...words, unknownValue, secretValue, null, 0, 1, -1, true),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...properties), tie("value"), { maxKeys: 4 }),
  ),
})).value;
const urn = fc.constantFrom("u1", "u2", "u3", "u4", "u5", "u6", "gone");
const resource: fc.Arbitrary<Resource> = fc.record<Resource>({
  urn,
  type: fc.constantFrom(...Object.values(types).flat(), "headroom:components:Platform"),
  name: fc.constantFrom("a", "b"),
  custom: fc.boolean(),
  remote: fc.boolean(),
  external: fc.boolean(),
  parent: fc.option(urn, { nil: undefined }),
  id: fc.constantFrom(unknown("computed on deployment"), known("a")),
  inputs: fc.dictionary(fc.constantFrom(...properties), value, { maxKeys: 6 }),
  outputs: fc.oneof(fc.constant(unknown("not in this source")), fc.dictionary(fc.constantFrom("name", "arn"), value).map(known)),
  dependencies: fc.array(urn, { maxLength: 2 }),
  propertyDependencies: fc.oneof(
    fc.constant(unknown("not in this source")),
    fc.dictionary(fc.constantFrom(...properties), fc.array(urn, { maxLength: 3 })).map(known),
  ),
  ignoreChanges: fc.constantFrom(unknown("not in this source"), known(["desiredCount"]), known([])),
  protect: fc.constant(known(false)),
  aliases: fc.constant(known([])),
  provider: fc.constant(undefined),
  position: fc.constant(unknown("not in this source")),
});
