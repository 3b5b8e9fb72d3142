import * as pulumi from "@pulumi/pulumi";

// Thrown inside the SDK: the trace holds frames of its own.
export const size = pulumi.output({ size: 1 }).apply(() => {
  throw new TypeError("no size");
});
