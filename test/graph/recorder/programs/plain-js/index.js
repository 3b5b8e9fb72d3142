const pulumi = require("@pulumi/pulumi");

new pulumi.ComponentResource("test:index:Group", "group");
