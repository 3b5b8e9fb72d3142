declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]: Name };

export type Seconds = Branded<"seconds">;
/** 70 means 70 %. */
export type Percent = Branded<"percent">;
export type VCpu = Branded<"vCPU">;
export type MiB = Branded<"MiB">;

export const seconds = (n: number): Seconds => n as Seconds;
export const percent = (n: number): Percent => n as Percent;
export const vcpu = (n: number): VCpu => n as VCpu;
export const mib = (n: number): MiB => n as MiB;
