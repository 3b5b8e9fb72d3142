import type { Endpoint } from "./connection";
import { allow } from "./statements";
import type { Statement } from "./statements";

/**
 * Permission to read secrets by their ARNs, those of Secrets Manager and those of SSM.
 *
 * @param parameterActions how the reader fetches parameters of SSM
 */
export function readSecrets(arns: readonly string[], parameterActions: readonly string[]): readonly Statement[] {
  const secrets = arns.filter((arn) => arn.split(":")[2] === "secretsmanager").map((arn) => partsOf(arn).secret);
  const parameters = arns.filter((arn) => arn.split(":")[2] === "ssm");
  return [
    ...(secrets.length === 0 ? [] : [allow(["secretsmanager:GetSecretValue"], secrets)]),
    ...(parameters.length === 0 ? [] : [allow(parameterActions, parameters)]),
  ];
}

/** Permission to read the secrets of what a service or a function connects to. */
export function readSecretsOf(endpoints: readonly Endpoint[]): readonly Statement[] {
  const arns = [...new Set(endpoints.flatMap((endpoint) => Object.values(endpoint.secrets).map((secret) => secret.arn)))];
  return arns.length === 0 ? [] : [allow(["secretsmanager:GetSecretValue"], arns)];
}

/** `…:secret:name-AbCdEf:key:stage:version` reads one key of the secret whose ARN is its first seven parts. */
export function partsOf(arn: string): { readonly secret: string; readonly key: string | undefined } {
  const parts = arn.split(":");
  return { secret: parts.slice(0, 7).join(":"), key: parts[7] === "" ? undefined : parts[7] };
}
