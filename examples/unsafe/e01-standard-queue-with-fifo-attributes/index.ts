/**
 * E1. A standard queue cannot take `deduplicationScope` and `fifoThroughputLimit`: SQS answers "Unknown Attribute", and
 * the deployment fails. They would not prevent duplicates either: a standard queue delivers at least once.
 * To be caught by queue-fifo-attributes.
 */
import * as aws from "@pulumi/aws";

new aws.sqs.Queue("e01-orchestrator", {
  name: "orchestrator-steps-queue",
  visibilityTimeoutSeconds: 300,
  messageRetentionSeconds: 1209600,
  receiveWaitTimeSeconds: 20,
  deduplicationScope: "messageGroup",
  fifoThroughputLimit: "perMessageGroupId",
});
