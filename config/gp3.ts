/**
 * Storage of the kind gp3 of RDS for PostgreSQL and MySQL: what is included by size, and what may be asked for. Source: Amazon RDS user
 * guide, "Amazon RDS DB instance storage", gp3 storage, read 2026-11-25.
 */
export const gp3 = {
  /** GiB from which the storage is spread over four volumes. */
  striped: 400,
  below: { iops: 3_000, throughput: 125 },
  from: { iops: 12_000, throughput: 500 },
  /** MiB a second for each I/O operation a second, at most. */
  throughputPerIops: 0.25,
  /** I/O operations a second for each MiB a second, at most, of MySQL only. */
  mysqlIopsPerThroughput: 64,
  /** The maximum of growing storage is at least so many percent above what it begins with. "Managing capacity automatically". */
  growth: 10,
} as const;
