declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

export type Seconds = Branded<"seconds">;
/** 70 means 70 %. */
export type Percent = Branded<"percent">;
/** US dollars. */
export type Usd = Branded<"USD">;
export type VCpu = Branded<"vCPU">;
export type MiB = Branded<"MiB">;

export const seconds = (n: number): Seconds => n as Seconds;
export const percent = (n: number): Percent => n as Percent;
export const usd = (n: number): Usd => n as Usd;
export const vcpu = (n: number): VCpu => n as VCpu;
export const mib = (n: number): MiB => n as MiB;
