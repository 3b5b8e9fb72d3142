/** Writes resources as the CLI does (`pkg/resource/stack`, `pkg/backend/display/json.go`); empty members are left out. */
import { AssetValue, ReferenceValue, SecretValue, UnknownValue, type Value, type ValueMap } from "../../../graph";
import { mapOf, type Full } from "./arbitrary-graph";

const signature = "4dabf18193072939515e22adb298388d";
export const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** How the format writes a secret. */
type SecretForm = "masked" | "encrypted" | "plain";
const secretForms: Readonly<Record<SecretForm, unknown>> = {
  masked: "[secret]",
  encrypted: { [signature]: "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc:def" },
  plain: { [signature]: "1b47061264138c4ac30d75fd1eb44270", plaintext: '"hunter2"' },
};

function encode(value: Value, secret: SecretForm): unknown {
  if (value instanceof UnknownValue) return unknownString;
  if (value instanceof SecretValue) return secretForms[secret];
  if (value instanceof AssetValue) {
    const kind = value.form === "asset" ? "c44067f5952c0a294b673a41bacd8c17" : "0def7320c3a5731c473e5ecbe6d01bc7";
    return { [signature]: kind, hash: "abc", path: "./x" };
  }
  if (value instanceof ReferenceValue) return { [signature]: "5cf8f73096256a8f31e491e813e4eb8e", urn: value.urn, packageVersion: "" };
  if (Array.isArray(value)) return value.map((item: Value) => encode(item, secret));
  return typeof value === "object" && value !== null ? encodeMap(value as ValueMap, secret) : value;
}
const encodeMap = (map: ValueMap, secret: SecretForm): object =>
  mapOf(Object.entries(map).map(([key, value]) => [key, encode(value, secret)] as const));

const omitEmpty = (members: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(members).filter(
      ([, member]) =>
        member !== undefined &&
        member !== false &&
        member !== "" &&
        !(typeof member === "object" && Object.keys(member ?? {}).length === 0),
    ),
  );

const sourcePosition = ({ position }: Full): string =>
  `project:///${encodeURIComponent(position.file).replaceAll("%2F", "/")}#${position.line},${position.column}`;

const stateOf = (resource: Full, secret: SecretForm, outputs: boolean): object => ({
  urn: resource.urn,
  custom: resource.custom,
  type: resource.type,
  ...omitEmpty({
    id: resource.id,
    inputs: encodeMap(resource.inputs, secret),
    outputs: outputs ? encodeMap(resource.outputs, secret) : undefined,
    parent: resource.parent,
    protect: resource.protect,
    dependencies: resource.dependencies,
    provider: resource.provider,
    propertyDependencies: resource.propertyDependencies,
    aliases: resource.aliases,
    ignoreChanges: resource.ignoreChanges,
    sourcePosition: sourcePosition(resource),
  }),
});

const pretty = (json: object): string => `${JSON.stringify(json, undefined, 4)}\n`;

/** The first preview of a stack. */
export const writePreview = (resources: readonly Full[]): string =>
  pretty({
    config: { "aws:region": "eu-west-1" },
    steps: resources.map((resource) => ({
      op: "create",
      urn: resource.urn,
      newState: stateOf({ ...resource, id: "" }, "masked", false),
      detailedDiff: null,
    })),
    duration: 1,
    changeSummary: { create: resources.length },
  });

/** The plan of a first preview. */
export const writePlan = (resources: readonly Full[]): string =>
  pretty({
    manifest: { time: "2026-11-01T00:00:00Z", magic: "", version: "" },
    config: { "aws:region": "eu-west-1" },
    resourcePlans: mapOf(
      resources.map(
        (resource) =>
          [resource.urn, { goal: goalOf(resource), steps: ["create"], state: encodeMap(resource.outputs, "encrypted") }] as const,
      ),
    ),
  });

const goalOf = (resource: Full): object => ({
  type: resource.type,
  name: resource.name,
  custom: resource.custom,
  inputDiff: omitEmpty({ adds: encodeMap(resource.inputs, "encrypted") }),
  outputDiff: {},
  protect: resource.protect,
  customTimeouts: {},
  ...omitEmpty({
    parent: resource.parent,
    dependencies: resource.dependencies,
    provider: resource.provider,
    propertyDependencies: resource.propertyDependencies,
    ignoreChanges: resource.ignoreChanges,
    aliases: resource.aliases,
  }),
});

export const writeExport = (resources: readonly Full[], version = "v3.248.0"): string =>
  pretty({
    version: 3,
    deployment: {
      manifest: { time: "2026-11-01T00:00:00Z", magic: "", version },
      resources: resources.map((resource) => stateOf(resource, "plain", true)),
    },
  });
