/** `300` as `5 minutes`, `90` as `90 seconds`: as a stack's file takes it. */
export function duration(seconds: number): string {
  const inMinutes = seconds % 60 === 0;
  const count = inMinutes ? seconds / 60 : seconds;
  return `${count} ${inMinutes ? "minute" : "second"}${count === 1 ? "" : "s"}`;
}

/** `a`, `a and b`, `a, b and c`. */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
