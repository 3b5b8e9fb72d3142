import assert from "node:assert/strict";
import { createRequire } from "node:module";

import { secretValue, unknownValue, type ValueMap } from "../../graph";
import { installDecoder } from "../../policies/decoding";
import { analyze, analyzeStack, type Registered } from "../graph/sources/analyzer";

const deserializer = createRequire(__filename)("@pulumi/policy/deserialize") as { deserializeProperties: unknown };

const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const secret = (value: unknown): object => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });

const properties = { name: "q", arn: unknownString, password: secret("hunter2"), nested: { list: [1, unknownString] } };
const queue: Registered = {
  urn: "urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs",
  type: "aws:sqs/queue:Queue",
  name: "jobs",
  inputs: properties,
  outputs: properties,
};

describe("installDecoder", () => {
  const original = deserializer.deserializeProperties;
  beforeEach(() => installDecoder(deserializer as Parameters<typeof installDecoder>[0]));
  afterEach(() => {
    deserializer.deserializeProperties = original;
  });

  const expected = { name: "q", arn: unknownValue, password: secretValue, nested: { list: [1, unknownValue] } };
  const plain = (map: ValueMap): unknown => ({ ...map, nested: { ...(map["nested"] as ValueMap) } });

  it("shows a resource policy of the real SDK unknowns and secrets as values that can be read", async () => {
    const seen: ValueMap[] = [];
    await analyze([{ name: "a", validateResource: ({ props }: { props: ValueMap }) => void seen.push(props) }], queue);
    assert.deepEqual(seen.map(plain), [expected]);
  });

  it("decodes a request once for all stack policies", async () => {
    const seen: ValueMap[] = [];
    const policy = (name: string): object => ({
      name,
      validateStack: ({ resources }: { resources: { props: ValueMap }[] }) => void seen.push(...resources.map(({ props }) => props)),
    });
    await analyzeStack([policy("a"), policy("b")], [queue]);
    assert.deepEqual(seen.map(plain), [expected, expected]);
    assert.equal(seen[0], seen[1]);
  });

  it("never lets the plain text of a secret through", async () => {
    const seen: string[] = [];
    await analyze([{ name: "a", validateResource: ({ props }: { props: ValueMap }) => void seen.push(JSON.stringify(props)) }], queue);
    assert.deepEqual(seen, ['{"arn":"[unknown]","name":"q","nested":{"list":[1,"[unknown]"]},"password":"[secret]"}']);
  });

  it("leaves remediations to the SDK", () => {
    const calls: boolean[] = [];
    const target = { deserializeProperties: (_: unknown, proxySecrets: boolean) => ({ called: calls.push(proxySecrets) }) };
    installDecoder(target);
    target.deserializeProperties({ toJavaScript: () => ({}) }, true);
    target.deserializeProperties({ toJavaScript: () => ({}) }, false);
    assert.deepEqual(calls, [true]);
  });

  it("refuses an SDK that has no such function", () => {
    assert.throws(() => installDecoder({}), {
      message: "This version of @pulumi/policy decodes resources in another way than Headroom knows; use version 1.21.",
    });
  });
});
