import { z } from "zod";
import { stackSchema } from "./stack-schema";

const NAMESPACE = "headroom:";

/** The JSON schema of a whole stack file, `Pulumi.<stack>.yaml`, for editors: from the definition that validates. */
export function jsonSchema(): unknown {
  const { properties = {}, required = [] } = z.toJSONSchema(stackSchema, { io: "input" });
  const keys = Object.keys(properties);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A stack of Headroom",
    description: "Pulumi.<stack>.yaml. Reference: docs/configuration.md",
    type: "object",
    required: ["config"],
    properties: {
      config: {
        type: "object",
        required: required.map((key) => NAMESPACE + key),
        properties: Object.fromEntries(keys.map((key) => [NAMESPACE + key, properties[key]])),
        // Keys of other namespaces, such as aws:region, are theirs; an unknown one of ours is an error.
        patternProperties: { [`^${NAMESPACE}(?!(?:${keys.join("|")})$)`]: false },
      },
    },
  };
}
