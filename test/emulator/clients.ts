import { ApplicationAutoScaling } from "@aws-sdk/client-application-auto-scaling";
import { Budgets } from "@aws-sdk/client-budgets";
import { CloudWatch } from "@aws-sdk/client-cloudwatch";
import { ECS } from "@aws-sdk/client-ecs";
import { ElastiCache } from "@aws-sdk/client-elasticache";
import { RDS } from "@aws-sdk/client-rds";
import { SQS } from "@aws-sdk/client-sqs";
import { region } from "../engine/harness/invokes";

export type Clients = ReturnType<typeof clientsFor>;

/** The AWS SDK's own clients, with the emulator in AWS's place. */
export function clientsFor(endpoint: string) {
  const options = { endpoint, region, maxAttempts: 1, credentials: { accessKeyId: "emulated", secretAccessKey: "emulated" } };
  return {
    budgets: new Budgets(options),
    cloudwatch: new CloudWatch(options),
    ecs: new ECS(options),
    elasticache: new ElastiCache(options),
    rds: new RDS(options),
    scaling: new ApplicationAutoScaling(options),
    sqs: new SQS(options),
  };
}
