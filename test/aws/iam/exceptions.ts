import type { Kind } from "./documents";

/** What a policy may do against the rule, each with its reason, read on 2026-11-25. */

interface UnboundService {
  readonly kind: Kind;
  readonly service: string;
  readonly why: string;
}

const throughTheTopic =
  "SNS developer guide, key management: the documented statement of a key has no condition; the topic's policy says who may write";

/** Services that a statement lets in without `aws:SourceAccount` or `aws:SourceArn`. */
export const unboundServices: readonly UnboundService[] = [
  { kind: "key", service: "budgets.amazonaws.com", why: throughTheTopic },
  { kind: "key", service: "cloudwatch.amazonaws.com", why: throughTheTopic },
  { kind: "key", service: "costalerts.amazonaws.com", why: throughTheTopic },
  {
    kind: "resource",
    service: "logdelivery.elasticloadbalancing.amazonaws.com",
    why: "Application Load Balancers, access logs: the path of the documented resource, AWSLogs/<account>/, is what binds it",
  },
];

/** Policies of AWS's own that a role may have. */
export const managedPolicies: readonly { readonly arn: string; readonly why: string }[] = [];
