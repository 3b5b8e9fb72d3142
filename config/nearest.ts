/** The known word that somebody probably meant: one begins with the other, or few letters differ. Undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known.map((candidate) => ({ candidate, distance: distanceOf(word.toLowerCase(), candidate.toLowerCase()) }));
  const best = ranked.reduce<(typeof ranked)[number] | undefined>(
    (a, b) => (a === undefined || b.distance < a.distance ? b : a),
    undefined,
  );
  return best !== undefined && best.distance <= Math.max(1, Math.floor(word.length / 3)) ? best.candidate : undefined;
}

function distanceOf(a: string, b: string): number {
  const isStart = Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a));
  return isStart ? Math.min(1, edits(a, b)) : edits(a, b);
}

/** Levenshtein's distance, row by row; words longer than any key of ours are not worth the time. */
function edits(a: string, b: string): number {
  if (a.length > 40) return a.length;
  const first = Array.from({ length: b.length + 1 }, (_, i) => i);
  const last = [...a].reduce((above, left, row) => nextRow(above, left, row, b), first);
  return last[b.length] ?? a.length;
}

function nextRow(above: readonly number[], left: string, row: number, b: string): number[] {
  return [...b].reduce<number[]>(
    (line, right, column) => {
      const replaced = (above[column] ?? 0) + (left === right ? 0 : 1);
      return [...line, Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1)];
    },
    [row + 1],
  );
}
