import assert from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import { showProgress } from "../../cli/progress";
import { FakeStream } from "./terminal";

/** Cursor to the first column, everything behind it cleared. */
const cleared = "\u001b[1G\u001b[0J";
const atOnce = { patience: 0, interval: 1 };

describe("progress", () => {
  it("is silent for work that is soon done", () => {
    const terminal = new FakeStream(true);
    const progress = showProgress("Working", terminal.asTerminal());
    progress.say("Working: 1");
    progress.stop();
    assert.equal(terminal.shown, "");
  });

  it("says what goes on when that takes long, and leaves nothing behind", async () => {
    const terminal = new FakeStream(true);
    const progress = showProgress("Working", terminal.asTerminal(), atOnce);
    progress.say("Working: 1");
    await wait(30);
    progress.say("Working: 2");
    await wait(30);
    progress.stop();
    progress.stop();
    assert.equal(terminal.shown, `${cleared}Working: 1${cleared}Working: 2${cleared}`);
  });

  it("does not write for every word", async () => {
    const terminal = new FakeStream(true);
    const progress = showProgress("Working", terminal.asTerminal(), { patience: 0, interval: 3_600_000 });
    await wait(30);
    for (let n = 1; n <= 10_000; n++) progress.say(`Working: ${n}`);
    progress.stop();
    assert.equal(terminal.shown, `${cleared}Working${cleared}`);
  });

  it("keeps to one line", async () => {
    const terminal = new FakeStream(true, 10);
    const progress = showProgress("Working: 1000 resources", terminal.asTerminal(), atOnce);
    await wait(30);
    progress.stop();
    assert.equal(terminal.shown, `${cleared}Working: ${cleared}`);
  });

  it("is silent where there is no terminal", async () => {
    const pipe = new FakeStream(false);
    const progress = showProgress("Working", pipe.asTerminal(), atOnce);
    await wait(30);
    progress.stop();
    assert.equal(pipe.shown, "");
  });
});
