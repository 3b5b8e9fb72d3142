const { CustomResource } = require("@pulumi/pulumi");
new CustomResource("test:index:Thing", "first", {});
setInterval(() => undefined, 1000);
