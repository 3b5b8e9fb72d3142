import eslint from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import typescript from "typescript-eslint";
import { directions, foreign, habits, packages, programs, purity, silence, skipping } from "./tools/lint/rules.mjs";

/** What Node.js itself defines. */
const runtime = Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, "readonly"]));

export default defineConfig(
  globalIgnores(["dist/", "coverage/", "**/node_modules/", "test/**/fixtures/"]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } },
  eslint.configs.recommended,
  { name: "headroom/scripts", files: ["**/*.mjs"], languageOptions: { globals: runtime } },
  {
    name: "headroom/common scripts",
    files: ["**/*.{js,cjs}"],
    languageOptions: { sourceType: "commonjs", globals: { ...runtime, __dirname: "readonly", __filename: "readonly" } },
  },
  {
    name: "headroom/typescript",
    files: ["**/*.ts"],
    extends: [typescript.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    settings: {
      "import-x/extensions": [".ts"],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts"] },
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".js", ".json"] })],
    },
  },
  habits,
  foreign,
  silence,
  directions,
  packages,
  purity,
  programs,
  skipping,
);
