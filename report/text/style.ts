import type { Colors } from "picocolors/types";

export interface TextStyle {
  /** Of the terminal, in columns; undefined where nothing wraps (a file, a pipe). */
  readonly width: number | undefined;
  /** Functions that do nothing where there is no colour. */
  readonly colours: Colors;
}

/** Names come from the program under preview: control characters among them must not reach a terminal. */
export const plain = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\u{fffd}");
