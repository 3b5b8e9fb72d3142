import { layers, places, pure } from "./layers.mjs";

const list = (names) => names.join(", ");

/** One configuration per layer: what it may import of this repository. */
export const directions = layers.map(({ name, files, mayImport }) => ({
  name: `headroom/directions of ${name}`,
  files,
  rules: {
    "import-x/no-restricted-paths": [
      "error",
      { zones: [{ target: ".", from: ".", except: ["node_modules", ...mayImport], message: `${name} may import: ${list(mayImport)}.` }] },
    ],
  },
}));

/** One configuration per place: the packages that it may not load. */
export const packages = places.map(({ files, ignores = [], closed }) => ({
  name: `headroom/packages of ${list(files)}`,
  files,
  ignores,
  rules: {
    "@typescript-eslint/no-restricted-imports": ["error", { patterns: closed.map((guard) => ({ ...guard, allowTypeImports: true })) }],
  },
}));

/** Constructs that no file uses. */
const everywhere = [
  { selector: "CatchClause[body.body.length=0]", message: "A caught error is handled or thrown again, never dropped." },
  {
    selector: "CallExpression[callee.property.name=/^(only|skip)$/]",
    message: 'No test is left out by hand: call skip(this, "reason") of test/skip.ts.',
  },
];

/** Between a resource and a verdict an unknown stays unknown. */
const unknownStays = [
  { selector: "LogicalExpression[operator='??'] > Literal.right[value=0]", message: "An unknown is not 0: keep it a Maybe." },
  { selector: "TSAsExpression > TSNumberKeyword", message: "Open a Maybe with the functions of graph/maybe.ts, not with a cast." },
  { selector: "TSNonNullExpression", message: "Say what holds when it is absent." },
];

/** What would make the same model give two answers. */
const clockAndChance = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Time is an argument: no clock here." },
  { selector: "CallExpression[callee.name='Date']", message: "Time is an argument: no clock here." },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: "Time is an argument: no clock here." },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: "Chance is an argument: no dice here." },
  { selector: "ImportExpression", message: "Pure code loads nothing while it runs." },
];

/** Globals that reach outside. */
const outside = [
  "console",
  "process",
  "require",
  "performance",
  "crypto",
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "globalThis",
].map((name) => ({ name, message: "Pure code reaches nothing outside its arguments." }));

/** All of the above for the pure folders, and no package at all. */
export const purity = {
  name: "headroom/pure",
  ...pure,
  rules: {
    "@typescript-eslint/no-restricted-imports": [
      "error",
      { patterns: [{ regex: "^[^.]", message: "Pure code imports nothing but this repository's own code." }] },
    ],
    "no-restricted-globals": ["error", ...outside],
    "no-restricted-syntax": ["error", ...everywhere, ...unknownStays, ...clockAndChance],
    "no-param-reassign": ["error", { props: true }],
  },
};

export const habits = {
  name: "headroom/habits",
  files: ["**/*.ts"],
  rules: {
    eqeqeq: "error",
    "no-restricted-syntax": ["error", ...everywhere],
    "@typescript-eslint/consistent-type-imports": "error",
    "@typescript-eslint/no-require-imports": ["error", { allowAsImport: true }],
    "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    "import-x/no-cycle": ["error", { ignoreExternal: true }],
    "import-x/no-duplicates": "error",
    // A wrapped or replaced method is called as it was before: only its author can tell.
    "@typescript-eslint/unbound-method": "off",
    // Control characters are taken out of what foreign programs print.
    "no-control-regex": "off",
  },
};

/** Generated gRPC code and foreign JSON carry `any`; there nothing but the word itself is refused. */
export const foreign = {
  name: "headroom/foreign values",
  files: ["graph/**/*.ts", "test/**/*.ts", "policies/decoding.ts"],
  rules: Object.fromEntries(
    ["assignment", "argument", "call", "member-access", "return"].map((use) => [`@typescript-eslint/no-unsafe-${use}`, "off"]),
  ),
};

/** A Pulumi program makes resources that no later line reads, and some of these do on purpose what one should not. */
export const programs = {
  name: "headroom/programs",
  files: ["examples/**", "test/**/programs/**"],
  rules: Object.fromEntries(
    ["no-unused-vars", ...["no-unused-vars", "no-floating-promises", "require-await"].map((rule) => `@typescript-eslint/${rule}`)].map(
      (rule) => [rule, "off"],
    ),
  ),
};

/** The one place that leaves a test out, and says why. */
export const skipping = { name: "headroom/skip", files: ["test/skip.ts"], rules: { "no-restricted-syntax": "off" } };

/** Only what a person starts in a terminal prints by itself. */
export const silence = {
  name: "headroom/silence",
  files: ["**/*.ts"],
  ignores: ["cli/**", "test/**", "tools/**"],
  rules: { "no-console": "error" },
};
