import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineFor } from "./harness/block";
import type { Engine } from "./harness/engine";
import { buildDumpPack } from "./harness/pack";
import { headroom, violations } from "./harness/verdicts";
import { openStack, ownProgram, program, succeeded, type Workspace } from "./harness/workspace";

/** The part of `pulumi preview --json` that is looked at. */
interface Preview {
  readonly changeSummary: Readonly<Record<string, number>>;
  readonly steps: readonly { readonly op: string; readonly urn: string; readonly diffReasons?: readonly string[] }[];
}

const stacks = ["dev", "staging", "prod"] as const;
const unsafeCooldown = [
  "mandatory scale-in-cooldown-min: worker: scale-in cooldown is 120 s; at least 300 s is required. " +
    "Remove headroom:services.worker.scale.scaleInCooldown from Pulumi.dev.yaml (the default is 5 minutes), or set it to 5 minutes or more.",
];

/** A limit of the stack's file, and what a new value of it changes in every stack; nothing is ever replaced. */
const limits: readonly { readonly path: string; readonly value: string; readonly changes: readonly string[] }[] = [
  {
    path: "services.api.scale.max",
    value: "17",
    changes: [
      "update aws:appautoscaling/target:Target::api maxCapacity",
      // It tells that the service has been at its maximum.
      "update aws:cloudwatch/metricAlarm:MetricAlarm::api-at-max alarmDescription,threshold",
    ],
  },
  { path: "services.worker.scale.min", value: "3", changes: ["update aws:appautoscaling/target:Target::worker minCapacity"] },
  {
    // Another count of shards is another count of tasks, and each task is told of it.
    path: "gateways.realtime.shards",
    value: "100",
    changes: [
      "update aws:ecs/service:Service::realtime desiredCount",
      "update aws:ecs/taskDefinition:TaskDefinition::realtime-task containerDefinitions",
    ],
  },
  { path: "budget.monthly", value: "777", changes: ["update aws:budgets/budget:Budget::budget limitAmount"] },
  {
    path: "queues.jobs.depth",
    value: "77",
    changes: ["update aws:cloudwatch/metricAlarm:MetricAlarm::jobs-depth alarmDescription,threshold"],
  },
  {
    path: "databases.store.storage.max",
    value: "2000 GiB",
    changes: [
      "update aws:rds/instance:Instance::store maxAllocatedStorage",
      "update aws:cloudwatch/metricAlarm:MetricAlarm::store-storage alarmDescription",
    ],
  },
  {
    path: "functions.checkout.reserved",
    value: "60",
    changes: ["update aws:lambda/function:Function::checkout reservedConcurrentExecutions"],
  },
  {
    path: "functions.fulfil.consumes.maxConcurrency",
    value: "4",
    changes: ["update aws:lambda/eventSourceMapping:EventSourceMapping::fulfil-messages scalingConfig"],
  },
  { path: "httpApi.throttle.rate", value: "33", changes: ["update aws:apigatewayv2/stage:Stage::http-api-stage defaultRouteSettings"] },
];

/** What follows in some stacks only: dashboards draw limits, and a replica grows as its source does. */
const further: Readonly<Record<(typeof stacks)[number], readonly string[]>> = {
  dev: [],
  staging: ["update aws:cloudwatch/dashboard:Dashboard::dashboards-services dashboardBody"],
  prod: [
    "update aws:cloudwatch/dashboard:Dashboard::dashboards-services dashboardBody",
    "update aws:cloudwatch/dashboard:Dashboard::dashboards-functions dashboardBody",
    "update aws:rds/instance:Instance::store-analytics maxAllocatedStorage",
    "update aws:cloudwatch/metricAlarm:MetricAlarm::store-analytics-storage alarmDescription",
  ],
};

