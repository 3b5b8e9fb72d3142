import type { Registered } from "../../components/registered";
import { textsIn } from "../texts";

/**
 * Where a document stands decides what it must name: an identity's policy names resources, a trust policy names who may take on a role,
 * a resource's policy names both.
 */
export type Kind = "identity" | "trust" | "resource" | "key" | "repository";

/** Every property that holds a policy document. */
const documents: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  "aws:ec2/vpcEndpoint:VpcEndpoint": { policy: "resource" },
  "aws:ecr/repositoryPolicy:RepositoryPolicy": { policy: "repository" },
  "aws:iam/role:Role": { assumeRolePolicy: "trust" },
  "aws:iam/rolePolicy:RolePolicy": { policy: "identity" },
  "aws:kms/key:Key": { policy: "key" },
  "aws:s3/bucketPolicy:BucketPolicy": { policy: "resource" },
  "aws:secretsmanager/secretPolicy:SecretPolicy": { policy: "resource" },
  "aws:sns/topicPolicy:TopicPolicy": { policy: "resource" },
  "aws:sqs/queuePolicy:QueuePolicy": { policy: "resource" },
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": { policyDocument: "resource" },
};

/** A policy document of a resource. */
export interface Found {
  readonly subject: string;
  readonly kind: Kind;
  readonly text: string;
}

export const documentsOf = (resources: readonly Registered[]): readonly Found[] =>
  resources.flatMap(({ type, name, inputs }) =>
    Object.entries(documents[type] ?? {}).flatMap(([property, kind]) => {
      const text = inputs[property];
      return typeof text === "string" ? [{ subject: `${type}::${name} ${property}`, kind, text }] : [];
    }),
  );

/** Texts that look like a policy document and stand where no document is looked for. */
export const unlisted = (resources: readonly Registered[]): readonly string[] =>
  resources.flatMap(({ type, name, inputs }) =>
    textsIn(inputs)
      .filter(({ path, text }) => documents[type]?.[path] === undefined && looksLikeDocument(text))
      .map(({ path }) => `${type}::${name} ${path}`),
  );

const looksLikeDocument = (text: string): boolean => /"Statement"\s*:/.test(text) && /"Effect"\s*:/.test(text);
