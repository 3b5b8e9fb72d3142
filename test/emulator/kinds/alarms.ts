import type { PutMetricAlarmCommandInput } from "@aws-sdk/client-cloudwatch";
import { as, capitals, kind, leftOut, listed, pairs } from "../kind";
import type { Kind } from "../kind";

type Inputs = Readonly<Record<string, unknown>>;

const dimensions = listed("Name", "Value");

export const alarms: Readonly<Record<string, Kind>> = {
  "aws:cloudwatch/metricAlarm:MetricAlarm": kind<PutMetricAlarmCommandInput>({
    nameIn: "AlarmName",
    fields: {
      ...capitals("alarmActions", "alarmDescription"),
      ...capitals("comparisonOperator", "datapointsToAlarm", "evaluationPeriods", "extendedStatistic", "metricName", "namespace"),
      ...capitals("period", "statistic", "threshold", "treatMissingData", "unit"),
      name: as("AlarmName"),
      okActions: as("OKActions"),
      tags: as("Tags", pairs),
      dimensions: as("Dimensions", dimensions),
      evaluateLowSampleCountPercentiles: as("EvaluateLowSampleCountPercentile"),
      metricQueries: as("Metrics", (given) => (given as readonly Inputs[]).map(query)),
      region: leftOut("the emulator is one region"),
    },
    create: async ({ cloudwatch }, request) => {
      await cloudwatch.putMetricAlarm(request);
      return {};
    },
    read: async ({ cloudwatch }, { AlarmName = "" }) => {
      const alarm = (await cloudwatch.describeAlarms({ AlarmNames: [AlarmName] })).MetricAlarms?.[0];
      const { Tags } = await cloudwatch.listTagsForResource({ ResourceARN: alarm?.AlarmArn });
      return { ...alarm, Tags };
    },
  }),
};

const query = ({ id, expression, label, returnData, period, metric }: Inputs): unknown => ({
  Id: id,
  Expression: expression,
  Label: label,
  ReturnData: returnData,
  Period: period,
  ...(metric === undefined ? {} : { MetricStat: statistic(metric as Inputs) }),
});

const statistic = (metric: Inputs): unknown => ({
  Metric: { Namespace: metric.namespace, MetricName: metric.metricName, Dimensions: dimensions(metric.dimensions) },
  Period: metric.period,
  Stat: metric.stat,
  Unit: metric.unit,
});
