import { clearScreenDown, cursorTo } from "node:readline";

/** Milliseconds after which work shows that it goes on. */
const patience = 1000;

export interface Progress {
  /** Replaces what the line says. */
  say(text: string): void;
  stop(): void;
}

/** A line on a terminal that says what is going on, once that takes long; it is gone afterwards. Silent elsewhere. */
export function showProgress(text: string, terminal: NodeJS.WriteStream = process.stderr, after = patience): Progress {
  if (!terminal.isTTY) return { say: () => undefined, stop: () => undefined };
  let said = text;
  let shown = false;
  const clear = (): void => {
    cursorTo(terminal, 0);
    clearScreenDown(terminal);
  };
  const show = (): void => {
    clear();
    terminal.write(said.slice(0, terminal.columns - 1));
    shown = true;
  };
  const timer = setTimeout(show, after);
  return {
    say: (next) => {
      said = next;
      if (shown) show();
    },
    stop: () => {
      clearTimeout(timer);
      if (shown) clear();
      shown = false;
    },
  };
}
