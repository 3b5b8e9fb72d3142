import * as apigateway from "@pulumi/aws/apigatewayv2";
import * as lambda from "@pulumi/aws/lambda";
import * as pulumi from "@pulumi/pulumi";
import { Part } from "./part";

interface ApiRouteArgs {
  /** What the stack's file calls the function. */
  readonly fn: string;
  readonly route: string;
  readonly api: apigateway.Api;
  readonly functionName: pulumi.Output<string>;
  readonly alias: lambda.Alias;
}

/** A route of the HTTP API to a function's alias, and the permission to call it by this route alone. */
export class ApiRoute extends Part {
  constructor(name: string, { fn, route, api, functionName, alias }: ApiRouteArgs, options: pulumi.ComponentResourceOptions) {
    super("ApiRoute", name, `headroom:functions.${fn}.route`, options);
    const child = { parent: this };

    const permission = new lambda.Permission(
      name,
      {
        action: "lambda:InvokeFunction",
        function: functionName,
        qualifier: alias.name,
        principal: "apigateway.amazonaws.com",
        sourceArn: pulumi.interpolate`${api.executionArn}/${sourceOf(route)}`,
      },
      child,
    );
    const integration = new apigateway.Integration(
      name,
      {
        apiId: api.id,
        integrationType: "AWS_PROXY",
        integrationMethod: "POST",
        integrationUri: alias.invokeArn,
        payloadFormatVersion: "2.0",
        timeoutMilliseconds: LONGEST_WAIT,
      },
      { ...child, dependsOn: [permission] },
    );
    new apigateway.Route(name, { apiId: api.id, routeKey: route, target: pulumi.interpolate`integrations/${integration.id}` }, child);
    this.registerOutputs({});
  }
}

/** Milliseconds that an HTTP API waits for a function: the longest that it offers, because the function's own timeout is below it. */
const LONGEST_WAIT = 30_000;

/** `<stage>/<method>/<path>` of the requests that a route lets through; a variable in the path can be anything. */
export function sourceOf(route: string): string {
  const [method, path] = route.split(" ");
  if (method === undefined || path === undefined) return "*/*";
  return `*/${method === "ANY" ? "*" : method}${path.replaceAll(/\{[^}]+\}/g, "*")}`;
}
