import { addressesTwice, burstBelowMonthly } from "./checks/budget";
import { composedNames, reservedKeys } from "./checks/names";
import { namesOfDeadLetterQueues, queueReferences, queuesThatNobodyShares } from "./checks/queues";
import { pathsTwice, zonesForLoadBalancer } from "./checks/routes";
import { bounds, metrics } from "./checks/scale";
import { variablesTwice } from "./checks/variables";
import type { Where } from "./names";
import { entriesOf } from "./raw";
import type { Raw } from "./raw";
import type { Said } from "./sentences";

/**
 * What one value says about another. Each check reads the values as they were written and says nothing where one of them is missing
 * or wrong in itself, so that all problems of a file appear at once.
 */
export const crossChecks = (raw: Raw, where: Where): readonly Said[] => [
  ...reservedKeys(raw, []),
  ...burstBelowMonthly(raw),
  ...addressesTwice(raw),
  ...zonesForLoadBalancer(raw),
  ...entriesOf(raw.services).flatMap(([service, value]) => [
    ...bounds(value, ["services", service, "scale"]),
    ...metrics(value, ["services", service, "scale", "on"]),
    ...queueReferences(raw, service, value),
    ...variablesTwice(service, value),
  ]),
  ...pathsTwice(raw),
  ...queuesThatNobodyShares(raw),
  ...namesOfDeadLetterQueues(raw),
  ...composedNames(raw, where),
];
