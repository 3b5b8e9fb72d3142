import { clearScreenDown, cursorTo } from "node:readline";

/** Milliseconds after which work shows that it goes on, and between two looks at what there is to say. */
const pace = { patience: 1000, interval: 100 };

export interface Progress {
  /** Replaces what the line says. */
  say(text: string): void;
  stop(): void;
}

/** A line on a terminal that says what is going on, once that takes long; it is gone afterwards. Silent elsewhere. */
export function showProgress(text: string, terminal: NodeJS.WriteStream = process.stderr, { patience, interval } = pace): Progress {
  if (!terminal.isTTY) return { say: () => undefined, stop: () => undefined };
  const line = lineOn(terminal);
  let said = text;
  let timer = setTimeout(function look() {
    line.show(said);
    timer = setTimeout(look, interval);
  }, patience);
  return {
    say: (next) => (said = next),
    stop: () => {
      clearTimeout(timer);
      line.show("");
    },
  };
}

/** The terminal's last line: written only where it changes. */
function lineOn(terminal: NodeJS.WriteStream): { show(text: string): void } {
  let shown = "";
  return {
    show: (text) => {
      if (text === shown) return;
      cursorTo(terminal, 0);
      clearScreenDown(terminal);
      terminal.write(text.slice(0, terminal.columns - 1));
      shown = text;
    },
  };
}
