import eslint from "@eslint/js";
import prettier from "eslint-config-prettier";
import tseslint from "typescript-eslint";
import noBranchingOnExpression from "./lint/no-branching-on-expression.mjs";

const PROVIDER = {
  name: "@cdktf/provider-aws",
  message: "The barrel loads 2135 files (1.8 GB in jest): import from @cdktf/provider-aws/lib/<resource>.",
};

/** Parts of cdktf 0.21 that give silently wrong output, each with what to use instead. */
const TRAPS = [
  {
    names: ["Fn", "Op", "conditional"],
    use: "tf`...` of the kernel: these lose falsy operands and do not escape quotes",
  },
  { names: ["TerraformIterator", "TerraformCount"], use: "forEach and when of the kernel" },
  { names: ["TerraformVariable"], use: "inputs(...) of the kernel: cdktf renames the keys of a map's default" },
  { names: ["TerraformOutput"], use: "Stack.addOutput of the kernel: cdktf drops an output's precondition" },
  { names: ["Testing"], use: "__tests__/synthesis.ts: Testing.synth hides references between stacks" },
  { names: ["DataResource"], use: "TerraformData of the kernel: cdktf's runs terraform version at every synthesis" },
].map(({ names, use }) => ({ name: "cdktf", importNames: names, message: `Use ${use}.` }));

const property = (object, name, message) => ({ object, property: name, message });
const NONDETERMINISM = [
  property("process", "env", "Only main.ts reads the environment: pass plain data down."),
  property("Math", "random", "The same input must give the same bytes."),
  property("Date", "now", "The same input must give the same bytes."),
];
const SYNTAX = [
  { selector: "NewExpression[callee.name='Date']", message: "The same input must give the same bytes: no clock." },
  {
    selector: "CallExpression[callee.property.name='overrideLogicalId']",
    message: "It is ignored, without a word, once an attribute was read: ids are names, see kernel/stack.ts.",
  },
  {
    selector: "Property[key.name='replaceTriggeredBy'] > ArrayExpression > :not(TemplateLiteral, Literal)",
    message:
      "cdktf writes an invalid reference: give `${resource.terraformResourceType}.${resource.friendlyUniqueId}`.",
  },
];

/** What is synthesized: the same input gives the same bytes. Commands, the drill and the emulator run programs and look at clocks. */
const PURE = ["kernel", "modules", "recovery", "environments", "wiring", "promises", "dr", "stacks"].map(
  (folder) => `${folder}/**/*.ts`,
);

/** A hash is the same for the same; all else of it is random. */
const HASHES_ONLY = { name: "node:crypto", allowImportNames: ["createHash"] };

export default tseslint.config(
  { ignores: ["node_modules/", "**/build/", "dist/", "cdktf.out*/", "**/.venv*/"] },
  eslint.configs.recommended,
  { rules: { "no-restricted-imports": ["error", { paths: [PROVIDER] }] } },
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // A template literal is how an expression gets into a string.
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/no-base-to-string": "off",
    },
  },
  {
    files: PURE,
    rules: {
      "no-restricted-imports": ["error", { paths: [PROVIDER, ...TRAPS, { name: "crypto" }, HASHES_ONLY] }],
      "no-restricted-properties": ["error", ...NONDETERMINISM],
      "no-restricted-syntax": ["error", ...SYNTAX],
    },
  },
  {
    // The kernel is what stands between the rest and cdktf.
    files: ["kernel/stack.ts"],
    rules: { "no-restricted-imports": ["error", { paths: [PROVIDER] }] },
  },
  {
    files: ["modules/**/*.ts"],
    plugins: { holdfast: { rules: { "no-branching-on-expression": noBranchingOnExpression } } },
    rules: {
      "holdfast/no-branching-on-expression": "error",
      "no-restricted-properties": [
        "error",
        ...NONDETERMINISM,
        property("JSON", "stringify", "It writes tokens as placeholders: use json(...) of the kernel."),
      ],
    },
  },
  {
    // tf`...` takes the type of the place where it is used, and cdktf's resolved output has none.
    files: [...PURE, "__tests__/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    // A test of bad input writes what no type allows.
    files: ["__tests__/**/*.ts"],
    rules: { "@typescript-eslint/no-unsafe-member-access": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: {
      globals: { console: "readonly", process: "readonly", setTimeout: "readonly", Buffer: "readonly" },
    },
  },
  prettier,
);
