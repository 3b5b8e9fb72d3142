import * as pulumi from "@pulumi/pulumi";
import type { Account } from "./scope";

/** A statement of an IAM, key, queue or topic policy. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: pulumi.Input<Readonly<Record<string, pulumi.Input<string>>> | "*">;
  readonly Action: string | readonly string[];
  readonly Resource?: pulumi.Input<string> | readonly pulumi.Input<string>[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, pulumi.Input<string>>>>>;
}

export const policyDocument = (statements: readonly Statement[]): pulumi.Output<string> =>
  pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });

/** Allows actions on what is named. */
export const allow = (action: readonly string[], resource: NonNullable<Statement["Resource"]>): Statement => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
});

/** A role that a service of AWS takes on, and only on behalf of this account. */
export const assumedBy = (service: string, account: Account): pulumi.Output<string> =>
  policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": account.id } },
    },
  ]);

/** Nothing may reach the resource without TLS. */
export const onlyWithTls = (action: string, resource: NonNullable<Statement["Resource"]>): Statement => ({
  Sid: "OnlyWithTls",
  Effect: "Deny",
  Principal: "*",
  Action: action,
  Resource: resource,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});
