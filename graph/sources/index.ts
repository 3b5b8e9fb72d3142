export { graphFromExport } from "./export";
export { graphFromBytes, graphFromFile } from "./file";
export { graphFromPlan } from "./plan";
export { graphFromPolicyPack, PolicyPackSource } from "./policy-pack";
export { graphFromPreview } from "./preview";
export { SourceError, type FileKind } from "./source-error";
