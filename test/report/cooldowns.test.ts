import assert from "node:assert/strict";
import { known, unknown } from "../../graph";
import type { ScalingPolicy } from "../../model";
import type { Wait } from "../../report";
import { cooldownOf } from "../../report/cooldowns";
import { cooldownText } from "../../report/words";
import { ref, scalable, stepping, tracking } from "./models";

const cpu = tracking(known("cpu"), known(70));

describe("how long a scalable waits", () => {
  const cases: readonly (readonly [string, readonly ScalingPolicy[], { in: Wait; out: Wait }, string])[] = [
    ["nothing where nothing moves it", [], { in: null, out: null }, "-"],
    ["as its policy says", [cpu], { in: { least: 300, most: 300 }, out: { least: 60, most: 60 } }, "300 s / 60 s"],
    [
      "from the shortest to the longest of its policies",
      [cpu, tracking(known("memory"), known(80), 120, 60)],
      { in: { least: 120, most: 300 }, out: { least: 60, most: 60 } },
      "120-300 s / 60 s",
    ],
    [
      "for ever where scaling in is disabled",
      [{ ...cpu, scaleInDisabled: known(true) }],
      { in: "never", out: { least: 60, most: 60 } },
      "never / 60 s",
    ],
    [
      "as the policy that does scale in says",
      [{ ...cpu, scaleInDisabled: known(true) }, cpu],
      { in: { least: 300, most: 300 }, out: { least: 60, most: 60 } },
      "300 s / 60 s",
    ],
    [
      "an unknown time where one is unknown",
      [cpu, { ...cpu, scaleInCooldown: { value: unknown("secret"), given: true } }],
      { in: { unknown: "secret" }, out: { least: 60, most: 60 } },
      "? / 60 s",
    ],
    [
      "an unknown time where nobody knows whether scaling in is disabled",
      [{ ...cpu, scaleInDisabled: unknown("computed on deployment") }],
      { in: { unknown: "computed on deployment" }, out: { least: 60, most: 60 } },
      "? / 60 s",
    ],
    ["after steps out, on the way out", [stepping(2, 90)], { in: null, out: { least: 90, most: 90 } }, "- / 90 s"],
    ["after steps in, on the way in", [stepping(-1, 200)], { in: { least: 200, most: 200 }, out: null }, "200 s / -"],
    [
      "both ways where steps set a capacity",
      [{ ...stepping(5, 90), adjustment: known("ExactCapacity") }],
      { in: { least: 90, most: 90 }, out: { least: 90, most: 90 } },
      "90 s / 90 s",
    ],
    [
      "both ways where steps are unknown",
      [{ ...stepping(5, 90), steps: unknown("computed on deployment") }],
      { in: { least: 90, most: 90 }, out: { least: 90, most: 90 } },
      "90 s / 90 s",
    ],
    [
      "no time that anyone knows, for a policy of unknown kind",
      [{ kind: "unread", at: ref("p"), policyType: known("X") }],
      { in: null, out: null },
      "-",
    ],
  ];
  for (const [title, policies, waits, text] of cases) {
    it(`is ${title}`, () => {
      const cooldown = cooldownOf(scalable("api", { policies }));
      assert.deepEqual(cooldown, waits);
      assert.equal(cooldownText(cooldown), text);
    });
  }
});
