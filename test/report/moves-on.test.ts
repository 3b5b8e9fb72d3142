import assert from "node:assert/strict";
import { known, unknown } from "../../graph";
import type { Scalable } from "../../model";
import { movesOn } from "../../report/moves-on";
import { action, metric, ref, scalable, stepping, tracking } from "./models";

describe("what moves a scalable", () => {
  const cases: readonly (readonly [Partial<Scalable>, readonly string[]])[] = [
    [{}, []],
    [{ policies: [tracking(known("cpu"), known(70))] }, ["CPU 70 %"]],
    [{ policies: [tracking(known("memory"), known(80))] }, ["memory 80 %"]],
    [{ policies: [tracking(known("requests"), known(1000))] }, ["1000 req/task"]],
    [{ policies: [tracking(known("backlog"), known(100))], unit: "replica" }, ["backlog 100 per replica"]],
    [{ policies: [tracking(known("queue depth"), known(5))] }, ["queue depth 5"]],
    [{ policies: [tracking(known("concurrency utilization"), known(0.57))] }, ["utilization 57 %"]],
    [{ policies: [tracking(known("capacity utilization"), known(70))] }, ["used capacity 70 %"]],
    [{ policies: [tracking(known("connections"), known(700))], unit: "replica" }, ["700 connections/replica"]],
    [{ policies: [tracking(known("custom"), known(3))] }, ["AWS/ECS CPUUtilization 3"]],
    [{ policies: [tracking(unknown("secret"), unknown("secret"))] }, ["AWS/ECS CPUUtilization ?"]],
    [{ policies: [stepping(1, 60)] }, ["steps on an alarm"]],
    [{ policies: [stepping(1, 60), stepping(-1, 60)] }, ["steps on an alarm"]],
    [{ policies: [{ ...stepping(1, 60), calledBy: [] }] }, ["steps that no alarm calls"]],
    [{ policies: [{ kind: "unread", at: ref("p"), policyType: unknown("secret") }] }, ["a policy of unknown kind"]],
    [
      {
        schedules: [
          action(known("cron(0 8 ? * MON-FRI *)")),
          action(known("cron(30 20 ? * MON-FRI *)")),
          action(known("cron(5 0 * * ? *)")),
        ],
      },
      ["Mon-Fri 08:00, 20:30", "daily 00:05"],
    ],
    [{ schedules: [action(known("rate(5 minutes)")), action(unknown("secret"))] }, ["rate(5 minutes)", "a schedule ?"]],
    [{ owner: { kind: "aurora capacity", database: unknown("ambiguous") } }, ["managed by Aurora"]],
  ];
  for (const [rest, texts] of cases) {
    it(`is ${texts.join(", ") || "nothing"}`, () => assert.deepEqual(movesOn(scalable("x", rest), new Map()), texts));
  }

  it("names a metric that no reader knows", () =>
    assert.deepEqual(
      movesOn(
        scalable("x", { policies: [{ ...tracking(known("cpu"), known(1)), metric: metric(known("custom"), "m1 / m2") }] }),
        new Map(),
      ),
      ["m1 / m2 1"],
    ));
});
