/**
 * What stands at a path of a resource's inputs: `deploymentCircuitBreaker.enable`, `steps[0].change`. A text that holds JSON is
 * entered like what it holds: `containerDefinitions[0].ulimits`. `[name=cpu]` is the entry of a list whose `name` is `cpu`.
 */
export function valueAt(inputs: unknown, path: string): unknown {
  const steps = path.match(/\[[^\]]+\]|[^.[\]]+/g) ?? [];
  return steps.reduce<unknown>((inner, step) => stepInto(entered(inner), step), inputs);
}

function stepInto(value: unknown, step: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  const [, key, wanted] = /^\[([^=\]]+)=([^\]]+)\]$/.exec(step) ?? [];
  if (key !== undefined) return Array.isArray(value) ? value.find((entry: unknown) => String(stepInto(entry, key)) === wanted) : undefined;
  return (value as Record<string, unknown>)[step.replace(/^\[(.*)\]$/, "$1")];
}

const entered = (value: unknown): unknown => (typeof value === "string" && /^\s*[[{]/.test(value) ? (JSON.parse(value) as unknown) : value);
