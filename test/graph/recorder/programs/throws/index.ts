import * as pulumi from "@pulumi/pulumi";

function limit(): number {
  throw new TypeError("the limit is missing");
}

export const value = pulumi.output(1);
limit();
