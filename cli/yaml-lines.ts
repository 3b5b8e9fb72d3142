import { isMap, isNode, isScalar, isSeq } from "yaml";

/** The way to a value in a YAML file: keys of mappings, indices of lists. */
export type YamlPath = readonly (string | number)[];

/** Where each step of a path begins in the text, as far as the path is there. */
export function offsetsOn(node: unknown, [step, ...rest]: YamlPath): readonly number[] {
  if (step === undefined) return [];
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return pair === undefined ? [] : [...startOf(pair.key), ...offsetsOn(pair.value, rest)];
  }
  if (!isSeq(node)) return [];
  const item = node.items[Number(step)];
  return item === undefined ? [] : [...startOf(item), ...offsetsOn(item, rest)];
}

const startOf = (node: unknown): readonly number[] => (isNode(node) && node.range ? [node.range[0]] : []);
