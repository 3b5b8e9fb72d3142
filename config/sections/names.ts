import { limits } from "../limits";
import { RANDOM_SUFFIX, targetGroupLogicalName } from "../names";
import { name } from "../values";

/** A service; its target group is named after it. */
export const serviceName = () => name(limits.targetGroupName - RANDOM_SUFFIX - targetGroupLogicalName("").length);

/** Room is left for the project, the stack and `-dead-letter`; what they make together is checked by itself. */
export const queueName = () => name(50);

/** A database, a cache or a broker. */
export const endpointName = () => name(limits.endpointName);
/** A function; what the project and the stack make of it is checked by itself. */
export const functionName = () => name(40);
