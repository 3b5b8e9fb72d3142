/**
 * E6. Runs of five minutes and a visibility timeout of five minutes: whatever takes a little longer is delivered a second
 * time while it runs. A function needs six times its timeout and its batch window. There is no dead-letter queue either,
 * so that what always fails comes back for 14 days.
 * To be caught by queue-visibility-timeout.
 */
import * as aws from "@pulumi/aws";
import { soundFunction } from "../sound";

const queue = new aws.sqs.Queue("e06-steps", {
  name: "orchestrator-steps-queue",
  visibilityTimeoutSeconds: 300, // 5 minutes
  messageRetentionSeconds: 1209600, // 14 days
  receiveWaitTimeSeconds: 20,
});
const orchestrator = soundFunction("e06-orchestrator", { timeout: 300 });

new aws.lambda.EventSourceMapping("e06-orchestrator-steps", { eventSourceArn: queue.arn, functionName: orchestrator.arn });
