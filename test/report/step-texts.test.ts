import assert from "node:assert/strict";
import { known, unknown, type Maybe } from "../../graph";
import { seconds, type Alarm, type Metric, type Step, type StepPolicy } from "../../model";
import { stepTexts } from "../../report/step-texts";
import { given, metric, ref, stepping } from "./models";

const lost = unknown("computed on deployment");
const above = "GreaterThanOrEqualToThreshold";
const below = "LessThanThreshold";
const depth = metric(known("queue depth"), "AWS/SQS Visible");

const alarm = (id: string, comparison: Maybe<string>, threshold: Maybe<number>, measured: Metric = depth): Alarm => ({
  id,
  at: ref("alarm"),
  metric: measured,
  comparison,
  threshold,
  period: given(seconds(60)),
  evaluationPeriods: known(1),
  datapointsToAlarm: given(1),
  missingData: given("missing"),
  actions: [],
  enabled: given(true),
});
const step = (lower: Step["lower"], upper: Step["upper"], change: Maybe<number>): Step => ({ lower, upper, change });
const policy = (steps: StepPolicy["steps"], calledBy: readonly string[], rest: Partial<StepPolicy> = {}): StepPolicy => ({
  ...stepping(1, 60),
  steps,
  calledBy,
  ...rest,
});
const textsOf = (policies: readonly StepPolicy[], ...alarms: readonly Alarm[]) =>
  stepTexts(policies, "task", new Map(alarms.map((each) => [each.id, each])));

const out = policy(
  known([
    step(known(50), known(150), known(2)), // 100
    step(known(0), known(50), known(1)), // 50
    step(known(150), "infinity", known(3)), // 200
  ]),
  ["urn:high"],
);
const away = policy(known([step("-infinity", known(0), known(-1))]), ["urn:low"]);

describe("what step policies do", () => {
  it("says where each step begins and what it does, above before below, the metric once", () =>
    assert.deepEqual(textsOf([away, out], alarm("urn:high", known(above), known(50)), alarm("urn:low", known(below), known(10))), [
      "queue depth >= 50/100/200 -> +1/+2/+3",
      "< 10 -> -1",
    ]));

  it("names each metric of several", () => {
    const cpu = alarm("urn:low", known(below), known(30), metric(known("cpu")));
    assert.deepEqual(textsOf([away, out], alarm("urn:high", known("GreaterThanThreshold"), known(50)), cpu), [
      "queue depth > 50/100/200 -> +1/+2/+3",
      "CPU < 30 % -> -1",
    ]);
  });

  it("begins with the step that the metric crosses first, also on the way down", () => {
    const steps = known([step("-infinity", known(-5), known(-2)), step(known(-5), known(0), known(-1))]);
    assert.deepEqual(textsOf([policy(steps, ["urn:low"])], alarm("urn:low", known("LessThanOrEqualToThreshold"), known(10))), [
      "queue depth <= 10/5 -> -1/-2",
    ]);
  });

  it("begins at the threshold where a step has no bound on that side", () =>
    assert.deepEqual(
      textsOf([policy(known([step("-infinity", "infinity", known(1))]), ["urn:high"])], alarm("urn:high", known(above), known(50))),
      ["queue depth >= 50 -> +1"],
    ));

  it("tells percentages and exact capacities from changes", () => {
    const one = (adjustment: StepPolicy["adjustment"]) =>
      textsOf(
        [policy(known([step(known(0), "infinity", known(10))]), ["urn:high"], { adjustment })],
        alarm("urn:high", known(above), known(50)),
      );
    assert.deepEqual(one(known("PercentChangeInCapacity")), ["queue depth >= 50 -> +10 %"]);
    assert.deepEqual(one(known("ExactCapacity")), ["queue depth >= 50 -> exactly 10"]);
    assert.deepEqual(one(lost), ["queue depth >= 50 -> 10"]);
  });

  it("shows what it cannot tell", () => {
    const unread = policy(lost, ["urn:high"]);
    assert.deepEqual(textsOf([unread], alarm("urn:high", known(above), known(50))), ["queue depth >= 50 -> steps"]);
    assert.deepEqual(textsOf([out], alarm("urn:high", known(above), lost)), ["queue depth >= ?/?/? -> +2/+1/+3"]);
    assert.deepEqual(textsOf([out], alarm("urn:high", lost, known(50))), ["queue depth against 50 -> steps"]);
    assert.deepEqual(textsOf([out], alarm("urn:high", known("GreaterThanUpperThreshold"), known(2), metric(lost, "m1 / m2"))), [
      "m1 / m2 against 2 -> steps",
    ]);
    assert.deepEqual(
      textsOf([policy(known([step(known(0), "infinity", lost)]), ["urn:high"])], alarm("urn:high", known(above), known(1))),
      ["queue depth >= 1 -> ?"],
    );
    assert.deepEqual(textsOf([out]), ["steps on an alarm"]);
    assert.deepEqual(textsOf([policy(lost, [])]), ["steps that no alarm calls"]);
  });

  it("says what two policies of one alarm do once where it is the same", () =>
    assert.deepEqual(textsOf([out, out], alarm("urn:high", known(above), known(50))), ["queue depth >= 50/100/200 -> +1/+2/+3"]));
});
