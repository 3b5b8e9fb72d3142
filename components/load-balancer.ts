import * as ec2 from "@pulumi/aws/ec2";
import * as lb from "@pulumi/aws/lb";
import * as wafv2 from "@pulumi/aws/wafv2";
import * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import { loadBalancerAlarms } from "./load-balancer-alarms";
import { admit } from "./load-balancer-callers";
import { LogBucket } from "./log-bucket";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import { Part } from "./part";
import type { Account, Scope } from "./scope";
import { WebAcl } from "./web-acl";

interface LoadBalancerArgs {
  readonly loadBalancer: StackConfig["loadBalancer"];
  readonly network: Network;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

const CONFIG_PATH = "headroom:loadBalancer";

/**
 * The public load balancer. Services add routes to its listener; what no route takes is answered with 404. It drops headers with invalid
 * names, speaks HTTP/2, logs every request, and raises an alarm on errors of its own and on connections that it turns away.
 */
export class LoadBalancer extends Part {
  readonly listenerArn: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  /** `app/<name>/<id>`: the first half of the label by which requests per target are measured. */
  readonly arnSuffix: pulumi.Output<string>;
  /** Where it answers: the configured domain, or the name that AWS gave it. */
  readonly host: pulumi.Output<string>;
  /** Does it speak HTTPS? */
  readonly isEncrypted: boolean;
  readonly url: pulumi.Output<string>;

  constructor(name: string, args: LoadBalancerArgs, options: pulumi.ComponentResourceOptions) {
    super("LoadBalancer", name, "headroom:loadBalancer", options);
    const child = { parent: this };
    const { network, notifications, scope } = args;
    const { certificate, domain, from, waf } = args.loadBalancer;
    const tags = scope.tags(name);
    this.isEncrypted = certificate !== undefined;

    const group = new ec2.SecurityGroup(name, { vpcId: network.vpcId, description: "The public load balancer", tags }, child);
    admit(name, { from, isEncrypted: this.isEncrypted, securityGroupId: group.id, tags }, child);
    const balancer = this.balancer(name, group, args);
    const listener = (id: string, how: Omit<lb.ListenerArgs, "loadBalancerArn">): lb.Listener =>
      new lb.Listener(`${name}-${id}`, { loadBalancerArn: balancer.arn, tags, ...how }, child);

    if (this.isEncrypted && from === "internet") listener("http", { port: 80, protocol: "HTTP", defaultActions: [toHttps] });
    const main =
      certificate === undefined
        ? listener("http", { port: 80, protocol: "HTTP", defaultActions: [notFound] })
        : listener("https", { port: 443, protocol: "HTTPS", certificateArn: certificate, sslPolicy: TLS, defaultActions: [notFound] });
    if (waf !== undefined) {
      const acl = new WebAcl(`${name}-waf`, { waf, configPath: `${CONFIG_PATH}.waf`, before: { scope: "REGIONAL" }, scope }, child);
      new wafv2.WebAclAssociation(`${name}-waf`, { resourceArn: balancer.arn, webAclArn: acl.arn }, child);
    }
    loadBalancerAlarms(name, balancer.arnSuffix, { notifications, scope, component: name }, child);

    this.listenerArn = main.arn;
    this.securityGroupId = group.id;
    this.arnSuffix = balancer.arnSuffix;
    this.host = domain === undefined ? balancer.dnsName : pulumi.output(domain);
    this.url = pulumi.interpolate`${this.isEncrypted ? "https" : "http"}://${this.host}`;
    this.registerOutputs({ url: this.url });
  }

  private balancer(name: string, group: ec2.SecurityGroup, { loadBalancer, network, scope }: LoadBalancerArgs): lb.LoadBalancer {
    const child = { parent: this };
    const logs = loadBalancer.accessLogs
      ? new LogBucket(`${name}-logs`, { configPath: CONFIG_PATH, writers: (bucket) => [delivers(bucket, scope.account)], scope }, child)
      : undefined;
    return new lb.LoadBalancer(
      name,
      {
        loadBalancerType: "application",
        subnets: network.publicSubnetIds,
        securityGroups: [group.id],
        idleTimeout: loadBalancer.idleTimeout,
        enableHttp2: true,
        dropInvalidHeaderFields: true,
        desyncMitigationMode: loadBalancer.desync,
        enableDeletionProtection: scope.protection.deletionProtection,
        ...(logs === undefined ? {} : { accessLogs: { bucket: logs.bucket, enabled: true } }),
        tags: scope.tags(name),
      },
      // AWS tries the bucket when the logs are switched on.
      { ...child, dependsOn: logs === undefined ? [] : [logs.policy] },
    );
  }
}

/**
 * Load balancers of this account may write, by the principal that AWS names for every region. Elastic Load Balancing guide, "Enable access
 * logs for your Application Load Balancer", read 2026-11-25.
 */
const delivers = (bucket: pulumi.Output<string>, { id }: Account) => ({
  Sid: "AccessLogs",
  Effect: "Allow" as const,
  Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
  Action: "s3:PutObject",
  Resource: pulumi.interpolate`${bucket}/AWSLogs/${id}/*`,
});

/**
 * TLS 1.3 and 1.2 with forward secrecy, and key exchange that withstands quantum computers where the client can do it: what AWS recommends
 * and its console proposes. Elastic Load Balancing guide, "Security policies for your Application Load Balancer", read 2026-11-25.
 */
const TLS = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";

const notFound = { type: "fixed-response", fixedResponse: { contentType: "text/plain", messageBody: "Not found", statusCode: "404" } };
const toHttps = { type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } };
