const { CustomResource } = require("@pulumi/pulumi");
for (let n = 0; n < Number(process.env.RESOURCES); n++) new CustomResource("test:index:Thing", `thing-${n}`, { n });
