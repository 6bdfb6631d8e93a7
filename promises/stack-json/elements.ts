/** A stack as Terraform gets to see it: its name, and `cdk.tf.json`. */
export interface StackJson {
  readonly name: string;
  readonly json: Readonly<Record<string, unknown>>;
  /** Names of the stacks that cdktf would deploy first. */
  readonly dependencies?: readonly string[];
}

export type ElementKind = "resource" | "data" | "ephemeral";

/** A block that has an address. One of count or for_each is one element. */
export interface Element {
  readonly kind: ElementKind;
  readonly type: string;
  readonly name: string;
  /** As Terraform writes it: `aws_vpc.network`, `data.aws_region.current`. */
  readonly address: string;
  readonly body: Body;
}

export type Body = Readonly<Record<string, unknown>>;

/** A provider of a stack, with or without an alias. */
export interface Provider {
  readonly type: string;
  readonly alias?: string;
  readonly body: Body;
}

/** Where a stack's state is. */
export interface Backend {
  readonly type: string;
  readonly body: Body;
}

const KINDS: readonly ElementKind[] = ["resource", "data", "ephemeral"];

/** Everything of a stack that has an address, in the order of the addresses. */
export function elementsOf({ json }: StackJson): readonly Element[] {
  return KINDS.flatMap((kind) =>
    Object.entries(bodyOf(json[kind])).flatMap(([type, named]) =>
      Object.entries(bodyOf(named)).map(([name, body]): Element => ({
        kind,
        type,
        name,
        address: kind === "resource" ? `${type}.${name}` : `${kind}.${type}.${name}`,
        body: bodyOf(body),
      })),
    ),
  ).sort((left, right) => compare(left.address, right.address));
}

/** The providers that a stack configures. */
export function providersOf({ json }: StackJson): readonly Provider[] {
  return Object.entries(bodyOf(json.provider)).flatMap(([type, configured]) =>
    (Array.isArray(configured) ? configured : [configured]).map((one): Provider => {
      const body = bodyOf(one);
      return { type, alias: typeof body.alias === "string" ? body.alias : undefined, body };
    }),
  );
}

/** How a body names a provider: `aws` or `aws.recovery`. */
export const referenceTo = ({ type, alias }: Provider): string => (alias === undefined ? type : `${type}.${alias}`);

/** The provider that an element uses, by its reference; null for what needs none. */
export function providerOf({ type, body }: Element): string | null {
  if (typeof body.provider === "string") return body.provider.replace(/^\$\{(.*)\}$/, "$1");
  return type.startsWith("terraform_") ? null : type.split("_")[0];
}

/** The backend of a stack; null where it states none. */
export function backendOf({ json }: StackJson): Backend | null {
  const [backend] = Object.entries(bodyOf(bodyOf(json.terraform).backend));
  return backend ? { type: backend[0], body: bodyOf(backend[1]) } : null;
}

/** The local values of a stack. */
export const localsOf = ({ json }: StackJson): Body => bodyOf(json.locals);

/** An object, or an empty one for all else. */
export const bodyOf = (value: unknown): Body =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Body) : {};

/** By code units: an order that is the same on every machine. */
export const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
