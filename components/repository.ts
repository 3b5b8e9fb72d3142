import * as ecr from "@pulumi/aws/ecr";
import type * as pulumi from "@pulumi/pulumi";
import { names } from "../config";
import { Part } from "./part";
import type { Scope } from "./scope";

interface RepositoryArgs {
  readonly configPath: string;
  /** Images that stay, the newest ones. */
  readonly keep: number;
  readonly scope: Scope;
}

/**
 * A repository of ECR for the images of one gateway: encrypted, scanned as they come in, and with tags that never change their image.
 * It keeps the newest images, and what has no tag for a week.
 */
export class Repository extends Part {
  readonly arn: pulumi.Output<string>;
  /** Where images are pushed to: `<account>.dkr.ecr.<region>.amazonaws.com/<name>`. */
  readonly url: pulumi.Output<string>;

  constructor(name: string, { configPath, keep, scope }: RepositoryArgs, options: pulumi.ComponentResourceOptions) {
    super("Repository", name, configPath, options);
    const child = { parent: this };

    const repository = new ecr.Repository(
      name,
      {
        name: names.repository(scope.where, name),
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        // With the key that AWS keeps for ECR: whoever may pull needs no permission for it.
        encryptionConfigurations: [{ encryptionType: "KMS" }],
        forceDelete: !scope.protection.deletionProtection,
        tags: scope.tags(name),
      },
      child,
    );
    new ecr.LifecyclePolicy(`${name}-lifecycle`, { repository: repository.name, policy: JSON.stringify(lifecycle(keep)) }, child);

    this.arn = repository.arn;
    this.url = repository.repositoryUrl;
    this.registerOutputs({ url: this.url });
  }
}

const lifecycle = (keep: number) => ({
  rules: [
    {
      rulePriority: 1,
      description: "Images without a tag go after a week",
      selection: { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 7 },
      action: { type: "expire" },
    },
    {
      rulePriority: 2,
      description: `The newest ${keep} images stay`,
      selection: { tagStatus: "tagged", tagPatternList: ["*"], countType: "imageCountMoreThan", countNumber: keep },
      action: { type: "expire" },
    },
  ],
});