describe("A user's day on the engine", function () {
  this.timeout(180_000);
  let engine: Engine;

  before(async function () {
    engine = await engineFor(this);
  });
  after(() => engine?.stop());

  for (const stack of stacks) {
    it(`deploys ${stack}, finds nothing to change, changes its limits in place and destroys it`, async () => {
      const { pulumi } = await openStack(engine, ownProgram, stack);
      const up = succeeded(await pulumi(["up", "--yes", "--skip-preview", "--policy-pack", "policies"]));
      assert.deepEqual(violations(up.stdout), []);
      assert.deepEqual(Object.keys((await preview(pulumi)).changeSummary), ["same"]);

      // Together, because each preview of a whole platform takes its time: every limit's resources, and no others.
      for (const { path, value } of limits) await set(pulumi, path, value);
      assert.deepEqual(changes(await preview(pulumi)), [...limits.flatMap((limit) => limit.changes), ...further[stack]].sort());

      succeeded(await pulumi(["destroy", "--yes", "--skip-preview"]));
      const left = JSON.parse(succeeded(await pulumi(["stack", "export"])).stdout) as { deployment: { resources?: unknown[] } };
      assert.deepEqual(left.deployment.resources ?? [], []);
    });
  }

  it("is refused an unsafe edit on a first preview, in the words of the command line", async () => {
    const { folder, pulumi } = await openStack(engine, ownProgram, "dev");
    await set(pulumi, "services.worker.scale.scaleInCooldown", "2 minutes");
    const [refused, said] = await Promise.all([
      pulumi(["preview", "--policy-pack", "policies"]),
      headroom("preview", "--program", folder, "--stack", "dev"),
    ]);
    assert.notEqual(refused.code, 0);
    assert.equal(said.code, 1);
    assert.deepEqual(violations(refused.stdout), unsafeCooldown);
    assert.deepEqual(said.findings, unsafeCooldown);
  });

  it("is told by the program itself that a maximum lies below its minimum", async () => {
    const { pulumi } = await openStack(engine, ownProgram, "dev");
    await set(pulumi, "services.api.scale.min", "5");
    const { code, stdout } = await pulumi(["preview"]);
    assert.notEqual(code, 0);
    assert.match(stdout, /headroom:services\.api\.scale\.max/);
    assert.doesNotMatch(stdout, /\.ts:\d+/);
  });

  it("has the same answers from the pack as built, in a folder of its own", async () => {
    const pack = join(engine.folder("pack"), "headroom");
    execFileSync(process.execPath, [join(ownProgram, "tools/build-pack.mjs"), pack], { stdio: "pipe" });
    const { folder, pulumi } = await openStack(engine, ownProgram, "dev");
    const safe = succeeded(await pulumi(["preview", "--policy-pack", pack]));
    assert.deepEqual(violations(safe.stdout), []);
    await set(pulumi, "services.worker.scale.scaleInCooldown", "2 minutes");
    const refused = await pulumi(["preview", "--policy-pack", pack]);
    assert.notEqual(refused.code, 0);
    assert.deepEqual(violations(refused.stdout), unsafeCooldown);
    assert.equal(existsSync(join(folder, "dist")), false);
  });

  for (const [name, source] of [
    ["mixed", program("mixed")],
    ["shared-cluster", program("shared-cluster")],
    ["headroom", ownProgram],
  ] as const) {
    it(`judges what the engine wrote of "${name}" as it judges the recording`, async () => {
      const workspace = await openStack(engine, source, "dev");
      const [recorded, files] = await Promise.all([
        headroom("preview", "--program", workspace.folder, "--stack", "dev"),
        written(workspace),
      ]);
      assert.ok(recorded.rules.some((rule) => !rule.endsWith("notApplicable")));
      for (const [kind, file] of Object.entries(files)) assert.deepEqual(await headroom("check", `--${kind}`, file), recorded, kind);
    });
  }
});

describe("The engine of the tests", function () {
  this.timeout(60_000);

  it("leaves no process and no folder behind", async function () {
    const engine = await engineFor(this);
    const { folder, pulumi } = await openStack(engine, program("options"), "dev");
    succeeded(await pulumi(["preview", "--policy-pack", buildDumpPack(engine)], { HEADROOM_DUMP: join(folder, "graph.json") }));
    assert.ok(existsSync(engine.root));
    engine.stop();
    assert.equal(existsSync(engine.root), false);
    assert.deepEqual(commandsNaming(engine.root), []);
  });
});

async function preview(pulumi: Workspace["pulumi"]): Promise<Preview> {
  return JSON.parse(succeeded(await pulumi(["preview", "--json"])).stdout) as Preview;
}

/** Every step that is not "same", with the properties that make it. */
const changes = ({ steps }: Preview): string[] =>
  steps
    .filter(({ op }) => op !== "same")
    .map(({ op, urn, diffReasons = [] }) => `${op} ${urn.slice(urn.lastIndexOf("$") + 1)} ${[...diffReasons].sort().join(",")}`)
    .sort();

const set = async (pulumi: Workspace["pulumi"], path: string, value: string): Promise<unknown> =>
  succeeded(await pulumi(["config", "set", "--path", `headroom:${path}`, value]));

/** The files that `headroom check` reads, as this engine writes them: before a deployment, and what it deployed. */
async function written({ folder, pulumi }: Workspace): Promise<Record<"preview" | "plan" | "export", string>> {
  const file = (name: string): string => join(folder, `${name}.json`);
  writeFileSync(file("preview"), succeeded(await pulumi(["preview", "--json", "--save-plan", file("plan")])).stdout);
  succeeded(await pulumi(["up", "--yes", "--skip-preview"]));
  succeeded(await pulumi(["stack", "export", "--file", file("export")]));
  return { preview: file("preview"), plan: file("plan"), export: file("export") };
}

/** The command lines of running processes in which a text stands (Linux only, as the engine's tests are). */
function commandsNaming(text: string): string[] {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.map(commandOf).filter((command) => command.includes(text));
}

/** Nothing for a process that has ended meanwhile. */
function commandOf(id: string): string {
  const file = join("/proc", id, "cmdline");
  try {
    return readFileSync(file, "utf8").replaceAll("\0", " ");
  } catch (error) {
    if (existsSync(file)) throw error;
    return "";
  }
}
