export * from "./maybe";
export * from "./resource-graph";
export * from "./value";
