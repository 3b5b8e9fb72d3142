import * as kms from "@pulumi/aws/kms";
import * as sns from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import type { BudgetConfig } from "../config";
import { Part } from "./part";
import type { Account, Scope } from "./scope";
import { onlyWithTls, policyDocument } from "./statements";
import type { Statement } from "./statements";

interface NotificationsArgs {
  /** Its e-mail addresses have to confirm once each. */
  readonly budget: BudgetConfig;
  /** Its name and its region; those of the stack where absent. */
  readonly elsewhere?: { readonly name: string; readonly region: string };
  readonly scope: Scope;
}

/** The topic to which alarms, the budget and cost anomalies write, encrypted, and the addresses that read it. */
export class Notifications extends Part {
  readonly topicArn: pulumi.Output<string>;
  /** Whoever writes to the topic must wait for its policy. */
  readonly policy: sns.TopicPolicy;

  constructor(name: string, { budget, elsewhere, scope }: NotificationsArgs, options: pulumi.ComponentResourceOptions) {
    super("Notifications", name, "headroom:budget", options);
    const child = { parent: this };
    const tags = scope.tags(name);
    const where = elsewhere === undefined ? {} : { region: elsewhere.region };
    const topicName = elsewhere?.name ?? names.topic(scope.where);
    const writers = writersOf({ ...scope.account, ...where }, budget);

    const key = new kms.Key(
      `${name}-key`,
      {
        ...where,
        description: `Notifications of ${scope.where.project}, stack ${scope.where.stack}`,
        enableKeyRotation: true,
        deletionWindowInDays: scope.protection.keyDeletionWindow,
        policy: keyPolicy(scope.account, writers),
        tags,
      },
      child,
    );
    new kms.Alias(`${name}-key`, { ...where, name: `alias/${topicName}`, targetKeyId: key.keyId }, child);
    const topic = new sns.Topic(name, { ...where, name: topicName, kmsMasterKeyId: key.arn, tags }, child);
    this.policy = new sns.TopicPolicy(`${name}-policy`, { ...where, arn: topic.arn, policy: topicPolicy(topic.arn, writers) }, child);
    for (const address of budget.notify) {
      new sns.TopicSubscription(`${name}-${address}`, { ...where, topic: topic.arn, protocol: "email", endpoint: address }, child);
    }

    this.topicArn = topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }
}

/** The account, and the region in which the topic is. */
type Place = Omit<Account, "region"> & { readonly region: pulumi.Input<string> };

/** Somebody who may write to the topic, and on whose behalf. */
interface Writer {
  readonly sid: string;
  readonly service: string;
  readonly condition: NonNullable<Statement["Condition"]>;
}

/**
 * CloudWatch for this account's alarms in this region, of one metric or composed of others; Budgets for this account's budgets; Cost
 * Anomaly Detection for this account's subscriptions, where there is one. The conditions are those that each service's guide names.
 */
function writersOf({ id, partition, region }: Place, { anomaly }: BudgetConfig): readonly Writer[] {
  const account = { StringEquals: { "aws:SourceAccount": id } };
  const from = (source: pulumi.Output<string>) => ({ ...account, ArnLike: { "aws:SourceArn": source } });
  return [
    {
      sid: "Alarms",
      service: "cloudwatch.amazonaws.com",
      condition: from(pulumi.interpolate`arn:${partition}:cloudwatch:${region}:${id}:alarm:*`),
    },
    { sid: "Budgets", service: "budgets.amazonaws.com", condition: from(pulumi.interpolate`arn:${partition}:budgets::${id}:*`) },
    ...(anomaly === undefined ? [] : [{ sid: "Anomalies", service: "costalerts.amazonaws.com", condition: account }]),
  ];
}

const topicPolicy = (topic: pulumi.Input<string>, writers: readonly Writer[]): pulumi.Output<string> =>
  policyDocument([
    ...writers.map(({ sid, service, condition }): Statement => ({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sns:Publish",
      Resource: topic,
      Condition: condition,
    })),
    onlyWithTls("sns:Publish", topic),
  ]);

const keyPolicy = (account: Account, writers: readonly Writer[]): pulumi.Output<string> =>
  policyDocument([
    {
      Sid: "Account",
      Effect: "Allow",
      Principal: { AWS: pulumi.interpolate`arn:${account.partition}:iam::${account.id}:root` },
      Action: "kms:*",
      Resource: "*",
    },
    // Without conditions, as AWS documents it: who may write is decided by the topic, the only thing that this key encrypts.
    ...writers.map(({ sid, service }): Statement => ({
      Sid: sid,
      Effect: "Allow",
      Principal: { Service: service },
      Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
      Resource: "*",
    })),
  ]);
