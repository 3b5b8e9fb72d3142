import type * as pulumi from "@pulumi/pulumi";
import type { StackConfig } from "../config";
import type { Endpoint } from "./connection";
import { LambdaFunction } from "./function";
import { HttpApi } from "./http-api";
import type { Network } from "./network";
import type { Notifications } from "./notifications";
import type { Queue } from "./queue";
import type { Scope } from "./scope";

interface FunctionsArgs {
  readonly config: Pick<StackConfig, "functions" | "httpApi">;
  readonly network: Network;
  readonly queues: Readonly<Record<string, Queue>>;
  /** Databases, caches and brokers by name. */
  readonly reachable: Readonly<Record<string, Endpoint>>;
  readonly notifications: Notifications;
  readonly scope: Scope;
}

/** The functions of a stack, and the HTTP API before those that have a route; undefined where none has. */
export function createFunctions(args: FunctionsArgs, options: pulumi.ComponentResourceOptions): HttpApi | undefined {
  const { config, network, queues, reachable, notifications, scope } = args;
  const routes = Object.entries(config.functions).flatMap(([name, fn]) => {
    const made = new LambdaFunction(
      name,
      {
        fn,
        network,
        consumes: fn.consumes === undefined ? undefined : queues[fn.consumes.queue],
        produces: Object.fromEntries(Object.entries(queues).filter(([queue]) => fn.produces.includes(queue))),
        onFailure: fn.onFailure === undefined ? undefined : queues[fn.onFailure],
        endpoints: Object.keys(fn.connects).flatMap((endpoint) => reachable[endpoint] ?? []),
        notifications,
        scope,
      },
      options,
    );
    return fn.route === undefined ? [] : [{ route: fn.route, name, fn: made }];
  });
  if (config.httpApi === undefined || routes.length === 0) return undefined;
  return new HttpApi("http-api", { httpApi: config.httpApi, routes, notifications, scope }, options);
}
