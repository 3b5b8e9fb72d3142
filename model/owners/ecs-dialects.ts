import type { Path } from "../properties";

/** Where the properties of an ECS service stand in a resource type, and what applies where they are left out. */
export interface EcsDialect {
  readonly minimumHealthy: Path;
  readonly maximum: Path;
  readonly circuitBreaker: Path;
  readonly strategies: Path;
  /** The lists of metrics with a resolution of their own; undefined where the type has no such property. */
  readonly metricConfigurations: Path | undefined;
  /** The count of a new service that states none. */
  readonly initialCount: number;
  /** Does a deployment leave the count as it is where none is written? */
  readonly omittedCountIsKept: boolean;
}

/** `@pulumi/aws` 7: left out is 0, and a deployment takes the count back to it. */
const aws: EcsDialect = {
  minimumHealthy: "deploymentMinimumHealthyPercent",
  maximum: "deploymentMaximumPercent",
  circuitBreaker: "deploymentCircuitBreaker",
  strategies: "capacityProviderStrategies",
  metricConfigurations: undefined,
  initialCount: 0,
  omittedCountIsKept: false,
};

const dialects: Readonly<Record<string, EcsDialect>> = {
  "aws:ecs/service:Service": aws,
  /** awsx 3 `fargateService.ts`, `ec2Service.ts`: the same names, and one task where no count is written. */
  "awsx:ecs:FargateService": { ...aws, initialCount: 1 },
  "awsx:ecs:EC2Service": aws,
  /** CloudFormation, `AWS::ECS::Service`: a new service without a count has one task; of an existing one the count "is omitted from the operation". */
  "aws-native:ecs:Service": {
    minimumHealthy: ["deploymentConfiguration", "minimumHealthyPercent"],
    maximum: ["deploymentConfiguration", "maximumPercent"],
    circuitBreaker: ["deploymentConfiguration", "deploymentCircuitBreaker"],
    strategies: "capacityProviderStrategy",
    metricConfigurations: ["monitoring", "metricConfigurations"],
    initialCount: 1,
    omittedCountIsKept: true,
  },
};

export const ecsDialect = (type: string): EcsDialect => (Object.hasOwn(dialects, type) ? dialects[type] : undefined) ?? aws;
