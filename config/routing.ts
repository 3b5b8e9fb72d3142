/**
 * The priority of a load balancer's rule for a path, 1 to 49,000: a longer path before a shorter one, and the same number
 * for the same path whatever else is routed, so that a new service never renumbers the others.
 */
export function priorityOf(path: string): number {
  return (LONGEST - path.length) * BLOCK + 1 + (hash(path) % BLOCK);
}

/** The path patterns of a path: itself and everything below. */
export const patternsOf = (path: string): readonly string[] => (path === "/" ? ["/*"] : [path, `${path}/*`]);

const LONGEST = 49;
const BLOCK = 1000;

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  return [...text].reduce((sum, char) => Math.imul(sum ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0, 0x811c9dc5);
}
