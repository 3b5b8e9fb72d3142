import assert from "node:assert/strict";
import fc from "fast-check";
import {
  arn,
  databaseClusterId,
  databaseInstanceArn,
  ecsClusterArn,
  ecsServiceId,
  functionArn,
  lambdaId,
  policyNameIn,
  queueArn,
  queueUrl,
  replicationGroupId,
  requestCountLabel,
  scalingPolicyArn,
  tableId,
  targetGroupPath,
  taskDefinitionArn,
  topicArn,
  type IdFormat,
} from "../../model/id-formats";

const name = fc.stringMatching(/^[A-Za-z0-9_.-]{1,20}$/);
const arnHead = fc.record({ partition: name, region: name, account: fc.constantFrom("", "123456789012") });
const namedArn = (service: string, resource: (name: string) => string, names: fc.Arbitrary<string> = name) =>
  fc.record({ head: arnHead, name: names }).map(({ head, name }) => ({ arn: { ...head, service, resource: resource(name) }, name }));

const formats: readonly (readonly [string, IdFormat<never>, fc.Arbitrary<unknown>])[] = [
  ["ecsServiceId", ecsServiceId, fc.record({ cluster: name, service: name })],
  ["lambdaId", lambdaId, fc.record({ fn: name, qualifier: fc.oneof(name, fc.constant("$LATEST")) })],
  ["replicationGroupId", replicationGroupId, fc.record({ id: name })],
  ["databaseClusterId", databaseClusterId, fc.record({ id: name })],
  ["tableId", tableId, fc.oneof(fc.record({ table: name }), fc.record({ table: name, index: name }))],
  ["arn", arn, fc.record({ partition: name, service: name, region: name, account: name, resource: fc.stringMatching(/^[a-z:/]{1,20}$/) })],
  ["queueArn", queueArn, namedArn("sqs", (n) => n)],
  ["topicArn", topicArn, namedArn("sns", (n) => n)],
  ["functionArn", functionArn, namedArn("lambda", (n) => `function:${n}`)],
  ["databaseInstanceArn", databaseInstanceArn, namedArn("rds", (n) => `db:${n}`)],
  ["ecsClusterArn", ecsClusterArn, namedArn("ecs", (n) => `cluster/${n}`)],
  ["taskDefinitionArn", taskDefinitionArn, namedArn("ecs", (n) => `task-definition/${n}`)],
  [
    "scalingPolicyArn",
    scalingPolicyArn,
    namedArn(
      "autoscaling",
      (n) => n,
      name.map((n) => `scalingPolicy:1-2:resource/ecs/service/a/b:policyName/${n}`),
    ),
  ],
  ["queueUrl", queueUrl, fc.record({ host: name, account: name, name })],
  ["targetGroupPath", targetGroupPath, fc.record({ name, id: name })],
  [
    "requestCountLabel",
    requestCountLabel,
    fc
      .record({ a: name, b: name, c: name, d: name })
      .map(({ a, b, c, d }) => ({ loadBalancer: `app/${a}/${b}`, targetGroup: `targetgroup/${c}/${d}` })),
  ],
] as never;

describe("id formats", () => {
  for (const [title, format, parts] of formats) {
    it(`${title} reads what it writes`, () => {
      fc.assert(fc.property(parts, (p) => assert.deepEqual(format.parse(format.format(p as never)), structuredClone(p))));
    });
    it(`${title} reads any text or refuses it, and writes back exactly what it read`, () => {
      const near = fc.array(
        fc.constantFrom("service", "function", "table", "cluster", "index", "arn", "aws", "sqs", "/", ":", "", "a", "targetgroup", "app"),
      );
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string(),
            near.map((words) => words.join("")),
          ),
          (text) => {
            const parsed = format.parse(text);
            if (parsed !== undefined) assert.equal(format.format(parsed), text);
          },
        ),
      );
    });
  }

  it("takes apart the ids of Application Auto Scaling", () => {
    assert.deepEqual(ecsServiceId.parse("service/main/worker"), { cluster: "main", service: "worker" });
    assert.deepEqual(lambdaId.parse("function:checkout:live"), { fn: "checkout", qualifier: "live" });
    assert.deepEqual(tableId.parse("table/orders/index/by-day"), { table: "orders", index: "by-day" });
    assert.deepEqual(tableId.parse("table/orders"), { table: "orders" });
    assert.deepEqual(databaseClusterId.parse("cluster:main"), { id: "main" });
    assert.deepEqual(replicationGroupId.parse("replication-group/sessions"), { id: "sessions" });
    assert.equal(queueArn.parse("arn:aws:sqs:us-east-1:123456789012:jobs")?.name, "jobs");
    assert.equal(
      policyNameIn(
        scalingPolicyArn.parse("arn:aws:autoscaling:us-east-1:1:scalingPolicy:u:resource/ecs/service/a/b:policyName/up")?.name ?? "",
      ),
      "up",
    );
  });

  it("refuses ids that lack a part or have one too many", () => {
    for (const text of ["service/worker", "service//worker", "service/main/worker/x", "function:checkout", "Service/main/worker", ""])
      assert.equal(ecsServiceId.parse(text), undefined, text);
    for (const text of ["table/", "table/a/b/c", "table/a/index", "table/a/index/", "table/a/index/b/c"])
      assert.equal(tableId.parse(text), undefined, text);
    for (const text of ["arn:aws:sqs:us-east-1:1", "arn:aws:sqs:us-east-1:1:", "arn:aws:sns:us-east-1:1:jobs"])
      assert.equal(queueArn.parse(text), undefined, text);
  });
});
