import assert from "node:assert/strict";
import type { Registered } from "../components/registered";
import { alarmFaults } from "./alarms/check";
import { holdFaults } from "./holds/check";
import { metricFaults } from "./metrics/check";
import { metricsOf } from "./metrics/used";
import { subjects } from "./platforms";
import type { Subject } from "./platforms";
import { resource } from "./resource";
import { isTaggable } from "./taggable";
import { textsIn } from "./texts";

describe("the resources of the platform", function () {
  this.timeout(60_000);
  let all: readonly Subject[];
  const everywhere = (faults: (resources: readonly Registered[]) => readonly string[]): readonly string[] =>
    all.flatMap(({ what, resources }) => faults(resources).map((fault) => `${what}: ${fault}`));

  before(async () => {
    all = await subjects();
  });

  it("are encrypted, keep their logs for a time, and take nothing without TLS", () => {
    assert.deepEqual(everywhere(holdFaults), []);
  });

  it("have a tag for project, stack and component wherever the SDK takes tags", () => {
    const untagged = (resources: readonly Registered[]): readonly string[] =>
      resources
        .filter(({ type, inputs }) => isTaggable(type) && !["project", "stack", "component"].every((tag) => hasTag(inputs.tags, tag)))
        .map(({ type, name }) => `${type}::${name}`);
    assert.deepEqual(everywhere(untagged), []);
  });

  it("have alarms that CloudWatch takes and somebody hears", () => {
    assert.deepEqual(everywhere(alarmFaults), []);
  });

  it("name metrics that are published, by dimensions by which they are", () => {
    assert.ok(all.some(({ resources }) => metricsOf(resources).length > 10));
    assert.deepEqual(everywhere(metricFaults), []);
  });

  it("are composed from values that somebody answers", () => {
    const unanswered = (resources: readonly Registered[]): readonly string[] =>
      resources.flatMap(({ type, name, inputs }) =>
        textsIn(inputs)
          .filter(({ text }) => /undefined|\[object Object\]|Calling \[to(String|JSON)\]/.test(text))
          .map(({ path, text }) => `${type}::${name} ${path}: ${text}`),
      );
    assert.deepEqual(everywhere(unanswered), []);
  });
});

/** Tags are a mapping, or with Cloud Control a list of keys and values. */
const hasTag = (tags: unknown, tag: string): boolean =>
  typeof tags === "object" &&
  tags !== null &&
  (Array.isArray(tags) ? tags.map(({ key }: { readonly key: string }) => key) : Object.keys(tags)).includes(`headroom:${tag}`);

