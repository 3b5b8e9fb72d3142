type Mapping = Readonly<Record<string, unknown>>;

/**
 * What was sent and does not come back, by path. Lists may come back in another order; what was not sent may come back too.
 *
 * @param lost Paths that are not looked at, such as `Attributes.Policy`; within lists they have no index.
 */
export function notKept(sent: unknown, back: unknown, lost: readonly string[] = [], path = ""): readonly string[] {
  if (sent === undefined || lost.includes(path)) return [];
  if (Array.isArray(sent)) return listNotKept(sent, back, lost, path);
  if (sent instanceof Date) return back instanceof Date && back.getTime() === sent.getTime() ? [] : [differs(path, sent, back)];
  if (isJson(sent) && isJson(back)) return notKept(JSON.parse(sent), JSON.parse(back), lost, path);
  if (!isMapping(sent)) return sent === back ? [] : [differs(path, sent, back)];
  if (!isMapping(back)) return [differs(path, sent, back)];
  return Object.entries(sent).flatMap(([key, value]) => notKept(value, back[key], lost, path === "" ? key : `${path}.${key}`));
}

function listNotKept(sent: readonly unknown[], back: unknown, lost: readonly string[], path: string): readonly string[] {
  if (!Array.isArray(back)) return sent.length === 0 && back === undefined ? [] : [differs(path, sent, back)];
  if (back.length !== sent.length) return [differs(path, sent, back)];
  return sent
    .filter((item) => !back.some((other) => notKept(item, other, lost, path).length === 0))
    .flatMap((item) => (sent.length === 1 ? notKept(item, back[0], lost, path) : [differs(path, item, back)]));
}

const differs = (path: string, sent: unknown, back: unknown): string =>
  `${path} was sent as ${JSON.stringify(sent)} and came back as ${back === undefined ? "nothing" : JSON.stringify(back)}`;

/** A document within a text, such as a policy, may come back with other blanks. */
const isJson = (value: unknown): value is string => typeof value === "string" && value.startsWith("{");

const isMapping = (value: unknown): value is Mapping => typeof value === "object" && value !== null;
