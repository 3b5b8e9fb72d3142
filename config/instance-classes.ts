/** The size of a database instance: `db.r6g.large` is 2 vCPU and 16 GiB. */
export interface InstanceClass {
  readonly name: string;
  readonly vcpu: number;
  /** GiB. */
  readonly memory: number;
}

/** vCPU and GiB of the burstable classes. */
const BURSTABLE: Readonly<Record<string, readonly [number, number]>> = {
  micro: [2, 1],
  small: [2, 2],
  medium: [2, 4],
  large: [2, 8],
  xlarge: [4, 16],
  "2xlarge": [8, 32],
};

/** vCPU of the other classes. */
const VCPU: Readonly<Record<string, number>> = {
  large: 2,
  xlarge: 4,
  "2xlarge": 8,
  "4xlarge": 16,
  "8xlarge": 32,
  "12xlarge": 48,
  "16xlarge": 64,
};

/** GiB of memory for each vCPU, by family. */
const MEMORY: Readonly<Record<string, number>> = { m6g: 4, m7g: 4, m6i: 4, r6g: 8, r7g: 8, r6i: 8 };

/**
 * The classes whose size is known here, and which can be written for that reason: connections and memory are counted with it.
 * Source: Amazon RDS user guide, "Hardware specifications for DB instance classes", read 2026-11-25.
 */
export function instanceClassOf(name: string): InstanceClass | undefined {
  const [, family = "", size = ""] = /^db\.([a-z0-9]+)\.([a-z0-9]+)$/.exec(name) ?? [];
  const [vcpu, memory] = (family === "t4g" || family === "t3" ? own(BURSTABLE, size) : fixed(family, size)) ?? [];
  return vcpu === undefined || memory === undefined ? undefined : { name, vcpu, memory };
}

function fixed(family: string, size: string): readonly [number, number] | undefined {
  const [vcpu, each] = [own(VCPU, size), own(MEMORY, family)];
  return vcpu === undefined || each === undefined ? undefined : [vcpu, vcpu * each];
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(table, key) ? table[key] : undefined);

/** What may be written, for people. */
export const INSTANCE_CLASSES = `a class of db.t3 or db.t4g (${Object.keys(BURSTABLE).join(", ")}), or ${Object.keys(MEMORY)
  .map((family) => `db.${family}`)
  .join(", ")} (${Object.keys(VCPU).join(", ")}), such as "db.r6g.large"`;
