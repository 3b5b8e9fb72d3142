import type { Registered } from "../../components/registered";
import { requirements } from "./requirements";

/** What resources must hold and do not. */
export const holdFaults = (all: readonly Registered[]): readonly string[] =>
  all.flatMap((resource) =>
    (requirements[resource.type] ?? [])
      .filter(({ holds }) => !holds(resource.inputs, resource, all))
      .map(({ otherwise }) => `${resource.type}::${resource.name} ${otherwise}`),
  );
