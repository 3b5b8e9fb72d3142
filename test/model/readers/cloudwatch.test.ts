import assert from "node:assert/strict";
import { known, unknown, unknownValue, type ValueMap } from "../../../graph";
import { readModel, type Alarm } from "../../../model";
import { GraphBuilder } from "../graph-builder";

const computed = unknown("computed on deployment");
const plain: ValueMap = { namespace: "AWS/ECS", metricName: "CPUUtilization", statistic: "Average" };

function alarm(inputs: ValueMap): Alarm {
  const b = new GraphBuilder();
  b.add("aws:cloudwatch/metricAlarm:MetricAlarm", "high", inputs);
  const [read] = readModel(b.graph()).alarms;
  assert.ok(read);
  return read;
}

describe("alarms", () => {
  it("have CloudWatch's defaults", () => {
    const read = alarm({ ...plain, comparisonOperator: "GreaterThanThreshold", threshold: 80, period: 60, evaluationPeriods: 3 });
    assert.deepEqual(read.datapointsToAlarm, { value: known(3), given: false });
    assert.deepEqual(read.missingData, { value: known("missing"), given: false });
    assert.deepEqual(read.enabled, { value: known(true), given: false });
    assert.deepEqual(read.period, { value: known(60), given: true });
    assert.deepEqual([read.comparison, read.threshold, read.actions], [known("GreaterThanThreshold"), known(80), []]);
    assert.deepEqual([read.metric.signal, read.metric.per, read.metric.label], [known("cpu"), known("ratio"), "AWS/ECS CPUUtilization"]);
  });

  it("look as far back as the longest of their queries' periods", () => {
    const query = (id: string, period: unknown): ValueMap => ({ id, metric: { ...plain, period: period as number } });
    assert.deepEqual(alarm({ metricQueries: [query("a", 60), query("b", 300)] }).period, { value: known(300), given: true });
    assert.deepEqual(alarm({ metricQueries: [query("a", 60), query("b", unknownValue)] }).period, { value: computed, given: true });
    assert.deepEqual(alarm({ metricQueries: unknownValue }).period, { value: computed, given: true });
    assert.deepEqual(alarm(plain).period, { value: unknown("malformed"), given: false });
  });

  it("count a list of actions of which nothing is known as one", () => {
    assert.deepEqual(alarm({ ...plain, alarmActions: unknownValue }).actions, [{ on: "alarm", calls: computed }]);
    assert.deepEqual(alarm({ ...plain, insufficientDataActions: [] }).actions, []);
  });

  it("call all that an unknown list of actions was made of", () => {
    const b = new GraphBuilder();
    const topics = ["a", "b"].map((name) => b.add("aws:sns/topic:Topic", name));
    b.add("aws:cloudwatch/metricAlarm:MetricAlarm", "high", { ...plain, alarmActions: unknownValue }, { from: { alarmActions: topics } });
    const [read] = readModel(b.graph()).alarms;
    assert.deepEqual(
      read?.actions,
      topics.map(({ urn }) => ({ on: "alarm", calls: known(urn) })),
    );
  });

  it("take a threshold that was deployed and is not in the source for unknown", () => {
    const b = new GraphBuilder();
    const outputs = { comparisonOperator: "GreaterThanThreshold", threshold: 80, evaluationPeriods: 3 };
    b.add("aws:cloudwatch/metricAlarm:MetricAlarm", "high", plain, { outputs });
    const [read] = readModel(b.graph()).alarms;
    const elsewhere = unknown("not in this source");
    assert.deepEqual([read?.comparison, read?.threshold, read?.evaluationPeriods], [elsewhere, elsewhere, elsewhere]);
  });

  it("name the queue and the service that they watch", () => {
    const b = new GraphBuilder();
    const queue = b.add("aws:sqs/queue:Queue", "jobs", { name: "jobs" });
    const service = b.add("aws:ecs/service:Service", "api", { name: "api" });
    const watch = (name: string, inputs: ValueMap) => b.add("aws:cloudwatch/metricAlarm:MetricAlarm", name, inputs);
    watch("age", { namespace: "AWS/SQS", metricName: "ApproximateAgeOfOldestMessage", dimensions: { QueueName: "jobs" } });
    watch("at-max", { namespace: "ECS/ContainerInsights", metricName: "DesiredTaskCount", dimensions: { ServiceName: "api" } });
    watch("cluster", { ...plain, dimensions: { ClusterName: "main" } });
    assert.deepEqual(
      readModel(b.graph()).alarms.map((a) => a.metric.of),
      [known(queue.urn), known(service.urn), undefined],
    );
  });
});
