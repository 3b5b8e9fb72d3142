/**
 * E16. Each task of the gateway opens shards 0 to 24. The platform that it connects to leaves sharding "entirely
 * controlled by an app": a second task that CPU adds opens the same 25 shards again and pushes the first one off them.
 * The number of tasks has to follow the number of shards.
 * To be caught by stateful-service-not-cpu-scaled.
 */
import { soundBudget, soundService, track } from "../sound";

soundBudget("e16");
const { target } = soundService("e16-gateway", { min: 1, max: 4 }, { SHARDS_PER_INSTANCE: "25" });
track("e16-gateway-cpu", target, "ECSServiceAverageCPUUtilization", 70);
track("e16-gateway-memory", target, "ECSServiceAverageMemoryUtilization", 80);
