import type * as pulumi from "@pulumi/pulumi";
import { databaseEngines, variableOf } from "../config";
import type { DatabaseConfig } from "../config";
import type { Endpoint } from "./connection";
import { allow } from "./statements";

interface DatabaseEndpointArgs {
  readonly database: DatabaseConfig;
  readonly host: pulumi.Input<string>;
  /** Where reading goes, by the end of the variable's name: `READER_HOST`. */
  readonly readers: Readonly<Record<string, pulumi.Input<string>>>;
  readonly securityGroupId: pulumi.Input<string>;
  /** The secret that holds user name and password. */
  readonly secretArn: pulumi.Input<string>;
}

/** How clients find a database: `MAIN_HOST`, `MAIN_PORT`, `MAIN_DATABASE`, `MAIN_SECRET_ARN`, and from that secret `MAIN_USERNAME` and `MAIN_PASSWORD`. */
export function databaseEndpoint(name: string, args: DatabaseEndpointArgs): Endpoint {
  const { database, host, readers, securityGroupId, secretArn } = args;
  const { port } = databaseEngines[database.engine];
  return {
    name,
    securityGroupId,
    ports: [port],
    variables: {
      [variableOf(name, "HOST")]: host,
      [variableOf(name, "PORT")]: String(port),
      [variableOf(name, "DATABASE")]: database.database,
      [variableOf(name, "SECRET_ARN")]: secretArn,
      ...Object.fromEntries(Object.entries(readers).map(([what, reader]) => [variableOf(name, what), reader])),
    },
    secrets: {
      [variableOf(name, "USERNAME")]: { arn: secretArn, key: "username" },
      [variableOf(name, "PASSWORD")]: { arn: secretArn, key: "password" },
    },
    // So that a client can read a changed password without a restart.
    grants: [allow(["secretsmanager:GetSecretValue"], secretArn)],
  };
}

/** The end of the variable that holds a replica's address: `ANALYTICS_HOST`. */
export const hostOf = (replica: string): string => variableOf(replica, "HOST");
