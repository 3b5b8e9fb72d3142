import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type { types } from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { Scope } from "./scope";

type Delivery = types.input.elasticache.ReplicationGroupLogDeliveryConfiguration;

/** A log group for each log of a cache: commands that took long, and what the engine says. */
export const deliverLogs = (name: string, scope: Scope, options: pulumi.CustomResourceOptions): Delivery[] =>
  ["slow-log", "engine-log"].map((log) => ({
    logType: log,
    logFormat: "json",
    destinationType: "cloudwatch-logs",
    destination: new cloudwatch.LogGroup(
      `${name}-${log}`,
      { name: names.cacheLogs(scope.where, name, log), retentionInDays: scope.logRetention, tags: scope.tags(name) },
      options,
    ).name,
  }));
