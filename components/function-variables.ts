import type * as pulumi from "@pulumi/pulumi";
import { queueVariable, secretArnVariable, secretKeyVariable } from "../config";
import type { FunctionConfig } from "../config";
import type { Endpoint } from "./connection";
import type { Queue } from "./queue";
import { partsOf } from "./read-secrets";

type Variables = Readonly<Record<string, pulumi.Input<string>>>;

interface FunctionVariablesArgs {
  readonly fn: FunctionConfig;
  readonly produces: Readonly<Record<string, Queue>>;
  readonly endpoints: readonly Endpoint[];
}

/** The variables of a function. Of a secret they hold where it is, never what it is: Lambda shows variables to whoever may see the function. */
export const functionVariables = ({ fn, produces, endpoints }: FunctionVariablesArgs): Variables => ({
  ...fn.environment,
  ...Object.fromEntries(Object.entries(produces).map(([queue, { url }]) => [queueVariable(queue), url])),
  ...merged(endpoints.map((endpoint) => endpoint.variables)),
  ...merged(endpoints.flatMap(({ secrets }) => Object.entries(secrets).map(([variable, { arn, key }]) => whereIs(variable, arn, key)))),
  ...merged(
    Object.entries(fn.secrets).map(([variable, arn]) => {
      const { secret, key } = partsOf(arn);
      return whereIs(variable, secret, key);
    }),
  ),
});

const whereIs = (variable: string, arn: pulumi.Input<string>, key: string | undefined): Variables => ({
  [secretArnVariable(variable)]: arn,
  ...(key === undefined ? {} : { [secretKeyVariable(variable)]: key }),
});

const merged = (all: readonly Variables[]): Variables => all.reduce((one, other) => ({ ...one, ...other }), {});
