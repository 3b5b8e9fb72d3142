/**
 * Services of AWS that can be called without leaving the VPC, by what a stack's file calls them, and the ends of their names there:
 * `com.amazonaws.<region>.<end>`. Source: VPC guide, "AWS services that integrate with AWS PrivateLink", read 2026-11-25.
 */
export const privateServices = {
  ecr: ["ecr.api", "ecr.dkr"],
  kms: ["kms"],
  lambda: ["lambda"],
  logs: ["logs"],
  monitoring: ["monitoring"],
  secretsmanager: ["secretsmanager"],
  sns: ["sns"],
  sqs: ["sqs"],
  ssm: ["ssm"],
  ssmmessages: ["ssmmessages"],
  sts: ["sts"],
  xray: ["xray"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PrivateService = keyof typeof privateServices;
