import {
  App,
  DefaultTokenResolver,
  StringConcat,
  TerraformElement,
  TerraformLocal,
  TerraformOutput,
  TerraformResource,
  TerraformStack,
  TerraformVariable,
  Tokenization,
  dependable,
} from "cdktf";
import { TerraformBackend } from "cdktf/lib/terraform-backend";
import { TerraformProvider } from "cdktf/lib/terraform-provider";
import { IConstruct, Node } from "constructs";
import { Check } from "./check";
import { Expression, Flag, isSwitchedOff, raw, tf } from "./expression";
import { ModuleClass, ModuleConstruct } from "./module";
import { assignProviders } from "./provider";
import { PUBLISHED, heading, local } from "./resource";
import { respellMessages } from "./respell";
import { byName } from "./tables";
import { snakeCase } from "./types";

/**
 * A stack whose addresses a person can read and rely on: the ids of the constructs joined by `_`, without hashes. It
 * refuses what cdktf lets pass in silence: two elements of one name, a reference to another stack, a missing backend,
 * two default providers.
 */
export class Stack extends TerraformStack {
  private readonly names = new Map<string, Node>();
  private readonly adoptions: object[] = [];

  /** How many ids, from the stack down, are not part of a name. */
  protected readonly skippedIds: number = 0;

  /** Declares an output of the stack. */
  addOutput(name: string, description: string, value: unknown, options: { sensitive?: boolean } = {}): void {
    new TerraformOutput(this, name, { value, description, sensitive: options.sensitive });
  }

  /**
   * Declares a variable of the stack: text that whoever deploys may give (`--var name=value`).
   *
   * @param otherwise its default, which says what happens without it: cdktf 0.21 fails on a default of null, and an empty text is
   * what a shell makes of a variable that was not set
   * @returns the text; null where it is the default
   */
  addVariable(name: string, description: string, otherwise: string): Expression {
    const config = { type: "string", description, default: otherwise, nullable: false };
    const variable = new TerraformVariable(this, name, config);
    const given = new TerraformLocal(this, `${name}#given`, tf`${variable} == ${otherwise} ? null : ${variable}`);
    return tf`${given}`;
  }

  /**
   * Lets a run adopt what an earlier one was stopped in the middle of making: each of the identifiers, which must be known
   * when Terraform plans, becomes an instance of the resource. It changes nothing once the instance is in the state.
   *
   * @param resource that is adopted
   * @param identifiers of what was found, by the keys of the resource; where it is one, by any key
   * @param id identifier of each, where it is not known which it will be: Terraform refuses the plan, and prints this expression
   */
  adoptEach(resource: TerraformResource, identifiers: unknown, id: unknown = raw("each.value")): void {
    const key = resource.forEach ? "[each.key]" : resource.count === undefined ? "" : "[0]";
    this.adoptions.push({
      for_each: tf`${identifiers}`,
      to: `${resource.terraformResourceType}.${resource.friendlyUniqueId}${key}`,
      id: tf`${id}`,
    });
    this.addOverride("import", this.adoptions);
  }

  /**
   * The same for one resource.
   *
   * @param identifiers of what was found: none, or the one
   */
  adopt(resource: TerraformResource, identifiers: unknown): void {
    this.adoptEach(resource, tf`{ for identifier in ${identifiers} : identifier => identifier }`);
  }

  override prepareStack(): void {
    const constructs = this.node.findAll();
    if (!constructs.some((construct) => TerraformBackend.isBackend(construct))) {
      throw new Error(
        `stack ${this.node.id} has no backend: cdktf would write the state's absolute path into it; add one`,
      );
    }
    refuseTwinProviders(constructs);
    assignProviders(this);
    respellMessages(constructs);
    this.removeSwitchedOff(constructs);
    super.prepareStack();
  }

