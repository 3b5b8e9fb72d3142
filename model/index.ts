export * from "./read";
export * from "./scaling-model";
export * from "./units";
