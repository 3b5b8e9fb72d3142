const { CustomResource } = require("@pulumi/pulumi");
for (let n = 0; n < 10_000; n++) new CustomResource("test:index:Thing", `thing-${n}`, { n });
