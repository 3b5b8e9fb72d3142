import type { EngineName } from "./database-engines";
import type { InstanceClass } from "./instance-classes";

/**
 * Sizes of MySQL that Database Insights does not watch. Source: Amazon RDS user guide, "Amazon RDS DB engine, Region, and instance class
 * support for Database Insights", read 2026-11-25.
 */
const WITHOUT: readonly string[] = ["db.t3.micro", "db.t3.small", "db.t4g.micro", "db.t4g.small"];

/** Can the load of an instance be looked into? */
export const hasInsights = (engine: EngineName, { name }: InstanceClass): boolean => engine !== "mysql" || !WITHOUT.includes(name);
