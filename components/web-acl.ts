import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as wafv2 from "@pulumi/aws/wafv2";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { WafConfig } from "../config";
import { Part } from "./part";
import type { Scope } from "./scope";

interface WebAclArgs {
  readonly waf: WafConfig;
  readonly configPath: string;
  /** What it stands before. A distribution's is of `us-east-1`, wherever the stack is. */
  readonly before: { readonly scope: "REGIONAL" } | { readonly scope: "CLOUDFRONT"; readonly region: string };
  readonly scope: Scope;
}

/**
 * AWS WAF: too many requests of one address, inputs that are known to be bad, and what AWS's common rules forbid are turned away. What
 * was turned away or counted is logged, without the headers that carry credentials.
 */
export class WebAcl extends Part {
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: WebAclArgs, options: pulumi.ComponentResourceOptions) {
    super("WebAcl", name, args.configPath, options);
    const child = { parent: this };
    const { waf, before, scope } = args;
    const tags = scope.tags(name);
    const where = before.scope === "CLOUDFRONT" ? { region: before.region } : {};

    const acl = new wafv2.WebAcl(
      name,
      {
        ...where,
        scope: before.scope,
        defaultAction: { allow: {} },
        rules: [rateOf(waf.rateLimit), ...managed.map(managedRule)],
        visibilityConfig: seen(name),
        tags,
      },
      child,
    );
    const logs = new cloudwatch.LogGroup(
      `${name}-logs`,
      { ...where, name: names.wafLogs(scope.where, name), retentionInDays: scope.logRetention, tags },
      child,
    );
    new wafv2.WebAclLoggingConfiguration(
      `${name}-logging`,
      {
        ...where,
        resourceArn: acl.arn,
        logDestinationConfigs: [logs.arn],
        redactedFields: ["authorization", "cookie"].map((header) => ({ singleHeader: { name: header } })),
        loggingFilter: { defaultBehavior: "DROP", filters: [{ behavior: "KEEP", requirement: "MEETS_ANY", conditions: notAllowed }] },
      },
      child,
    );
    this.arn = acl.arn;
    this.registerOutputs({});
  }
}

const seen = (metricName: string) => ({ cloudwatchMetricsEnabled: true, metricName, sampledRequestsEnabled: true });

const notAllowed = ["BLOCK", "COUNT"].map((action) => ({ actionCondition: { action } }));

const rateOf = (limit: number) => ({
  name: "rate",
  priority: 0,
  action: { block: {} },
  statement: { rateBasedStatement: { limit, aggregateKeyType: "IP", evaluationWindowSec: 300 } },
  visibilityConfig: seen("rate"),
});

/** AWS WAF developer guide, "Baseline rule groups", read 2026-11-25; the first take 200 of an ACL's 5,000 capacity units, the second 700. */
const managed = ["AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet"] as const;

const managedRule = (group: string, i: number) => ({
  name: group,
  priority: i + 1,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name: group } },
  visibilityConfig: seen(group),
});
