export { parameterGroupOf } from "./cache-engines";
export { cacheShape } from "./cache-shape";
export type { CacheShape } from "./cache-shape";
export {
  deadLetterOf,
  failedOf,
  LIVE,
  names,
  queueVariable,
  secretArnVariable,
  secretKeyVariable,
  variableOf,
  targetGroupLogicalName,
} from "./names";
export type { QueueKind, Where } from "./names";
export { shieldFor } from "./origin-shield";
export { renderProblems } from "./problems";
export type { Problem, Segments } from "./problems";
export { privateServices } from "./private-services";
export { queueTimes } from "./queue-times";
export { patternsOf, priorityOf } from "./routing";
export type {
  AuditConfig,
  BrokerConfig,
  BudgetConfig,
  CacheConfig,
  CdnConfig,
  ConnectionConfig,
  FunctionConfig,
  HttpApiConfig,
  HttpConfig,
  NatsConfig,
  NetworkConfig,
  ProvisionedConfig,
  QueueConfig,
  RabbitConfig,
  ScaleConfig,
  ScheduleConfig,
  ServiceConfig,
  SloConfig,
  StackConfig,
  Tier,
  WafConfig,
} from "./stack-schema";
export type { CpuUnits, Days, MiB, Percent, Seconds, Usd } from "./units";
export { clock, dailyWindowAfter, windowOf } from "./weekly";
export type { Weekly } from "./weekly";
export { validate, whereOf } from "./validate";
export type { Validation } from "./validate";
