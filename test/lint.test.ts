import assert from "node:assert/strict";
import { ESLint } from "eslint";
import typescript from "typescript-eslint";

/** The repository's own configuration, without what needs the types of a file that is not on disk. */
const eslint = new ESLint({
  overrideConfig: {
    files: ["**/*.ts"],
    ...typescript.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false } },
  },
});

/** What the linter says about this text, were it that file: `rule: message`. */
async function lint(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

interface Case {
  readonly title: string;
  readonly file: string;
  readonly text: string;
  readonly says: readonly string[];
}

const path = (imported: string, rule: string): string =>
  `import-x/no-restricted-paths: Unexpected path "${imported}" imported in restricted zone. ${rule}`;
const packages = (name: string, message: string): string =>
  `@typescript-eslint/no-restricted-imports: '${name}' import is restricted from being used by a pattern. ${message}`;
const syntax = (message: string): string => `no-restricted-syntax: ${message}`;

const pure = "Pure code imports nothing but this repository's own code.";
const policySdk = "Only policies/index.ts and policies/decoding.ts load the policy SDK.";
const wire = "Only graph/recorder speaks gRPC.";
const sdks = "The program and the recorder alone load Pulumi's SDKs: everything else reads a graph.";
const onlyByReason = syntax('No test is left out by hand: call skip(this, "reason") of test/skip.ts.');
const unused = 'import { x } from "{}";\nexport const y = x;\n';
const use = (from: string): string => unused.replace("{}", from);

const cases: readonly Case[] = [
  {
    title: "the graph does not know the model",
    file: "graph/new.ts",
    text: use("../model"),
    says: [path("../model", "graph may import: graph.")],
  },
  { title: "the model reads the graph", file: "model/new.ts", text: use("../graph"), says: [] },
  {
    title: "the model does not know the rules",
    file: "model/new.ts",
    text: use("../policies/rule"),
    says: [path("../policies/rule", "model may import: model, graph.")],
  },
  {
    title: "a direction holds for types too",
    file: "graph/new.ts",
    text: 'import type { ScalingModel } from "../model";\nexport type M = ScalingModel;\n',
    says: [path("../model", "graph may import: graph.")],
  },
  {
    title: "the configuration stands apart",
    file: "config/new.ts",
    text: use("../model"),
    says: [path("../model", "config may import: config.")],
  },
  {
    title: "components do not know that they are judged",
    file: "components/new.ts",
    text: use("../policies/rule"),
    says: [path("../policies/rule", "components may import: components, config.")],
  },
  { title: "the model reads no files", file: "model/new.ts", text: use("node:fs"), says: [packages("node:fs", pure)] },
  { title: "nor under the old name", file: "model/new.ts", text: use("fs"), says: [packages("fs", pure)] },
  { title: "a rule knows no SDK", file: "policies/rules/new.ts", text: use("@pulumi/aws"), says: [packages("@pulumi/aws", pure)] },
  { title: "nor does the judge", file: "policies/judge.ts", text: use("@pulumi/policy"), says: [packages("@pulumi/policy", pure)] },
  { title: "the pack loads the policy SDK", file: "policies/index.ts", text: use("@pulumi/policy"), says: [] },
  { title: "its parts do not", file: "policies/pack.ts", text: use("@pulumi/policy"), says: [packages("@pulumi/policy", policySdk)] },
  { title: "a report does not", file: "report/new.ts", text: use("@pulumi/policy"), says: [packages("@pulumi/policy", policySdk)] },
  {
    title: "its types are free",
    file: "graph/sources/new.ts",
    text: 'import type { PolicyResource } from "@pulumi/policy";\nexport type P = PolicyResource;\n',
    says: [],
  },
  { title: "the recorder speaks gRPC", file: "graph/recorder/new.ts", text: use("@grpc/grpc-js"), says: [] },
  { title: "a source does not", file: "graph/sources/new.ts", text: use("@grpc/grpc-js"), says: [packages("@grpc/grpc-js", wire)] },
  {
    title: "a component does not",
    file: "components/new.ts",
    text: use("@pulumi/pulumi/proto/provider_grpc_pb"),
    says: [packages("@pulumi/pulumi/proto/provider_grpc_pb", wire)],
  },
  { title: "a component loads the SDKs", file: "components/new.ts", text: use("@pulumi/aws"), says: [] },
  { title: "the command line does not", file: "cli/new.ts", text: use("@pulumi/pulumi"), says: [packages("@pulumi/pulumi", sdks)] },
  {
    title: "no file imports itself by way of another",
    file: "model/units.ts",
    text: use("./index"),
    says: ["import-x/no-cycle: Dependency cycle detected"],
  },
  {
    title: "no clock in pure code",
    file: "model/new.ts",
    text: "export const a = [new Date(), Date.now(), Date()];\n",
    says: Array<string>(3).fill(syntax("Time is an argument: no clock here.")),
  },
  { title: "a given instant is data", file: "model/new.ts", text: 'export const a = new Date("2026-01-01T00:00:00Z");\n', says: [] },
  {
    title: "no chance in pure code",
    file: "model/new.ts",
    text: "export const a = Math.random();\n",
    says: [syntax("Chance is an argument: no dice here.")],
  },
  {
    title: "pure code reads no environment",
    file: "policies/rules/new.ts",
    text: "export const a = process.env.HOME;\n",
    says: ["no-restricted-globals: Unexpected use of 'process'. Pure code reaches nothing outside its arguments."],
  },
  {
    title: "nothing turns an unknown into 0",
    file: "model/new.ts",
    text: "export const a = (b: number | undefined, c: unknown): number[] => [b ?? 0, c as number, b!];\n",
    says: [
      syntax("An unknown is not 0: keep it a Maybe."),
      syntax("Open a Maybe with the functions of graph/maybe.ts, not with a cast."),
      syntax("Say what holds when it is absent."),
    ],
  },
  {
    title: "what was handed in stays as it was",
    file: "model/new.ts",
    text: "export function a(b: { c: number }): void {\n  b.c = 1;\n}\n",
    says: ["no-param-reassign: Assignment to property of function parameter 'b'."],
  },
  {
    title: "no any",
    file: "cli/new.ts",
    text: "export const a = (b: any): unknown => b;\n",
    says: ["@typescript-eslint/no-explicit-any: Unexpected any. Specify a different type."],
  },
  {
    title: "no error is dropped",
    file: "cli/new.ts",
    text: "export function a(b: () => void): void {\n  try {\n    b();\n  } catch {\n    // nothing\n  }\n}\n",
    says: [syntax("A caught error is handled or thrown again, never dropped.")],
  },
  {
    title: "no rule is switched off in a file",
    file: "model/new.ts",
    text: "// eslint-disable-next-line\nexport const a = Math.random();\n",
    says: [
      "null: '// eslint-disable-next-line' has no effect because you have 'noInlineConfig' setting in your config.",
      syntax("Chance is an argument: no dice here."),
    ],
  },
  {
    title: "no test is left out by hand",
    file: "test/new.test.ts",
    text: 'it.only("a", () => undefined);\nit.skip("b", function () {\n  this.skip();\n});\n',
    says: [onlyByReason, onlyByReason, onlyByReason],
  },
  {
    title: "only a command prints",
    file: "graph/new.ts",
    text: 'console.log("a");\n',
    says: ["no-console: Unexpected console statement."],
  },
];

describe("the lint rules", function () {
  this.timeout(60_000);
  for (const { title, file, text, says } of cases)
    it(`${title} (${file})`, async () => {
      assert.deepEqual(await lint(file, text), says);
    });
});
