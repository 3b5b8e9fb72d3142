import * as pulumi from "@pulumi/pulumi";

// What a program does that turns functions into Lambdas: the SDK resolves its dependencies with npm's resolver.
export const paths = pulumi.runtime.computeCodePaths().then((found) => found instanceof Map);
