import { getManagedPrefixListOutput } from "@pulumi/aws/ec2/getManagedPrefixList";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";

interface Callers {
  readonly from: StackConfig["loadBalancer"]["from"];
  readonly isEncrypted: boolean;
  readonly securityGroupId: pulumi.Input<string>;
  readonly tags: Readonly<Record<string, string>>;
}

/** Opens the load balancer's ports to whoever may call it. */
export function admit(name: string, callers: Callers, options: pulumi.CustomResourceOptions): void {
  const { from, isEncrypted, securityGroupId, tags } = callers;
  switch (from) {
    case "internet":
      for (const port of isEncrypted ? [80, 443] : [80]) {
        const anywhere = { cidrIpv4: "0.0.0.0/0", description: `Port ${port} from anywhere` };
        new vpc.SecurityGroupIngressRule(
          `${name}-from-internet-${port}`,
          { securityGroupId, ...through(port), ...anywhere, tags },
          options,
        );
      }
      return;
    case "cdn": {
      // The list counts as many rules (55 of the 60 that a group may have: unconfirmed), so it opens one port alone.
      const port = isEncrypted ? 443 : 80;
      const prefixListId = getManagedPrefixListOutput({ name: CLOUDFRONT }, options).id;
      const cdn = { prefixListId, description: `Port ${port} from CloudFront` };
      new vpc.SecurityGroupIngressRule(`${name}-from-cdn-${port}`, { securityGroupId, ...through(port), ...cdn, tags }, options);
      return;
    }
  }
}

/** CloudFront developer guide, "Locations and IP address ranges of CloudFront edge servers", read 2026-11-25. */
const CLOUDFRONT = "com.amazonaws.global.cloudfront.origin-facing";

const through = (port: number) => ({ ipProtocol: "tcp", fromPort: port, toPort: port });
