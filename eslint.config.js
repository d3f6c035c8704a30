import tseslint from "typescript-eslint";

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Time is an argument.",
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Time is an argument." },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: "Randomness is an argument.",
  },
];
const noDefaultExport = { selector: "ExportDefaultDeclaration", message: "Exports are named." };

export default tseslint.config(
  { ignores: ["dist/", "coverage/", ".detectql/", "src/store/generated/", "node_modules/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "no-restricted-syntax": ["error", noDefaultExport],
      "max-params": ["error", 4],
    },
  },
  {
    files: ["src/**/*.ts"],
    rules: {
      "max-lines": ["error", { max: 400, skipBlankLines: false, skipComments: false }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ["src/attack/enterprise.ts"], rules: { "max-lines": "off" } },
  {
    files: ["src/{std,attack,sigma,event,lint,engine}/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", noDefaultExport, ...clock] },
  },
  // supertest types every answer's body as any; the assertions that follow say what it is.
  { files: ["test/**/*.ts"], rules: { "@typescript-eslint/no-unsafe-assignment": "off" } },
  { files: ["vitest.config.ts", "prisma.config.ts"], rules: { "no-restricted-syntax": "off" } },
);
