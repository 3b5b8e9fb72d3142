import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { secretValue, unknownValue } from "../../graph";
import { rules } from "../../policies/rules";
import { analyzeStack } from "../graph/sources/analyzer";
import { workerGraph } from "../model/worker";
import { PackProcess, plainText, registered, said } from "./analyzer-process";

const root = join(__dirname, "../..");

/** A worker whose `resourceId` is unknown, as on every first preview, and whose scale-in cooldown is 120 s. */
const unsafe = (stack: string, cooldown: typeof unknownValue | number = 120) =>
  workerGraph({
    stack,
    policy: { targetTrackingScalingPolicyConfiguration: { targetValue: 100, scaleInCooldown: cooldown } },
  }).b.graph().resources;

const short = (minimum: string): string => `worker: scale-in cooldown is 120 s; at least ${minimum} s is required. `;
const inDev =
  "Remove headroom:services.worker.scale.scaleInCooldown from Pulumi.dev.yaml (the default is 5 minutes), or set it to 5 minutes or more.";
const noBudget =
  "dev: 1 capacity scales and no cost budget watches what is spent; a budget in USD with alerts at 50, 80 and 100 % of actual and on forecast spend is required. Set headroom:budget.monthly and headroom:budget.notify in Pulumi.dev.yaml.";

describe("a plain policy on a first preview", () => {
  it("is skipped when it reads an unknown, and the preview goes on", async () => {
    const plain = {
      name: "plain",
      description: "Rejects short cooldowns of a service",
      enforcementLevel: "mandatory",
      validateStack: (
        { resources }: { resources: { type: string; props: Record<string, string> }[] },
        report: (message: string) => void,
      ) => {
        for (const { type, props } of resources)
          if (type === "aws:appautoscaling/policy:Policy" && props["resourceId"]?.startsWith("service/")) report("short");
      },
    };
    const response = await analyzeStack([plain], unsafe("dev").map(registered));
    assert.deepEqual(response.getDiagnosticsList().map(said), [
      [
        "advisory",
        "plain",
        "",
        "can't run policy 'plain' from policy pack 'pack@v1.0.0' during preview: string value at .resourceId can't be known during preview",
      ],
    ]);
  });
});

const copies = mkdtempSync(join(tmpdir(), "headroom-pack-"));
after(() => rmSync(copies, { recursive: true }));

/** Where each pack stands; the built one far from this repository. */
const packs = {
  "in the repository": () => join(root, "policies"),
  "as built, copied elsewhere": () => {
    const folder = join(copies, "headroom");
    execFileSync(process.execPath, [join(root, "tools/build-pack.mjs"), folder], { stdio: "inherit" });
    return folder;
  },
};

for (const [where, folderOf] of Object.entries(packs))
  describe(`the policy pack ${where}`, () => {
    let pack: PackProcess;
    before(async function () {
      this.timeout(60_000);
      pack = await PackProcess.start(folderOf());
    });
    after(() => pack.end());

    const budget = ["mandatory", "budget-alarms-required", "", noBudget] as const;
    const judged = async (resources: ReturnType<typeof unsafe>) =>
      (await pack.judge(resources)).filter(([, rule]) => rule !== "budget-alarms-required");

    it("carries the rules with their levels and parameters", async () => {
      const info = await pack.info();
      assert.equal(info.getName(), "headroom");
      assert.equal(info.getVersion(), versionOf("package.json"));
      const policies = info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel(), policy.getDescription()]);
      assert.deepEqual(
        policies.slice(1),
        rules.map(({ id, title }) => [id, 1, title]),
      );
      const cooldown = info.getPoliciesList().find((policy) => policy.getName() === "scale-in-cooldown-min");
      assert.deepEqual(cooldown?.getConfigschema()?.getProperties()?.toJavaScript()["minimum"], { type: "number", default: 300 });
    });

    it("decides on a first preview, where everything else about the service is unknown", async () => {
      const found = await pack.judge(unsafe("dev"));
      assert.deepEqual(found, [budget, ["mandatory", "scale-in-cooldown-min", "worker-backlog", short("300") + inDev]]);
    });

    it("passes a safe stack", async () => {
      assert.deepEqual(await judged(unsafe("dev", 300)), []);
    });

    const doubt = "worker: the scale-in cooldown of worker-backlog is";

    it("advises where it cannot decide, and refuses that in prod", async () => {
      assert.deepEqual(await judged(unsafe("dev", unknownValue)), [
        ["advisory", "scale-in-cooldown-min", "worker-backlog", `${doubt} computed on deployment.`],
      ]);
      assert.deepEqual(await judged(unsafe("prod", unknownValue)), [
        [
          "mandatory",
          "scale-in-cooldown-min",
          "worker-backlog",
          `${doubt} computed on deployment. In prod a mandatory rule must be decided: this counts as a violation.`,
        ],
      ]);
    });

    it("never shows the plain text of a secret", async () => {
      const resources = workerGraph({
        policy: { targetTrackingScalingPolicyConfiguration: { targetValue: 100, scaleInCooldown: secretValue } },
      }).b.graph().resources;
      const found = await judged(resources);
      assert.deepEqual(found, [["advisory", "scale-in-cooldown-min", "worker-backlog", `${doubt} a secret.`]]);
      assert.ok(!JSON.stringify(found).includes(plainText));
    });

    it("answers the engine's question for remediations: none", async () => {
      const [first] = unsafe("dev");
      assert.ok(first);
      assert.equal(await pack.remediate({ ...first, inputs: { password: secretValue, id: unknownValue } }), 0);
    });

    it("takes parameters and the weight of doubt from the pack's configuration", async () => {
      await pack.configure("scale-in-cooldown-min", { minimum: 100 });
      assert.deepEqual(await judged(unsafe("dev")), []);
      await pack.configure("scale-in-cooldown-min", { unknown: "mandatory" });
      assert.equal((await judged(unsafe("dev", unknownValue)))[0]?.[0], "mandatory");
      await pack.configure("scale-in-cooldown-min", { unknown: "advisory" });
      assert.equal((await judged(unsafe("prod", unknownValue)))[0]?.[0], "advisory");
      await pack.configure("scale-in-cooldown-min", {});
    });
  });

function versionOf(file: string): string {
  return (JSON.parse(readFileSync(join(root, file), "utf8")) as { version: string }).version;
}
