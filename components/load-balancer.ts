import * as ec2 from "@pulumi/aws/ec2";
import * as lb from "@pulumi/aws/lb";
import * as vpc from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import type { Network } from "./network";
import { Part } from "./part";
import type { Scope } from "./scope";

interface LoadBalancerArgs {
  readonly loadBalancer: StackConfig["loadBalancer"];
  readonly network: Network;
  readonly scope: Scope;
}

/** The public load balancer. Services add routes to its listener; what no route takes is answered with 404. */
export class LoadBalancer extends Part {
  readonly listenerArn: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  /** `app/<name>/<id>`: the first half of the label by which requests per target are measured. */
  readonly arnSuffix: pulumi.Output<string>;
  readonly url: pulumi.Output<string>;

  constructor(name: string, args: LoadBalancerArgs, options: pulumi.ComponentResourceOptions) {
    super("LoadBalancer", name, "headroom:loadBalancer", options);
    const child = { parent: this };
    const { network, scope } = args;
    const { certificate } = args.loadBalancer;
    const tags = scope.tags(name);

    const group = new ec2.SecurityGroup(name, { vpcId: network.vpcId, description: "The public load balancer", tags }, child);
    for (const port of certificate === undefined ? [80] : [80, 443]) {
      new vpc.SecurityGroupIngressRule(`${name}-from-internet-${port}`, { securityGroupId: group.id, ...fromAnywhere(port), tags }, child);
    }
    const balancer = new lb.LoadBalancer(
      name,
      {
        loadBalancerType: "application",
        subnets: network.publicSubnetIds,
        securityGroups: [group.id],
        dropInvalidHeaderFields: true,
        enableDeletionProtection: scope.protection.deletionProtection,
        tags,
      },
      child,
    );
    const listener = (id: string, how: Omit<lb.ListenerArgs, "loadBalancerArn">): lb.Listener =>
      new lb.Listener(`${name}-${id}`, { loadBalancerArn: balancer.arn, tags, ...how }, child);

    if (certificate !== undefined) listener("http", { port: 80, protocol: "HTTP", defaultActions: [toHttps] });
    const main =
      certificate === undefined
        ? listener("http", { port: 80, protocol: "HTTP", defaultActions: [notFound] })
        : listener("https", { port: 443, protocol: "HTTPS", certificateArn: certificate, sslPolicy: TLS, defaultActions: [notFound] });

    this.listenerArn = main.arn;
    this.securityGroupId = group.id;
    this.arnSuffix = balancer.arnSuffix;
    this.url = pulumi.interpolate`${certificate === undefined ? "http" : "https"}://${balancer.dnsName}`;
    this.registerOutputs({ url: this.url });
  }
}

/** TLS 1.3 and 1.2; what AWS's console proposes. */
const TLS = "ELBSecurityPolicy-TLS13-1-2-2021-06";

const fromAnywhere = (port: number) => ({
  description: `Port ${port} from anywhere`,
  ipProtocol: "tcp",
  fromPort: port,
  toPort: port,
  cidrIpv4: "0.0.0.0/0",
});

const notFound = { type: "fixed-response", fixedResponse: { contentType: "text/plain", messageBody: "Not found", statusCode: "404" } };
const toHttps = { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } };
