import assert from "node:assert/strict";
import { idOf, outputOf } from "../aws/as-aws";
import { subjects } from "../aws/platforms";
import type { Registered } from "../components/registered";
import { skip } from "../skip";
import { clientsFor } from "./clients";
import type { Clients } from "./clients";
import { findMoto } from "./find-moto";
import { notKept } from "./kept";
import { requestOf } from "./kind";
import { kinds, notCreated } from "./kinds";
import { startMoto } from "./moto";
import type { Running } from "./moto";

/** The services whose resources the emulator takes. */
const services = /^aws:(?:appautoscaling|budgets|cloudwatch\/(?:metric|composite)Alarm|ecs|elasticache|rds|sqs)\b/;

describe("an emulator of AWS", function () {
  this.timeout(120_000);
  let running: Running | undefined;
  let resources: readonly Registered[];
  let faults: ReadonlyMap<string, readonly string[]>;

  before(async function () {
    const moto = findMoto(process.env);
    if (!moto.found) skip(this, moto.reason);
    resources = (await subjects()).find(({ what }) => what === "Pulumi.prod.yaml")?.resources ?? [];
    running = await startMoto(moto.path);
    faults = await createdAndRead(resources, clientsFor(running.address));
  });

  after(async () => {
    await running?.stop();
  });

  for (const type of Object.keys(kinds))
    it(`takes each ${type} of Pulumi.prod.yaml and gives back what was sent`, () => {
      const found = resources.filter((resource) => resource.type === type);
      assert.ok(found.length > 0);
      assert.deepEqual(
        found.flatMap(({ name }) => (faults.get(`${type}::${name}`) ?? ["was not created"]).map((fault) => `${name}: ${fault}`)),
        [],
      );
    });

  it("is asked for every type of these services", () => {
    const types = [...new Set(resources.map(({ type }) => type))].filter((type) => services.test(type));
    assert.deepEqual(
      types
        .filter((type) => kinds[type] === undefined && notCreated[type] === undefined)
        .map((type) => `add ${type} to test/emulator/kinds`),
      [],
    );
  });
});

/** Creates every resource in the order in which the program registers them, and reads it at once. */
async function createdAndRead(resources: readonly Registered[], clients: Clients): Promise<ReadonlyMap<string, readonly string[]>> {
  const answers = new Map<unknown, unknown>();
  const faults = new Map<string, readonly string[]>();
  for (const resource of resources) faults.set(`${resource.type}::${resource.name}`, await faultsOf(resource, clients, answers));
  return faults;
}

async function faultsOf(resource: Registered, clients: Clients, answers: Map<unknown, unknown>): Promise<readonly string[]> {
  const kind = kinds[resource.type];
  if (kind === undefined) return [];
  const { request, unknown } = requestOf(kind, answered(resource.inputs, answers), outputOf(resource, "name"));
  if (unknown.length > 0) return unknown.map((property) => `say in test/emulator/kinds how ${property} is sent`);
  if (kind.unknown(request)) return [];
  try {
    for (const [output, value] of Object.entries(await kind.create(clients, request)))
      answers.set(output === "id" ? idOf(resource) : outputOf(resource, output), value);
    return notKept(request, await kind.read(clients, request), kind.lost);
  } catch (error) {
    return [String(error)];
  }
}

/** The inputs with what the emulator answered in the place of what was answered when they were recorded. */
function answered<Value>(value: Value, answers: ReadonlyMap<unknown, unknown>): Value {
  const replaced: unknown = Array.isArray(value)
    ? value.map((each) => answered<unknown>(each, answers))
    : typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, answered<unknown>(inner, answers)]))
      : answers.has(value)
        ? answers.get(value)
        : value;
  return replaced as Value;
}
