import { region } from "@pulumi/aws/config";
import type { BudgetConfig } from "../config";
import { names } from "../config";
import type * as pulumi from "@pulumi/pulumi";
import { Notifications } from "./notifications";
import type { Scope } from "./scope";

/**
 * Where CloudFront's metrics, its log deliveries and its web ACLs are, wherever the stack is. Amazon CloudFront developer guide, "Monitor
 * CloudFront metrics" and "Configure standard logging (v2)", read 2026-11-25.
 */
export const EDGE_REGION = "us-east-1";

interface EdgeNotificationsArgs {
  readonly budget: BudgetConfig;
  /** Those of the stack. */
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/**
 * An alarm notifies a topic of its own region alone (no guide of AWS was found that says so: unconfirmed), so CloudFront's have one where
 * they are. Where the stack is known to be there
 * itself, its own topic will do.
 */
export const edgeNotifications = (
  name: string,
  { budget, notifications, scope }: EdgeNotificationsArgs,
  options: pulumi.ComponentResourceOptions,
): Notifications =>
  region === EDGE_REGION
    ? notifications
    : new Notifications(name, { budget, elsewhere: { name: names.cdnTopic(scope.where), region: EDGE_REGION }, scope }, options);
