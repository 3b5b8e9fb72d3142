export * from "./scaling-model";
export * from "./units";
