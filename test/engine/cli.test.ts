import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findCli } from "./harness/cli";

describe("The Pulumi CLI of the tests", () => {
  let folder: string;
  let cache: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "headroom-cli-"));
    cache = join(folder, "cache");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const command = (file: string, prints: string): string => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `#!/bin/sh\necho ${prints}\n`, { mode: 0o755 });
    return file;
  };
  const find = (more: NodeJS.ProcessEnv = {}) => findCli({ PATH: join(folder, "bin"), XDG_CACHE_HOME: cache, ...more });

  it("is the one that HEADROOM_PULUMI names", () => {
    command(join(folder, "bin/pulumi"), "v3.1.0");
    const named = command(join(folder, "elsewhere/pulumi"), "v3.248.0");
    assert.deepEqual(find({ HEADROOM_PULUMI: named }), { found: true, path: named });
  });

  it("is missing when HEADROOM_PULUMI names nothing, whatever else there is", () => {
    command(join(folder, "bin/pulumi"), "v3.1.0");
    const reason = "HEADROOM_PULUMI names /nowhere/pulumi, which is not there";
    assert.deepEqual(find({ HEADROOM_PULUMI: "/nowhere/pulumi" }), { found: false, reason });
  });

  it("is the one on the PATH before the one in the cache", () => {
    const path = command(join(folder, "bin/pulumi"), "v3.250.1");
    command(join(cache, "headroom/engine", pinned(), "pulumi"), "v3.248.0");
    assert.deepEqual(find(), { found: true, path });
  });

  it("is the one in the cache, of the version that is pinned, when the one on the PATH tells no version", () => {
    command(join(folder, "bin/pulumi"), "downloading");
    const path = command(join(cache, "headroom/engine", pinned(), "pulumi"), "");
    assert.deepEqual(find(), { found: true, path });
  });

  it("is missing where there is none, with the reason", () => {
    assert.deepEqual(find(), { found: false, reason: "no Pulumi CLI on the PATH and none built by .ci/run" });
  });
});

const pinned = (): string => /pkg\/v3 v(\d\S+)/.exec(readFileSync(join(__dirname, "../../.ci/engine/go.mod"), "utf8"))?.[1] ?? "";