describe("the check of what resources hold", () => {
  it("finds what is missing", () => {
    assert.deepEqual(
      holdFaults([
        resource("aws:cloudwatch/logGroup:LogGroup", "logs", {}),
        resource("aws:rds/instance:Instance", "main", { storageEncrypted: false }),
        resource("aws:rds/instance:Instance", "replica", { replicateSourceDb: "main" }),
        resource("aws:lb/listener:Listener", "https", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2016-08" }),
        resource("aws:sqs/queuePolicy:QueuePolicy", "jobs", { policy: '{"Statement":[]}' }),
        resource("aws:sqs/queue:Queue", "jobs", { sqsManagedSseEnabled: true }),
        resource("aws:kms/key:Key", "key", { enableKeyRotation: true }),
      ]),
      [
        "aws:cloudwatch/logGroup:LogGroup::logs does not say for how many days it keeps logs",
        "aws:rds/instance:Instance::main is not encrypted at rest",
        "aws:lb/listener:Listener::https speaks TLS older than 1.2",
        "aws:sqs/queuePolicy:QueuePolicy::jobs does not deny what comes without TLS",
        "aws:sqs/queue:Queue::jobs has no policy, and so takes what comes without TLS",
        "aws:kms/key:Key::key has no policy of its own",
      ],
    );
  });
});

describe("the check of alarms", () => {
  const topic = resource("aws:sns/topic:Topic", "notifications", { name: "notifications" });
  const heard = "arn:aws:sns:us-east-1:123456789012:notifications";
  const alarm = (inputs: Record<string, unknown>, name = "age") =>
    resource("aws:cloudwatch/metricAlarm:MetricAlarm", name, {
      name,
      namespace: "AWS/SQS",
      metricName: "ApproximateAgeOfOldestMessage",
      dimensions: { QueueName: "jobs" },
      statistic: "Maximum",
      period: 60,
      evaluationPeriods: 5,
      threshold: 300,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [heard],
      ...inputs,
    });
  const composite = (alarmRule: string, alarmActions: readonly string[]) =>
    resource("aws:cloudwatch/compositeAlarm:CompositeAlarm", "slo", { alarmName: "slo", alarmRule, alarmActions });

  it("finds nothing in an alarm that a topic hears, itself or through a composite", () => {
    assert.deepEqual(alarmFaults([topic, alarm({})]), []);
    assert.deepEqual(alarmFaults([topic, alarm({ alarmActions: [] }), composite('ALARM("age")', [heard])]), []);
  });

  /** What is changed in an alarm that has no fault, and what is said of it. */
  const mutations: readonly [string, Record<string, unknown>, string][] = [
    ["no action", { alarmActions: [] }, "is heard by nobody"],
    ["an action that is no topic of the stack", { alarmActions: [`${heard}2`] }, "is heard by nobody"],
    ["no statistic", { statistic: undefined }, "needs one statistic"],
    ["a period between minutes", { period: 90 }, "has a period of 90 s"],
    ["more than a day", { period: 600, evaluationPeriods: 200 }, "looks back 120000 s; 86400 s are allowed"],
    ["no threshold", { threshold: undefined }, "has no threshold"],
    ["more points than there are", { datapointsToAlarm: 6 }, "wants more data points than it looks at"],
    ["a comparison of another kind", { comparisonOperator: ">" }, "compares by >"],
    ["another word for missing data", { treatMissingData: "notbreaching" }, "treats missing data as notbreaching"],
    ["no metric", { metricName: undefined }, "has either one metric or metric math, not both and not neither"],
  ];
  for (const [what, change, says] of mutations)
    it(`finds ${what}`, () => {
      const faults = alarmFaults([topic, alarm(change)]);
      assert.ok(faults.includes(`aws:cloudwatch/metricAlarm:MetricAlarm::age ${says}`), faults.join("\n"));
    });

  it("finds a composite that nobody hears", () => {
    assert.deepEqual(alarmFaults([topic, alarm({}), composite('ALARM("age")', [])]), [
      "aws:cloudwatch/compositeAlarm:CompositeAlarm::slo is heard by nobody",
    ]);
  });

  it("finds a misspelt metric and a dimension by which it is not published, in an alarm and in a dashboard", () => {
    const row = ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", "jobs"];
    const dashboard = (...metrics: unknown[]) =>
      resource("aws:cloudwatch/dashboard:Dashboard", "all", { dashboardBody: JSON.stringify({ widgets: [{ properties: { metrics } }] }) });
    assert.deepEqual(
      metricFaults([alarm({}), dashboard(row, [".", "NumberOfMessagesSent", ".", "."], ["...", "other", { label: "x" }])]),
      [],
    );
    assert.deepEqual(
      metricFaults([
        alarm({ metricName: "ApproximateAgeOfOldestMesage" }),
        alarm({ dimensions: { Queue: "jobs" } }, "depth"),
        dashboard(row, [".", "NumberOfMessagesSend", ".", "."]),
      ]),
      [
        "aws:cloudwatch/metricAlarm:MetricAlarm::age names the metric AWS/SQS ApproximateAgeOfOldestMesage, which is not in test/aws/metrics/known.ts",
        "aws:cloudwatch/metricAlarm:MetricAlarm::depth names AWS/SQS ApproximateAgeOfOldestMessage by Queue, by which nobody publishes it",
        "aws:cloudwatch/dashboard:Dashboard::all names the metric AWS/SQS NumberOfMessagesSend, which is not in test/aws/metrics/known.ts",
      ],
    );
  });
});
