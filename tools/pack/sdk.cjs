"use strict";

/** All of `@pulumi/pulumi` that the policy SDK's server uses: a pack meets assets, and never an output. */
exports.asset = require("@pulumi/pulumi/asset");
exports.Output = { isInstance: () => false };
