import * as apigateway from "@pulumi/aws/apigatewayv2";
import type * as pulumi from "@pulumi/pulumi";
import type { HttpApiConfig } from "../config";
import { Part } from "./part";
import type { Scope } from "./scope";

interface ApiDomainArgs {
  readonly domain: NonNullable<HttpApiConfig["domain"]>;
  readonly apiId: pulumi.Input<string>;
  readonly stage: pulumi.Input<string>;
  readonly scope: Scope;
}

/** A domain of the HTTP API's own. Whose DNS record has to point to `target` is up to whoever holds the zone. */
export class ApiDomain extends Part {
  readonly url: pulumi.Output<string>;
  readonly target: pulumi.Output<string>;

  constructor(name: string, { domain, apiId, stage, scope }: ApiDomainArgs, options: pulumi.ComponentResourceOptions) {
    super("ApiDomain", name, "headroom:httpApi.domain", options);
    const child = { parent: this };

    const { domainName, domainNameConfiguration } = new apigateway.DomainName(
      name,
      {
        domainName: domain.name,
        domainNameConfiguration: { certificateArn: domain.certificate, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
        tags: scope.tags(name),
      },
      child,
    );
    new apigateway.ApiMapping(name, { apiId, domainName, stage }, child);
    this.url = domainName.apply((host) => `https://${host}`);
    this.target = domainNameConfiguration.targetDomainName;
    this.registerOutputs({});
  }
}
