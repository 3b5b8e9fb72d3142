/** A map without a prototype: a property called `constructor` is there only when the source has it. */
export const bareMap = <T>(): Record<string, T> => Object.create(null) as Record<string, T>;
