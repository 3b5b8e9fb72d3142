import { limits } from "../limits";
import { RANDOM_SUFFIX, targetGroupLogicalName } from "../names";
import { name } from "../values";

/** A service; its target group is named after it. */
export const serviceName = () => name(limits.targetGroupName - RANDOM_SUFFIX - targetGroupLogicalName("").length);

/** A database, cache or broker, whose identifier and variables are made from its name. */
export const endpointName = () => name(limits.endpointName);

/** Room is left for the project, the stack and `-dead-letter`; what they make together is checked by itself. */
export const queueName = () => name(50);
