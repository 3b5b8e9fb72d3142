const { log } = require("@pulumi/pulumi");
log.warn("mind the noise");
for (let line = 0; line < 50_000; line++) console.log(`line ${line} ${"x".repeat(60)}`);