  /** @throws always: a stack must plan when no other stack, and not its state, can be reached. */
  override registerIncomingCrossStackReference(from: TerraformStack): never {
    throw new Error(
      `stack ${this.node.id} refers to a resource of stack ${from.node.id}: cdktf would read the other stack's state; ` +
        "pass plain data, or read it from a parameter or a data source",
    );
  }

  /** Takes out what has the literal count 0, and the dependencies on it. */
  private removeSwitchedOff(constructs: readonly IConstruct[]): void {
    const resources = constructs.filter((construct) => TerraformResource.isTerraformResource(construct));
    const resolver = new DefaultTokenResolver(new StringConcat());
    const addressOf = (dependency: string): unknown =>
      Tokenization.resolve(dependency, { scope: this, resolver, preparing: false });
    const removed = new Set(resources.filter(isSwitchedOff).map((resource) => addressOf(dependable(resource))));
    for (const resource of resources) {
      resource.dependsOn = resource.dependsOn?.filter((dependency) => !removed.has(addressOf(dependency)));
    }
    for (const construct of constructs.filter(isSwitchedOff))
      construct.node.scope?.node.tryRemoveChild(construct.node.id);
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = element instanceof Node ? element : element.node;
    const ids = node.scopes.slice(node.scopes.indexOf(this) + 1 + this.skippedIds).map((scope) => scope.node.id);
    const name = readableName(ids);
    const kind = elementKind(element);
    const taken = this.names.get(`${kind}.${name}`);
    if (taken !== undefined && taken !== node) {
      throw new Error(`${node.path} and ${taken.path} would both be named ${kind}.${name}; rename one`);
    }
    this.names.set(`${kind}.${name}`, node);
    return name;
  }
}

/** Two providers of one type without an alias would merge into one block, and one of the regions would be lost. */
function refuseTwinProviders(constructs: readonly IConstruct[]): void {
  const seen = new Map<string, IConstruct>();
  for (const construct of constructs) {
    if (!TerraformProvider.isTerraformProvider(construct)) continue;
    const provider = construct;
    const name = `${provider.terraformResourceType}.${provider.alias ?? ""}`;
    const twin = seen.get(name);
    if (twin) throw new Error(`${provider.node.path} and ${twin.node.path} are one provider; give one an alias`);
    seen.set(name, provider);
  }
}

/** A stack that holds one construct with variables for inputs: what a published module is written from. */
export class ModuleStack extends Stack {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly module: ModuleConstruct<any>;
  protected override readonly skippedIds = 1;

  constructor(app: App, moduleClass: ModuleClass) {
    const { name, inputs, tables = {} } = moduleClass.definition;
    super(app, name);
    this.node.setContext(PUBLISHED, true);
    const variables = Object.keys(inputs.fields).map((input) => [input, raw(`var.${snakeCase(input)}`)]);
    this.module = new moduleClass(this, name, Object.fromEntries(variables));
    // What the app warns of at synth, a published module warns of in each plan.
    const warnings = inputs.warningChecks();
    if (warnings.length > 0) heading(this.module, "Values that AWS may have added since");
    for (const [id, list] of Object.entries(tables)) local(this.module, id, list);
    for (const { name: id, condition, message } of warnings) {
      new Check(this.module, id, { condition: raw<Flag>(byName(condition, tables)), message });
    }
  }
}

/**
 * The Terraform name of a construct. cdktf wants ids that are unique among siblings, Terraform only names that are unique
 * among resources of one type: what follows a `#` tells siblings apart and is no part of the name. `this` names the main
 * resource of a module; within a stack the module's own id says it.
 */
function readableName(ids: readonly string[]): string {
  const parts = ids.map((id) => id.replace(/#.*$/, "").replace(/[^\w]+/g, "_"));
  return (parts.length > 1 && parts.at(-1) === "this" ? parts.slice(0, -1) : parts).join("_");
}

function elementKind(element: TerraformElement | Node): string {
  const { terraformResourceType, _elementType } = element as { terraformResourceType?: string; _elementType?: string };
  return terraformResourceType ?? _elementType ?? "element";
}
