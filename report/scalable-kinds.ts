import type { Owner } from "../model";

/** The kind of a scalable in a person's words. */
export function kindOf(owner: Owner): string {
  switch (owner.kind) {
    case "ecs service":
      return "ECS service";
    case "provisioned concurrency":
      return "provisioned Lambda";
    case "aurora capacity":
      return "Aurora capacity";
    case "aurora readers":
      return "Aurora readers";
    case "read replicas":
    case "cache replicas":
    case "cache shards":
    case "node group":
    case "table capacity":
      return owner.kind;
    case "kubernetes workload":
      return "Kubernetes workload";
    case "other":
      return owner.dimension.known ? owner.dimension.value : "unknown kind";
    default:
      return never(owner);
  }
}

const never = (owner: never): never => owner;
