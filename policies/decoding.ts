import type { ValueMap } from "../graph";
import { decodeMap } from "../graph/wire";

/** A protobuf Struct, as the SDK's server holds it. */
interface Struct {
  toJavaScript(): Record<string, unknown>;
}
type Decode = (struct: Struct, proxySecrets: boolean) => object;

/** `@pulumi/policy/deserialize`; the SDK's server calls the function through this object each time. */
interface Deserializer {
  deserializeProperties?: Decode;
}

/**
 * Gives the policies of this pack their resources as `ValueMap`s.
 *
 * The SDK's own decoder puts the plain text of a secret into the properties and wraps them so that reading an unknown
 * throws, which turns a mandatory rule into a skipped one on a first preview. It also decodes every resource once more for
 * each stack policy. Here a secret is a secret, an unknown is an unknown, and one request is decoded once.
 *
 * Remediations (`proxySecrets`) hand properties back to the engine, so they keep the SDK's decoder.
 *
 * @throws when the SDK has no such function: the pack must not judge without it.
 */
export function installDecoder(deserializer: Deserializer): void {
  const original = deserializer.deserializeProperties;
  if (typeof original !== "function") {
    throw new Error("This version of @pulumi/policy decodes resources in another way than Headroom knows; use version 1.21.");
  }
  const decoded = new WeakMap<Struct, ValueMap>();
  deserializer.deserializeProperties = (struct, proxySecrets) => {
    if (proxySecrets) return original(struct, proxySecrets);
    const map = decoded.get(struct) ?? decodeMap(struct.toJavaScript());
    decoded.set(struct, map);
    return map;
  };
}
