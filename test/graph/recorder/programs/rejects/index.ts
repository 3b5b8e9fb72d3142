import * as pulumi from "@pulumi/pulumi";

throw new pulumi.RunError("the stack's file is not right");
