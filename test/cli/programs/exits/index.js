const { CustomResource } = require("@pulumi/pulumi");
new CustomResource("test:index:Thing", "first", {});
setTimeout(() => process.exit(0), 200);
module.exports = { never: new Promise(() => undefined) };
