import assert from "node:assert/strict";
import fc from "fast-check";
import { queueTimes, renderProblems, validate } from "../../config";
import type { StackConfig } from "../../config";
import { everyKey, leastKeys } from "./example";

type Way = readonly (string | number)[];
type Node = Record<string | number, unknown>;

/** What a hasty hand, a wrong tool or a bad merge writes. */
const strange = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, 1, 2, 5000, 5001, 70, 1e9, Number.NaN, Infinity, -0)),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ...[
        "5 minutes",
        "0 seconds",
        "120 seconds",
        "1 day",
        "11 hours",
        "5 parsecs",
        "70%",
        "101%",
        "0%",
        "0.25 vCPU",
        "3 vCPU",
        "8 GiB",
        "none",
      ],
      ...[
        "jobs",
        "worker",
        "x".repeat(300),
        "a-",
        "__proto__",
        "constructor",
        "{",
        "[1]",
        "null",
        "10.0.0.0/8",
        "10.0.0.0/24",
        "/",
        "//",
        "arn:aws:x",
      ],
    ),
  },
  { weight: 2, arbitrary: fc.string() },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], { secure: "s3cr3t" }, { secure: "s3cr3t", more: 1 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
);

type Change =
  | { readonly kind: "replace" | "add"; readonly at: number; readonly key: string; readonly value: unknown }
  | { readonly kind: "remove" | "duplicate"; readonly at: number };

const key = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom("maximum", "__proto__", "constructor", "toString", "min", "a.b", "headroom:x"),
);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom("replace", "add"), at: fc.nat(), key, value: strange }),
  fc.record({ kind: fc.constantFrom("remove", "duplicate"), at: fc.nat() }),
);

const waysOf = (node: unknown, way: Way = []): readonly Way[] =>
  typeof node === "object" && node !== null
    ? Object.entries(node).flatMap(([name, value]) => {
        const next = [...way, Array.isArray(node) ? Number(name) : name];
        return [next, ...waysOf(value, next)];
      })
    : [];

/** The configuration after the change; the configuration itself stays as it is. */
function changed(config: Record<string, unknown>, what: Change): Record<string, unknown> {
  const copy = structuredClone(config);
  const ways = waysOf(copy);
  const way = ways[what.at % Math.max(1, ways.length)] ?? [];
  const parent = way.slice(0, -1).reduce<Node>((node, name) => node[name] as Node, copy);
  const last = way.at(-1);
  if (last === undefined) return copy;
  const set = (node: Node, name: string | number, value: unknown): void =>
    void Object.defineProperty(node, name, { value, enumerable: true, configurable: true, writable: true });
  switch (what.kind) {
    case "replace":
      set(parent, last, what.value);
      break;
    case "add":
      set(parent, Array.isArray(parent) ? parent.length : what.key, what.value);
      break;
    case "remove":
      delete parent[last];
      break;
    case "duplicate":
      set(parent, Array.isArray(parent) ? parent.length : `${String(last)}2`, structuredClone(parent[last]));
      break;
    default:
      what satisfies never;
  }
  return copy;
}

const isWhole = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;

/** A deployment can start a task or stop one, and steps rise from where tasks are taken away to where the last one adds some. */
function movesOn({ scale, deployment }: StackConfig["services"][string]): void {
  const tasks = Math.max(1, scale.min);
  assert.ok(
    Math.floor(tasks * deployment.maximum * 0.01 + 1e-9) > tasks || Math.ceil(tasks * deployment.minimumHealthy * 0.01 - 1e-9) < tasks,
  );
  const { steps } = scale;
  if (steps === undefined) return;
  const values = [steps.in.below, ...steps.out.map(({ from }) => from)];
  assert.ok(values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0)) && values.length <= 21);
  assert.ok(isWhole(steps.in.for / 60, 1, 1_440));
  assert.ok(scale.on.backlogPerTask === undefined);
}

