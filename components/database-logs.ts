import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";
import type { Scope } from "./scope";

interface DatabaseLogsArgs {
  readonly kind: "instance" | "cluster";
  readonly identifier: string;
  readonly logs: readonly string[];
  readonly scope: Scope;
}

/** The logs that RDS writes to, made before it does: one that RDS makes itself is kept for ever. */
export const createDatabaseLogs = (
  name: string,
  { kind, identifier, logs, scope }: DatabaseLogsArgs,
  options: pulumi.CustomResourceOptions,
): readonly cloudwatch.LogGroup[] =>
  logs.map(
    (log) =>
      new cloudwatch.LogGroup(
        `${name}-logs-${log}`,
        { name: `/aws/rds/${kind}/${identifier}/${log}`, retentionInDays: scope.logRetention, tags: scope.tags(name) },
        options,
      ),
  );
