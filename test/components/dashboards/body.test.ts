import assert from "node:assert/strict";
import { bodyOf } from "../../../components/dashboards/body";
import { linesOf } from "../../../components/dashboards/graph";
import type { Graph } from "../../../components/dashboards/graph";

const line = linesOf("AWS/SQS", { QueueName: "jobs" });
const graph = (title: string): Graph => ({ title, unit: "messages", lines: [line("Depth", "Average", "waiting")] });

describe("components/dashboards/body", () => {
  it("draws a graph as CloudWatch takes it, with its levels", () => {
    const levels = [{ label: "+1", value: 50 }];
    assert.deepEqual(bodyOf([{ title: "Queue", graphs: [{ ...graph("jobs"), levels }] }], "eu-central-1"), {
      widgets: [
        { type: "text", x: 0, y: 0, width: 24, height: 1, properties: { markdown: "## Queue" } },
        {
          type: "metric",
          x: 0,
          y: 1,
          width: 8,
          height: 6,
          properties: {
            title: "jobs",
            view: "timeSeries",
            region: "eu-central-1",
            period: 60,
            yAxis: { left: { min: 0, label: "messages", showUnits: false } },
            metrics: [["AWS/SQS", "Depth", "QueueName", "jobs", { stat: "Average", label: "waiting" }]],
            annotations: { horizontal: [{ label: "+1", value: 50 }] },
          },
        },
      ],
    });
  });

  it("draws what metric math makes of others, and not the others", () => {
    const half = { label: "half", expression: "all / 2", of: { all: line("Depth", "Average", "waiting") } };
    const [, widget] = bodyOf([{ title: "Queue", graphs: [{ ...graph("jobs"), lines: [half] }] }], "eu-central-1").widgets;
    assert.deepEqual((widget?.properties as { metrics: unknown }).metrics, [
      [{ label: "half", expression: "all / 2" }],
      ["AWS/SQS", "Depth", "QueueName", "jobs", { stat: "Average", label: "waiting", id: "all", visible: false }],
    ]);
  });

  it("puts three graphs side by side, section below section, and leaves out what is empty", () => {
    const { widgets } = bodyOf(
      [
        { title: "One", graphs: ["a", "b", "c", "d"].map(graph) },
        { title: "None", graphs: [] },
        { title: "Two", graphs: [graph("e")] },
      ],
      "eu-central-1",
    );
    assert.deepEqual(
      widgets.map(({ type, x, y }) => [type, x, y]),
      [
        ["text", 0, 0],
        ["metric", 0, 1],
        ["metric", 8, 1],
        ["metric", 16, 1],
        ["metric", 0, 7],
        ["text", 0, 13],
        ["metric", 0, 14],
      ],
    );
  });

  it("says where metrics are that are not in the stack's region", () => {
    const [, widget] = bodyOf([{ title: "CDN", graphs: [{ ...graph("cdn"), region: "us-east-1" }] }], "eu-central-1").widgets;
    assert.equal((widget?.properties as { region: unknown }).region, "us-east-1");
  });
});
