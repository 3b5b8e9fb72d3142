export { databaseEngines, engineVersionOf, isExact, parameterFamilyOf } from "./database-engines";
export type { EngineName } from "./database-engines";
export type { InstanceClass } from "./instance-classes";
export { hasInsights } from "./database-insights";
export { connectionsOfInstance, maxConnectionsOf } from "./max-connections";
export { deadLetterOf, names, queueVariable, variableOf, targetGroupLogicalName } from "./names";
export type { QueueKind, Where } from "./names";
export { renderProblems } from "./problems";
export type { Problem, Segments } from "./problems";
export { queueTimes } from "./queue-times";
export { patternsOf, priorityOf } from "./routing";
export type {
  AuroraConfig,
  BudgetConfig,
  ConnectionConfig,
  DatabaseConfig,
  HttpConfig,
  InstanceConfig,
  NetworkConfig,
  ProxyConfig,
  QueueConfig,
  ScaleConfig,
  ScheduleConfig,
  ServiceConfig,
  SloConfig,
  StackConfig,
  Tier,
  WafConfig,
} from "./stack-schema";
export type { CpuUnits, Days, MiB, Percent, Seconds, Usd } from "./units";
export { validate, whereOf } from "./validate";
export type { Validation } from "./validate";
