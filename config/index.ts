export { deadLetterOf, names, queueVariable, variableOf, targetGroupLogicalName } from "./names";
export type { QueueKind, Where } from "./names";
export { renderProblems } from "./problems";
export type { Problem, Segments } from "./problems";
export { queueTimes } from "./queue-times";
export { patternsOf, priorityOf } from "./routing";
export type {
  BudgetConfig,
  ConnectionConfig,
  HttpConfig,
  NetworkConfig,
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
