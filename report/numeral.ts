import type { Maybe } from "../graph";

/** At most two decimals, so that 0.7 * 100 reads 70; `?` for what cannot be told. */
export const numeral = (value: Maybe<number>): string => (value.known ? String(Math.round(value.value * 100) / 100) : "?");
