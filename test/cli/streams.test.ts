import assert from "node:assert/strict";
import { streamOver } from "../../cli/streams";
import { FakeStream } from "./terminal";

const red = (terminal: boolean, env: NodeJS.ProcessEnv): string => streamOver(new FakeStream(terminal).asTerminal(), env).colours.red("x");

describe("a stream", () => {
  it("has colours on a terminal", () => assert.equal(red(true, { TERM: "xterm" }), "\u001b[31mx\u001b[39m"));
  it("has none in a pipe, whatever CI says", () => assert.equal(red(false, { TERM: "xterm", CI: "true", FORCE_COLOR: "1" }), "x"));
  it("has none where NO_COLOR is set", () => assert.equal(red(true, { TERM: "xterm", NO_COLOR: "1" }), "x"));
  it("has none on a dumb terminal", () => assert.equal(red(true, { TERM: "dumb" }), "x"));

  it("has a width on a terminal only", () => {
    assert.equal(streamOver(new FakeStream(true).asTerminal(), {}).columns, 40);
    assert.equal(streamOver(new FakeStream(false).asTerminal(), {}).columns, undefined);
    assert.equal(streamOver(new FakeStream(true, 0).asTerminal(), {}).columns, undefined);
  });

  it("bears that nobody reads", async () => {
    const target = new FakeStream(false);
    const stream = streamOver(target.asTerminal(), {});
    target._write = (_chunk, _encoding, done: (error?: Error) => void) => done(Object.assign(new Error("closed"), { code: "EPIPE" }));
    await stream.write("x");
    assert.equal(target.shown, "");
  });
});
