export { parameterGroupOf } from "./cache-engines";
export { cacheShape } from "./cache-shape";
export type { CacheShape } from "./cache-shape";
export { databaseEngines, engineVersionOf, isExact, parameterFamilyOf } from "./database-engines";
export type { EngineName } from "./database-engines";
export { hasInsights } from "./database-insights";
export type { InstanceClass } from "./instance-classes";
export { connectionsOfInstance, maxConnectionsOf } from "./max-connections";
export type { DashboardKind } from "./dashboard-kinds";
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
export { shieldFor } from "./origin-shield";
export { gatewayTasks, shardVariables } from "./shards";
export type { QueueKind, Resolution, Where } from "./names";
export { renderProblems } from "./problems";
export type { Problem, Segments } from "./problems";
export { privateServices } from "./private-services";
export { queueTimes } from "./queue-times";
export { patternsOf, priorityOf } from "./routing";
export type {
  AuditConfig,
  AuroraConfig,
  BrokerConfig,
  BudgetConfig,
  CacheConfig,
  CdnConfig,
  ConnectionConfig,
  DatabaseConfig,
  FunctionConfig,
  HttpApiConfig,
  GatewayConfig,
  HttpConfig,
  InstanceConfig,
  NatsConfig,
  NetworkConfig,
  ProvisionedConfig,
  ProxyConfig,
  QueueConfig,
  RabbitConfig,
  ScaleConfig,
  ScheduleConfig,
  ServiceConfig,
  SloConfig,
  StepsConfig,
  StackConfig,
  Tier,
  WafConfig,
} from "./stack-schema";
export type { CpuUnits, Days, MiB, Percent, Seconds, Usd } from "./units";
export { clock, dailyWindowAfter, windowOf } from "./weekly";
export type { Weekly } from "./weekly";
export { validate, whereOf } from "./validate";
export type { Validation } from "./validate";
