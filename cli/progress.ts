import { clearScreenDown, cursorTo } from "node:readline";

/** Work that takes longer than this shows that it goes on. */
const patienceMs = 1000;

export interface Progress {
  /** Replaces what the line says. */
  say(text: string): void;
  stop(): void;
}

/** A line on stderr that says what is going on, on a terminal only, and is gone afterwards. */
export function showProgress(text: string, terminal: NodeJS.WriteStream = process.stderr): Progress {
  if (terminal.isTTY !== true) return { say: () => undefined, stop: () => undefined };
  let said = text;
  let shown = false;
  const show = (): void => {
    cursorTo(terminal, 0);
    clearScreenDown(terminal);
    terminal.write(said);
    shown = true;
  };
  const timer = setTimeout(show, patienceMs);
  return {
    say: (next) => {
      said = next.slice(0, terminal.columns - 1);
      if (shown) show();
    },
    stop: () => {
      clearTimeout(timer);
      if (!shown) return;
      cursorTo(terminal, 0);
      clearScreenDown(terminal);
    },
  };
}
