/**
 * E21. The utilization of provisioned concurrency is a fraction: 0.7, not 70, which it can never reach, so nothing ever
 * scales out. At 0 it publishes nothing: no data, no scale-in, and the next deployment finds nothing to update.
 * To be caught by target-value-sane.
 */
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { soundBudget, soundFunction, track } from "../sound";

soundBudget("e21");
const persona = soundFunction("e21-persona", { reserved: 10 });
const live = new aws.lambda.Alias("e21-persona-live", { name: "live", functionName: persona.name, functionVersion: persona.version });
const target = new aws.appautoscaling.Target("e21-persona-target", {
  serviceNamespace: "lambda",
  scalableDimension: "lambda:function:ProvisionedConcurrency",
  resourceId: pulumi.interpolate`function:${persona.name}:${live.name}`,
  minCapacity: 0,
  maxCapacity: 2,
});
track("e21-persona-utilization", target, "LambdaProvisionedConcurrencyUtilization", 70);