/** What AWS takes, written down a second time and in another way than in `config/`. */
function awsTakes({ account, services, functions, httpApi, queues, network, budget, logs }: StackConfig): void {
  for (const [name, fn] of Object.entries(functions)) {
    assert.match(`headroom-prod-${name}`, /^[\w-]{1,64}$/);
    assert.ok(isWhole(fn.timeout, 1, fn.route === undefined ? 900 : 30) && isWhole(fn.memory, 128, 10_240));
    assert.ok(fn.route === undefined || httpApi !== undefined);
    const { consumes, provisioned, reserved = Infinity } = fn;
    if (provisioned !== undefined) {
      assert.ok(provisioned.min >= 0 && provisioned.max >= provisioned.min && provisioned.max <= reserved);
      assert.ok(provisioned.target >= 10 && provisioned.target <= 90);
    }
    if (consumes !== undefined) {
      const queue = queues[consumes.queue];
      assert.ok(queue !== undefined && queueTimes(queue, fn).visibility >= 6 * fn.timeout + consumes.window);
      assert.ok(isWhole(consumes.maxConcurrency, 2, Math.min(1000, reserved)));
      assert.ok(queue.fifo === undefined ? consumes.batch <= 10 || consumes.window > 0 : consumes.batch <= 10 && consumes.window === 0);
    }
    for (const variable of Object.keys(fn.environment)) assert.match(variable, /^[A-Za-z]\w+$/);
  }
  const reserved = Object.values(functions).reduce((sum, fn) => sum + (fn.reserved ?? 0), 0);
  assert.ok(reserved === 0 || reserved <= account.concurrency - 100);
  for (const [name, service] of Object.entries(services)) {
    assert.match(name, /^[a-z][a-z0-9-]{0,20}$/);
    assert.ok(`${name}-tg-1234567`.length <= 32);
    assert.ok(isWhole(service.scale.min, 0, 5000) && isWhole(service.scale.max, Math.max(1, service.scale.min), 5000));
    assert.ok(isWhole(service.scale.scaleInCooldown, 0, 86_400) && isWhole(service.scale.scaleOutCooldown, 0, 86_400));
    for (const target of Object.values(service.scale.on)) assert.ok(target === undefined || (target > 0 && target <= 1e6));
    assert.ok(Object.values(service.scale.on).some((target) => target !== undefined) || service.scale.steps !== undefined);
    assert.ok(
      service.size.memory / service.size.cpu >= 1 &&
        service.size.memory / service.size.cpu <= 8 &&
        [256, 512, 1024, 2048, 4096, 8192, 16384].includes(service.size.cpu),
    );
    assert.ok(isWhole(service.spot, 0, 100) && isWhole(service.onDemandBase, 0, 100_000));
    assert.ok(service.openFiles === undefined || isWhole(service.openFiles, 1024, 1_048_576));
    movesOn(service);
    assert.ok(service.consumes === undefined || Object.hasOwn(queues, service.consumes));
    assert.ok(
      service.http === undefined || (isWhole(service.http.port, 1, 65_535) && service.http.path.startsWith("/") && network.zones >= 2),
    );
    for (const variable of [...Object.keys(service.environment), ...Object.keys(service.secrets)]) assert.match(variable, /^[A-Za-z_]\w*$/);
  }
  for (const [name, queue] of Object.entries(queues)) {
    assert.ok(`headroom-prod-${name}-dead-letter`.length <= 80 && /^[\w-]+$/.test(name));
    assert.ok(queue.fifo === undefined || `headroom-prod-${name}-dead-letter.fifo`.length <= 80);
    assert.ok(isWhole(queue.retention, 60, 1_209_600) && queueTimes(queue).oldest < queue.retention);
    assert.ok(isWhole(queueTimes(queue).visibility, 1, 43_200) && isWhole(queue.maxReceives, 1, 1000));
  }
  assert.ok(isWhole(network.zones, 1, 6));
  assert.ok(budget.monthly > 0 && budget.burst >= budget.monthly && budget.notify.length >= 1 && budget.notify.length <= 10);
  assert.ok(isWhole(logs.retention, 1, 3653));
}

describe("config under mutation", () => {
  it("answers 1,000 changed configurations with a report, or with one that AWS takes", () => {
    const seen = { accepted: 0, refused: 0 };
    const valid = fc.constantFrom(everyKey(), leastKeys());
    fc.assert(
      fc.property(valid, fc.array(change, { minLength: 1, maxLength: 3 }), (config, changes) => {
        const raw = changes.reduce<Record<string, unknown>>(changed, config);
        const result = validate(raw, "Pulumi.prod.yaml");
        if (result.ok) {
          seen.accepted += 1;
          awsTakes(result.config);
          return;
        }
        seen.refused += 1;
        const report = renderProblems(result.problems);
        assert.ok(result.problems.length > 0);
        for (const { message, path } of result.problems) {
          assert.ok(message.startsWith(`${path} `) && path.startsWith("headroom:"), message);
          assert.doesNotMatch(message, /\n|\bundefined\b|\[object|^\s+at |Invalid input|expected/, message);
        }
        assert.ok(!report.includes("s3cr3t"), report);
      }),
      { numRuns: 1000 },
    );
    assert.ok(seen.accepted > 20 && seen.refused > 500, JSON.stringify(seen));
  });
});
