/**
 * Who may import whom. A folder that is not listed (test, tools) may import anything.
 *
 * @typedef {object} Layer
 * @property {string} name
 * @property {string[]} files
 * @property {string[]} mayImport Folders and files of this repository, its own among them.
 */

/** @type {Layer[]} */
export const layers = [
  { name: "graph", files: ["graph/**/*.ts"], mayImport: ["graph"] },
  { name: "model", files: ["model/**/*.ts"], mayImport: ["model", "graph"] },
  { name: "cost", files: ["cost/**/*.ts"], mayImport: ["cost", "model", "graph"] },
  { name: "simulation", files: ["simulation/**/*.ts"], mayImport: ["simulation", "model", "graph"] },
  { name: "policies", files: ["policies/**/*.ts"], mayImport: ["policies", "model", "graph"] },
  { name: "report", files: ["report/**/*.ts"], mayImport: ["report", "policies", "cost", "simulation", "model", "graph"] },
  { name: "operations", files: ["operations/**/*.ts"], mayImport: ["operations", "policies", "cost", "simulation", "model", "graph"] },
  {
    name: "cli",
    files: ["cli/**/*.ts"],
    mayImport: ["cli", "report", "operations", "policies", "cost", "simulation", "model", "graph", "config", "package.json"],
  },
  { name: "config", files: ["config/**/*.ts"], mayImport: ["config"] },
  { name: "components", files: ["components/**/*.ts"], mayImport: ["components", "config"] },
  { name: "the program", files: ["index.ts"], mayImport: ["components", "config"] },
];

/** Nothing but their own code: no package, no clock, no chance, no files, no network. */
export const pure = {
  files: ["model/**/*.ts", "cost/**/*.ts", "simulation/**/*.ts", "policies/**/*.ts"],
  /** The files that meet Pulumi's policy SDK. */
  ignores: ["policies/index.ts", "policies/decoding.ts", "policies/pack.ts"],
};

/** Packages that only some files may load while running; their types may be imported wherever code is not pure. */
const policySdk = {
  group: ["@pulumi/policy", "@pulumi/policy/**"],
  message: "Only policies/index.ts and policies/decoding.ts load the policy SDK.",
};
const wire = {
  group: ["@grpc/**", "google-protobuf", "google-protobuf/**", "@pulumi/pulumi/proto/**"],
  message: "Only graph/recorder speaks gRPC.",
};
const sdks = {
  group: [
    "@pulumi/pulumi",
    "@pulumi/pulumi/**",
    "!@pulumi/pulumi/proto/**",
    "@pulumi/aws",
    "@pulumi/aws/**",
    "@pulumi/aws-native",
    "@pulumi/aws-native/**",
    "@pulumi/awsx",
    "@pulumi/awsx/**",
    "@pulumi/kubernetes",
    "@pulumi/kubernetes/**",
  ],
  message: "The program and the recorder alone load Pulumi's SDKs: everything else reads a graph.",
};

/** What is closed where; a later place stands for an earlier one. */
export const places = [
  { files: ["**/*.ts"], ignores: ["test/**", "tools/**"], closed: [policySdk, wire, sdks] },
  { files: ["graph/recorder/**/*.ts"], closed: [policySdk] },
  { files: ["index.ts", "components/**/*.ts", "config/**/*.ts", "examples/**/*.ts"], closed: [policySdk, wire] },
  { files: ["policies/index.ts", "policies/decoding.ts"], closed: [wire] },
];
