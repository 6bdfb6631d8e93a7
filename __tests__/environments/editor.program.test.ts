import { relative, resolve } from "node:path";
import ts from "typescript";

/** An environment as somebody types it; it need not be whole, or right. */
const ENVIRONMENT = `
import { defineEnvironment } from "./definition";
export default defineEnvironment({
  application: "nimbus",
  network: { nat: "per_zone" },
  loadBalancer: { internal: false },
  firewall: { rateLimits: { api: { priority: 1, limit: 2000 } } },
  database: { instanceClass: "db.m7g.large", multiAz: true },
  cache: { users: { web: { auth: "iam" } } },
  storage: { uploads: { corsRules: { site: { allowedOrigins: [] } } } },
  recovery: { objectives: { rpo: 1800 }, snapshots: { every: "day" }, network: { nat: "none" }, services: { web: { cpu: 256 } } },
  services: {
    web: {
      scaling: { minimum: 2, cpu: { target: 70, scaleInCooldown: 300 } },
      routing: { priority: 100, health: { path: "/" } },
      secrets: { TOKEN: { jsonKey: "token" } },
      uses: { database: { iamUser: "web" } },
    },
  },
});
`;

const FILE = resolve("environments/as-typed.ts");

/** The language service that editors ask, over the files of this project. */
function languageService(): ts.LanguageService {
  const { config } = ts.readConfigFile("tsconfig.json", (path) => ts.sys.readFile(path)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, ".");
  const read = (path: string): string | undefined => (path === FILE ? ENVIRONMENT : ts.sys.readFile(path));
  return ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [FILE],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
    fileExists: (path) => path === FILE || ts.sys.fileExists(path),
    readFile: read,
    directoryExists: (path) => ts.sys.directoryExists(path),
    getDirectories: (path) => ts.sys.getDirectories(path),
  });
}

const service = languageService();
const program = service.getProgram() as ts.Program;

/** Where the name at the end of the path stands in the environment. */
function positionOf(path: string): number {
  let place: ts.Node = program.getSourceFile(FILE) as ts.SourceFile;
  for (const name of path.split(".")) place = propertyIn(place, name);
  return (place as ts.PropertyAssignment).name.getStart();
}

function propertyIn(node: ts.Node, name: string): ts.Node {
  const find = (child: ts.Node): ts.Node | undefined =>
    ts.isPropertyAssignment(child) ? (child.name.getText() === name ? child : undefined) : ts.forEachChild(child, find);
  const found = ts.forEachChild(node, find);
  if (!found) throw new Error(`The environment has no ${name}`);
  return found;
}

/** What an editor shows beside the name. */
function hover(path: string): string {
  const info = service.getQuickInfoAtPosition(FILE, positionOf(path));
  const tags = (info?.tags ?? []).map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`);
  return [ts.displayPartsToString(info?.documentation), ...tags].join("\n").replace(/\n/g, " ");
}

/** Where an editor goes from the name: each file, and the line there. */
function definitions(path: string): string[] {
  return (service.getDefinitionAtPosition(FILE, positionOf(path)) ?? []).map(({ fileName, textSpan }) => {
    const text = program.getSourceFile(fileName)?.text.slice(textSpan.start, textSpan.start + textSpan.length);
    return `${relative(process.cwd(), fileName)} ${text}`;
  });
}

const cases: readonly (readonly [path: string, shown: string, file: string])[] = [
  ["application", "Name of the application.", "environments/definition/schema/environment.ts"],
  ["network", "Inputs of the network module.", "environments/definition/schema/environment.ts"],
  ["network.nat", 'about 33 USD/month each.*@default "per_zone"', "modules/network/inputs.ts"],
  ["loadBalancer.internal", "Whether only the VPC.*@default false", "modules/load-balancer/inputs.ts"],
  ["firewall.rateLimits", "Most requests of one client.*@default {}", "modules/firewall/inputs/own-rules.ts"],
  ["firewall.rateLimits.api.limit", "AWS WAF takes 10 or more", "modules/firewall/inputs/own-rules.ts"],
  ["database.instanceClass", "Instance class, such as db.t4g.medium", "modules/database/inputs/engine.ts"],
  ["database.multiAz", "@default true", "modules/database/inputs/engine.ts"],
  ["cache.users", "Users by a name of your own", "modules/cache/inputs/access.ts"],
  ["cache.users.web.auth", '@default "iam"', "modules/cache/inputs/access.ts"],
  ["storage.uploads.corsRules", "which pages may reach the bucket.*@default {}", "modules/storage/inputs/access.ts"],
  ["storage.uploads.corsRules.site.allowedOrigins", "Origins of the pages", "modules/storage/inputs/access.ts"],
  ["recovery.objectives", "What is promised", "environments/definition/schema/recovery.ts"],
  ["recovery.objectives.rpo", "in seconds", "environments/definition/schema/recovery.ts"],
  ["recovery.snapshots.every", '@default "day"', "environments/definition/schema/recovery.ts"],
  ["recovery.network.nat", '@default "per_zone"', "modules/network/inputs.ts"],
  ["recovery.services.web.cpu", "1024 to one vCPU.*@default 512", "modules/service/inputs/container.ts"],
  ["services.web.scaling", "Null runs `desiredCount` tasks", "modules/service/inputs/scaling.ts"],
  ["services.web.scaling.cpu", "in percent. Null does not", "modules/service/inputs/scaling.ts"],
  ["services.web.scaling.cpu.scaleInCooldown", "Seconds to wait.*@default 300", "modules/service/inputs/scaling.ts"],
  ["services.web.routing", "Null makes a worker", "modules/service/inputs/routing.ts"],
  ["services.web.routing.health.path", 'Path that is asked.*@default "/"', "modules/service/inputs/routing.ts"],
  ["services.web.secrets.TOKEN.jsonKey", "Null takes the whole secret", "modules/service/inputs/types.ts"],
  ["services.web.uses.database.iamUser", "signs in by IAM", "environments/definition/schema/uses.ts"],
];

test.each(cases)("an editor shows what %s is, and goes to its declaration", (path, shown, file) => {
  const name = path.split(".").at(-1);
  expect(hover(path)).toMatch(new RegExp(shown.replace(/[{}/]/g, "\\$&")));
  expect(definitions(path)).toEqual([`${file} ${name}`]);
});
