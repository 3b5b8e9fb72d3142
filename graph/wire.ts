import { AssetValue, ReferenceValue, secretValue, unknownValue, type Value, type ValueMap } from "./value";

/**
 * Pulumi's encoding of special values inside plain JSON, on the wire, in previews, plans and state
 * (`@pulumi/pulumi` runtime/rpc.ts; `sdk/go/common/resource/properties.go`).
 */
export const signature = "4dabf18193072939515e22adb298388d";
export const signatures = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

/** One sentinel for each type that an unknown may have. */
const unknowns: ReadonlySet<string> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // string
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);
export const unknownSentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** `--json` previews print secrets so, without a signature. */
const maskedSecret = "[secret]";

/** What the engine and bridged providers note down for themselves among a resource's inputs. */
const bookkeeping: ReadonlySet<string> = new Set(["__defaults", "__internal"]);

/** Reads one JSON value. Never throws: what has no meaning in Pulumi's encoding stays the plain value that it is. */
export function decode(json: unknown): Value {
  if (json === null || json === undefined) return null;
  if (typeof json === "string") return unknowns.has(json) ? unknownValue : json === maskedSecret ? secretValue : json;
  if (typeof json === "number" || typeof json === "boolean") return json;
  if (Array.isArray(json)) return json.map(decode);
  if (typeof json === "object") return decodeObject(json as Record<string, unknown>);
  return null;
}

/** As `decode`, for the properties of a resource; anything but an object has none. */
export function decodeMap(json: unknown): ValueMap {
  const map: Record<string, Value> = Object.create(null);
  if (json === null || typeof json !== "object" || Array.isArray(json)) return map;
  for (const [key, value] of Object.entries(json)) if (value !== undefined && !bookkeeping.has(key)) map[key] = decode(value);
  return map;
}

function decodeObject(json: Record<string, unknown>): Value {
  switch (json[signature]) {
    case undefined:
      return decodeMap(json);
    case signatures.secret:
      return secretValue;
    case signatures.asset:
      return new AssetValue("asset");
    case signatures.archive:
      return new AssetValue("archive");
    case signatures.resource:
      return typeof json["urn"] === "string" ? new ReferenceValue(json["urn"]) : unknownValue;
    case signatures.output:
      return json["secret"] === true ? secretValue : json["value"] === undefined ? unknownValue : decode(json["value"]);
    default:
      return decodeMap(json);
  }
}
