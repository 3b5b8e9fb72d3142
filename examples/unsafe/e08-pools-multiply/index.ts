/**
 * E8. A pool of 20 and an overflow of 10, "tuned for 10 workers", exist once in each process. At the documented maxima
 * that is (10 + 10 + 20) tasks x 30 = 1,200 connections to an instance that the same document gives 87 of.
 * To be caught by connection-budget.
 */
import * as aws from "@pulumi/aws";
import { soundBudget, soundService, track } from "../sound";

soundBudget("e08");
const database = new aws.rds.Instance("e08-store", {
  engine: "postgres",
  engineVersion: "16",
  instanceClass: "db.t4g.small",
  allocatedStorage: 100,
  storageType: "gp3",
  storageEncrypted: true,
  username: "platform",
  manageMasterUserPassword: true,
  skipFinalSnapshot: false,
  finalSnapshotIdentifier: "e08-store-final",
});

for (const [id, bounds] of [
  ["e08-control-plane", { min: 2, max: 10 }],
  ["e08-llm-gateway", { min: 2, max: 10 }],
  ["e08-orchestrator", { min: 1, max: 20 }],
] as const) {
  const { target } = soundService(id, bounds, { DB_HOST: database.address, DB_POOL_SIZE: "20", DB_MAX_OVERFLOW: "10" });
  track(`${id}-cpu`, target, "ECSServiceAverageCPUUtilization", 70);
}
