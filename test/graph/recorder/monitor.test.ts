import assert from "node:assert/strict";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Alias } from "@pulumi/pulumi/proto/alias_pb";
import { RegisterResourceRequest, type RegisterResourceResponse } from "@pulumi/pulumi/proto/resource_pb";
import type { Resource } from "../../../graph";
import { RecordingMonitor } from "../../../graph/recorder/monitor";

type Handler = (
  call: { request: RegisterResourceRequest },
  callback: (error: { details: string } | null, response: RegisterResourceResponse) => void,
) => void;

const stack = "urn:pulumi:dev::demo::pulumi:pulumi:Stack::demo-dev";
const providerRef = "urn:pulumi:dev::demo::pulumi:providers:aws::west::id-1";

describe("graph/recorder/monitor", () => {
  let monitor: RecordingMonitor;
  beforeEach(async () => {
    monitor = new RecordingMonitor({ stack: "dev", project: "demo", root: "/p" }, undefined, {
      registered: () => undefined,
      refused: () => undefined,
    });
    await register("pulumi:pulumi:Stack", "demo-dev", (request) => request.setCustom(false).setParent(""));
  });

  /** Registers as an SDK would that leaves inheritance to the engine. */
  function register(type: string, name: string, set: (request: RegisterResourceRequest) => unknown = () => undefined): Promise<string> {
    const request = new RegisterResourceRequest();
    request
      .setType(type)
      .setName(name)
      .setCustom(true)
      .setParent(stack)
      .setObject(Struct.fromJavaScript({ size: 1, name: "n" }));
    set(request);
    return new Promise((resolve, reject) =>
      (monitor.service()["registerResource"] as Handler)({ request }, (error, response) =>
        error === null ? resolve(response.getUrn()) : reject(new Error(error.details)),
      ),
    );
  }
  const recorded = (name: string): Resource => {
    const found = monitor.graph().resources.find((resource) => resource.name === name);
    assert.ok(found);
    return found;
  };

  it("lets a child inherit protection, and lets it refuse it", async () => {
    const parent = await register("x:y:Group", "group", (request) => request.setCustom(false).setProtect(true));
    await register("x:y:Thing", "heir", (request) => request.setParent(parent));
    await register("x:y:Thing", "rebel", (request) => request.setParent(parent).setProtect(false));
    assert.deepEqual([recorded("heir").protect, recorded("rebel").protect], [known(true), known(false)]);
  });

  it("hands a parent's provider to children of the same package only", async () => {
    const parent = await register("aws:a/b:B", "parent", (request) => request.setProvider(providerRef));
    await register("aws:c/d:D", "same", (request) => request.setParent(parent));
    await register("gcp:c/d:D", "other", (request) => request.setParent(parent));
    assert.deepEqual([recorded("same").provider, recorded("other").provider], [providerRef, undefined]);
  });

  it("finds a component's provider for a package, through components below it", async () => {
    const outer = await register("x:y:Group", "outer", (request) => request.setCustom(false).getProvidersMap().set("aws", providerRef));
    const inner = await register("x:y:Group", "inner", (request) => request.setCustom(false).setParent(outer));
    await register("aws:a/b:B", "deep", (request) => request.setParent(inner));
    await register("gcp:a/b:B", "stranger", (request) => request.setParent(inner));
    assert.deepEqual([recorded("deep").provider, recorded("stranger").provider], [providerRef, undefined]);
  });

  it("resolves aliases: another name, another type, no parent, a whole URN", async () => {
    const parent = await register("x:y:Group", "group", (request) => request.setCustom(false));
    const spec = (change: (spec: Alias.Spec) => Alias.Spec): Alias => new Alias().setSpec(change(new Alias.Spec()));
    await register("x:y:Thing", "thing", (request) =>
      request
        .setParent(parent)
        .setAliasesList([
          spec((s) => s.setName("old")),
          spec((s) => s.setType("x:y:Former")),
          spec((s) => s.setNoparent(true)),
          spec((s) => s.setProject("elsewhere").setStack("prod")),
          new Alias().setUrn("urn:given"),
        ]),
    );
    assert.deepEqual(
      recorded("thing").aliases,
      known([
        "urn:pulumi:dev::demo::x:y:Group$x:y:Thing::old",
        "urn:pulumi:dev::demo::x:y:Group$x:y:Former::thing",
        "urn:pulumi:dev::demo::x:y:Thing::thing",
        "urn:pulumi:prod::elsewhere::x:y:Group$x:y:Thing::thing",
        "urn:given",
      ]),
    );
  });

  it("takes every property of an old SDK's resource to depend on all that the resource depends on", async () => {
    const base = await register("x:y:Thing", "base");
    await register("x:y:Thing", "old", (request) => request.setDependenciesList([base]));
    assert.deepEqual(recorded("old").propertyDependencies, known({ size: [base], name: [base] }));
  });

  it("refuses a URN that is taken, and remembers why", async () => {
    await register("x:y:Thing", "twice");
    const fault = "Duplicate resource URN 'urn:pulumi:dev::demo::x:y:Thing::twice'; try giving it a unique name";
    await assert.rejects(register("x:y:Thing", "twice"), { message: fault });
    assert.deepEqual(monitor.faults, [fault]);
  });

  it("adds the version that an explicit provider asks for to its inputs", async () => {
    await register("pulumi:providers:aws", "west", (request) => request.setVersion("7.1.0"));
    assert.equal(recorded("west").inputs["version"], "7.1.0");
  });
});

const known = <T>(value: T): { known: true; value: T } => ({ known: true, value });
