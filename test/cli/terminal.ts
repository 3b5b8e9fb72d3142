import { Writable } from "node:stream";

/** A stream that keeps what it is given, as a terminal of 40 columns or as a pipe. */
export class FakeStream extends Writable {
  shown = "";
  constructor(
    readonly isTTY: boolean,
    readonly columns = 40,
  ) {
    super();
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.shown += chunk.toString("utf8");
    done();
  }
  asTerminal(): NodeJS.WriteStream {
    return this as unknown as NodeJS.WriteStream;
  }
}
