import { FLOORS } from "./lint/floors.mjs";

/** The folder of a floor, or the one file. */
const place = (folder) => (folder.includes(".") ? `^${folder.replace(".", "[.]")}$` : `^${folder}/`);

const everywhere = FLOORS.map(({ folder }) => place(folder)).join("|");

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circle",
      comment: "Two files that import each other, types included, cannot be read one after the other.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    ...FLOORS.map(({ folder, imports }) => ({
      name: `floor-${folder}`,
      comment: `${folder} may import ${imports.join(", ") || "nothing else of the project"}: see lint/floors.mjs.`,
      severity: "error",
      from: { path: place(folder) },
      to: { path: everywhere, pathNot: [folder, ...imports].map(place) },
    })),
    {
      name: "no-code-beside-the-floors",
      comment: "A folder that is on no floor would be a way round all of them: add it to lint/floors.mjs.",
      severity: "error",
      from: { path: everywhere },
      to: { pathNot: `${everywhere}|^node_modules/|^__tests__/|^package[.]json$`, dependencyTypes: ["local"] },
    },
    {
      name: "no-module-in-module",
      comment: "Stacks connect modules. What two modules need is in modules/parts.",
      severity: "error",
      from: { path: "^modules/([^/]+)/" },
      to: { path: "^modules/", pathNot: "^modules/(?:$1|parts)/" },
    },
    {
      name: "parts-know-no-module",
      comment: "modules/parts is below the modules.",
      severity: "error",
      from: { path: "^modules/parts/" },
      to: { path: "^modules/(?!parts/)" },
    },
    {
      name: "definition-knows-no-environment",
      comment: "environments/definition is what environments are written with; the files beside it may be anything.",
      severity: "error",
      from: { path: "^environments/definition/" },
      to: { path: "^environments/(?!definition/)" },
    },
    {
      name: "no-test-in-the-product",
      comment: "Tests look at the product, and never the other way round.",
      severity: "error",
      from: { pathNot: "^__tests__/" },
      to: { path: "^__tests__/" },
    },
  ],
  options: {
    // Imports of types count: who reads a file must know what it speaks of.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?:node_modules|terraform|build|dist|cdktf[.]out)" },
  },
};
