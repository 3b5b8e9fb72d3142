import * as rds from "@pulumi/aws/rds";
import * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { AuroraConfig } from "../config";
import { serverlessInstance } from "./aurora-instance";
import { Autoscaling } from "./autoscaling";
import { Part } from "./part";
import type { Scope } from "./scope";

interface AuroraReadersArgs {
  readonly configPath: string;
  readonly database: AuroraConfig;
  readonly readers: NonNullable<AuroraConfig["readers"]>;
  readonly cluster: rds.Cluster;
  /** The name of the cluster's component. */
  readonly component: string;
  /** Readers come after the writer: whoever comes first writes. */
  readonly writer: rds.ClusterInstance;
  readonly scope: Scope;
}

/**
 * The readers of an Aurora cluster. As many as `min` belong to the stack; above it, autoscaling adds and takes away its own by the
 * average CPU of all, up to `max`.
 */
export class AuroraReaders extends Part {
  constructor(name: string, args: AuroraReadersArgs, options: pulumi.ComponentResourceOptions) {
    super("AuroraReaders", name, args.configPath, options);
    const child = { parent: this };
    const { database, readers, cluster, component, scope } = args;

    const instances = Array.from(
      { length: readers.min },
      (_, i) =>
        new rds.ClusterInstance(
          `${name}-${i + 1}`,
          {
            ...serverlessInstance(cluster, database, scope, component),
            identifier: names.databaseMember(scope.where, component, `reader-${i + 1}`),
            promotionTier: readers.promotionTier,
          },
          { ...child, dependsOn: [args.writer] },
        ),
    );
    if (readers.max > readers.min || readers.schedule.length > 0) {
      new Autoscaling(
        name,
        {
          configPath: args.configPath,
          dimension: {
            serviceNamespace: "rds",
            scalableDimension: "rds:cluster:ReadReplicaCount",
            resourceId: pulumi.interpolate`cluster:${cluster.clusterIdentifier}`,
          },
          bounds: readers,
          tracks: [
            {
              id: "cpu",
              track: {
                predefinedMetricSpecification: { predefinedMetricType: "RDSReaderAverageCPUUtilization" },
                targetValue: readers.cpu,
              },
            },
          ],
          cooldowns: readers,
          schedule: readers.schedule,
          scope,
          component,
        },
        // Without a reader there is nothing to look at.
        { ...child, dependsOn: instances },
      );
    }
    this.registerOutputs({});
  }
}
