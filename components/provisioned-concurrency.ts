import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import type { ProvisionedConfig } from "../config";
import { Autoscaling } from "./autoscaling";
import { Part } from "./part";
import type { Scope } from "./scope";

interface ProvisionedConcurrencyArgs {
  readonly provisioned: ProvisionedConfig;
  readonly configPath: string;
  readonly functionName: pulumi.Output<string>;
  readonly aliasName: pulumi.Output<string>;
  readonly scope: Scope;
}

/**
 * Environments kept ready on the alias `live`, between two limits, by how many of them are busy and by the clock.
 *
 * At least 1 is allocated by the deployment, because Application Auto Scaling wants a first value to scale from; from then on the
 * number belongs to the autoscaler. Where the limits may reach 0, the deployment allocates nothing: AWS takes no 0, scaling to 0 deletes
 * the allocation, and a deployment that counts on one fails (aws-cdk issue 29992). There the schedule alone allocates and releases, and
 * the next deployment finds an alias like any other.
 *
 * An alias that nobody calls gives no data, so an idle function keeps what it has: only a lower `max` of the schedule takes it away. An
 * alias with nothing allocated gives none either, so nothing but a `min` of the schedule leads away from 0. Before you remove
 * `provisioned` where `min` is 0, let the schedule release what it has allocated; nothing else would.
 */
export class ProvisionedConcurrency extends Part {
  constructor(name: string, args: ProvisionedConcurrencyArgs, options: pulumi.ComponentResourceOptions) {
    super("ProvisionedConcurrency", name, args.configPath, options);
    const child = { parent: this };
    const { provisioned, configPath, functionName, aliasName, scope } = args;

    const first = reachesNone(provisioned)
      ? undefined
      : new lambda.ProvisionedConcurrencyConfig(
          `${name}-provisioned`,
          { functionName, qualifier: aliasName, provisionedConcurrentExecutions: provisioned.min },
          { ...child, ignoreChanges: ["provisionedConcurrentExecutions"] },
        );
    // By way of the first value, so that the deployment and the autoscaler do not set the number at the same time.
    const qualifier = first === undefined ? aliasName : pulumi.all([aliasName, first.qualifier]).apply(([alias]) => alias);
    new Autoscaling(
      name,
      {
        configPath,
        dimension: {
          serviceNamespace: "lambda",
          scalableDimension: "lambda:function:ProvisionedConcurrency",
          resourceId: pulumi.interpolate`function:${functionName}:${qualifier}`,
        },
        bounds: provisioned,
        tracks: [{ id: "utilization", track: utilization(provisioned.target) }],
        cooldowns: provisioned,
        schedule: provisioned.schedule,
        scope,
      },
      child,
    );
    this.registerOutputs({});
  }
}

const reachesNone = ({ min, schedule }: ProvisionedConfig): boolean =>
  min === 0 || schedule.some((entry) => entry.min === 0 || entry.max === 0);

/** The metric is a fraction: 70 % is 0.7. */
const utilization = (percent: number) => ({
  targetValue: percent / 100,
  predefinedMetricSpecification: { predefinedMetricType: "LambdaProvisionedConcurrencyUtilization" },
});
