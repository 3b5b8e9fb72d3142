/**
 * E35. RDS for PostgreSQL gives a gp3 volume below 400 GiB 3,000 IOPS and 125 MiB/s and takes no other figure; from 400
 * GiB up, 12,000 are what it begins with. 12,000 on 100 GiB are refused.
 * To be caught by rds-storage-settings, which is not in the catalogue of rules yet.
 */
import * as aws from "@pulumi/aws";

new aws.rds.Instance("e35-store", {
  engine: "postgres",
  engineVersion: "16",
  instanceClass: "db.r6g.large",
  storageType: "gp3",
  allocatedStorage: 100,
  iops: 12000,
  storageThroughput: 500,
  storageEncrypted: true,
  username: "platform",
  manageMasterUserPassword: true,
  finalSnapshotIdentifier: "e35-store-final",
});
