import fc from "fast-check";

import {
  AssetValue,
  known,
  ReferenceValue,
  secretValue,
  unknownValue,
  type Resource,
  type SourcePosition,
  type Value,
  type ValueMap,
} from "../../../graph";

/** A resource of which everything is known: what each kind of file keeps of it, the test says. */
export type Full = Omit<Resource, "id" | "outputs" | "propertyDependencies" | "ignoreChanges" | "protect" | "aliases" | "position"> & {
  readonly id: string;
  readonly outputs: ValueMap;
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly ignoreChanges: readonly string[];
  readonly protect: boolean;
  readonly aliases: readonly string[];
  readonly position: SourcePosition;
};

/** Names as people and programs choose them, and such as break careless code. */
const key = fc
  .oneof(
    fc.constantFrom("name", "maxCapacity", "tags", "a.b", "__proto__", "constructor", "toString", "urn", "steps", "héllo", ""),
    fc.string({ maxLength: 8 }),
  )
  .filter((name) => !["__defaults", "__internal"].includes(name));

const meaningful = new Set(["[secret]"]);
const text = fc.oneof(fc.string({ maxLength: 12 }), fc.string({ unit: "grapheme", maxLength: 6 })).filter((t) => !meaningful.has(t));
const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
);
const special = fc.constantFrom<Value>(
  unknownValue,
  secretValue,
  new AssetValue("asset"),
  new AssetValue("archive"),
  new ReferenceValue("urn:pulumi:dev::shop::aws:sqs/queue:Queue::jobs"),
);

/** Without a prototype, as `decodeMap` makes them. */
export const mapOf = <T>(entries: Iterable<readonly [string, T]>): Record<string, T> => {
  const map: Record<string, T> = Object.create(null);
  for (const [name, value] of entries) map[name] = value;
  return map;
};
const dictionary = <T>(value: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<Record<string, T>> =>
  fc.array(fc.tuple(key, value), { maxLength }).map(mapOf);

const { value } = fc.letrec<{ value: Value; map: ValueMap }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    special,
    fc.array(tie("value"), { maxLength: 3 }),
    tie("map"),
  ),
  map: dictionary(tie("value"), 3),
}));
const properties: fc.Arbitrary<ValueMap> = dictionary(value, 4);

const name = fc
  .oneof(fc.string({ minLength: 1, maxLength: 8 }), fc.constantFrom("a::b", "$", "x$y", "__proto__"))
  .filter((n) => !n.startsWith("default"));
const type = fc.constantFrom("aws:ecs/service:Service", "aws:sqs/queue:Queue", "shop:index:Worker", "pulumi:providers:aws");
const parents = fc.constantFrom("", "shop:index:Worker$", "a:b:C$d:e:F$");
const urn = fc.tuple(parents, type, name).map(([outer, own, called]) => ({
  urn: `urn:pulumi:dev::shop::${outer}${own}::${called}`,
  type: own,
  name: called,
}));
const reference = urn.map((parts) => parts.urn);
const references = fc.array(reference, { maxLength: 3 });
const position = fc.record(
  {
    file: fc.constantFrom("index.ts", "src/a b.ts", "ünï/x#y.ts", "../lib/100%.ts"),
    line: fc.nat({ max: 9999 }),
    column: fc.nat({ max: 200 }),
  },
  { noNullPrototype: true },
);

const full: fc.Arbitrary<Full> = fc
  .record({
    urn,
    custom: fc.boolean(),
    parent: fc.option(reference, { nil: undefined }),
    id: fc.string({ minLength: 1, maxLength: 10 }),
    inputs: properties,
    outputs: properties,
    dependencies: references,
    propertyDependencies: dictionary(references, 3),
    ignoreChanges: fc.array(key, { maxLength: 2 }),
    protect: fc.boolean(),
    aliases: references,
    provider: fc.option(fc.constant("urn:pulumi:dev::shop::pulumi:providers:aws::ireland::123"), { nil: undefined }),
    position,
  })
  .map(({ urn: parts, ...rest }) => ({ ...parts, ...rest, remote: false, external: false, id: rest.custom ? rest.id : "" }));

/** Parents may be absent, foreign or cyclic; URNs are distinct, unless a test repeats them. */
export const resources: fc.Arbitrary<readonly Full[]> = fc.uniqueArray(full, {
  minLength: 1,
  maxLength: 6,
  selector: (resource) => resource.urn,
});

/** What a graph holds of a resource of which everything is known. */
export const resourceOf = (resource: Full): Resource => ({
  ...resource,
  id: known(resource.id),
  outputs: known(resource.outputs),
  propertyDependencies: known(resource.propertyDependencies),
  ignoreChanges: known(resource.ignoreChanges),
  protect: known(resource.protect),
  aliases: known(resource.aliases),
  position: known(resource.position),
});
