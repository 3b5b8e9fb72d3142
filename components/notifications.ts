import * as kms from "@pulumi/aws/kms";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import { Part } from "./part";
import type { Account, Scope } from "./scope";
import { onlyWithTls, policyDocument } from "./statements";
import type { Statement } from "./statements";

interface NotificationsArgs {
  /** E-mail addresses; each has to confirm once. */
  readonly addresses: readonly string[];
  readonly scope: Scope;
}

/** The topic to which alarms and the budget write, encrypted, and the addresses that read it. */
export class Notifications extends Part {
  readonly topicArn: pulumi.Output<string>;
  /** Whoever writes to the topic must wait for its policy. */
  readonly policy: sns.TopicPolicy;

  constructor(name: string, { addresses, scope }: NotificationsArgs, options: pulumi.ComponentResourceOptions) {
    super("Notifications", name, "headroom:budget", options);
    const child = { parent: this };
    const tags = scope.tags(name);

    const key = new kms.Key(
      `${name}-key`,
      {
        description: `Notifications of ${scope.where.project}, stack ${scope.where.stack}`,
        enableKeyRotation: true,
        deletionWindowInDays: scope.protection.keyDeletionWindow,
        policy: keyPolicy(scope.account),
        tags,
      },
      child,
    );
    new kms.Alias(`${name}-key`, { name: `alias/${names.topic(scope.where)}`, targetKeyId: key.keyId }, child);
    const topic = new sns.Topic(name, { name: names.topic(scope.where), kmsMasterKeyId: key.arn, tags }, child);
    this.policy = new sns.TopicPolicy(`${name}-policy`, { arn: topic.arn, policy: topicPolicy(topic.arn, scope.account) }, child);
    for (const address of addresses) {
      new sns.TopicSubscription(`${name}-${address}`, { topic: topic.arn, protocol: "email", endpoint: address }, child);
    }

    this.topicArn = topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

/** Who may write: CloudWatch for this account's alarms in this region, and Budgets for this account's budgets. */
const writers = ({ id, partition, region }: Account) => [
  { sid: "Alarms", service: "cloudwatch.amazonaws.com", source: pulumi.interpolate`arn:${partition}:cloudwatch:${region}:${id}:alarm:*` },
  { sid: "Budgets", service: "budgets.amazonaws.com", source: pulumi.interpolate`arn:${partition}:budgets::${id}:*` },
];

const topicPolicy = (topic: pulumi.Input<string>, account: Account): pulumi.Output<string> =>
  policyDocument([
    ...writers(account).map(({ sid, service, source }): Statement => ({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sns:Publish",
      Resource: topic,
      Condition: { StringEquals: { "aws:SourceAccount": account.id }, ArnLike: { "aws:SourceArn": source } },
    })),
    onlyWithTls("sns:Publish", topic),
  ]);

const keyPolicy = (account: Account): pulumi.Output<string> =>
  policyDocument([
    {
      Sid: "Account",
      Effect: "Allow",
      Principal: { AWS: pulumi.interpolate`arn:${account.partition}:iam::${account.id}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    // Without conditions, as AWS documents it: who may write is decided by the topic, the only thing that this key encrypts.
    ...writers(account).map(({ sid, service }): Statement => ({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
      Resource: "*",
    })),
  ]);
