/** IPv4 CIDR arithmetic, for the checks at synth. Pure: the published module does the same in HCL. */

/** A CIDR block as numbers; null when the text is none. */
export interface Block {
  /** The network address as an unsigned 32-bit number. */
  readonly network: number;
  /** Length of the prefix, 0 to 32. */
  readonly prefix: number;
}

/** Reads `10.0.0.0/16`. Returns null for anything that is not the network address of an IPv4 block. */
export function parseBlock(text: string): Block | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return null;
  const [first, second, third, fourth, prefix] = match.slice(1).map(Number);
  if ([first, second, third, fourth].some((octet) => octet > 255) || prefix > 32) return null;
  const network = ((first * 256 + second) * 256 + third) * 256 + fourth;
  return network === truncate(network, prefix) ? { network, prefix } : null;
}

/** Whether `inner` lies wholly inside of `outer`. */
export const contains = (outer: Block, inner: Block): boolean =>
  inner.prefix >= outer.prefix && truncate(inner.network, outer.prefix) === outer.network;

/** Whether two blocks share an address. */
export const overlap = (a: Block, b: Block): boolean => contains(a, b) || contains(b, a);

/** The `index`-th block of `newBits` more bits inside of a block: Terraform's `cidrsubnet`. */
export function subnetOf(block: Block, newBits: number, index: number): Block {
  const prefix = block.prefix + newBits;
  return { network: block.network + index * 2 ** (32 - prefix), prefix };
}

/** `10.0.0.0/16`. */
export function formatBlock({ network, prefix }: Block): string {
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(network / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix}`;
}

function truncate(address: number, prefix: number): number {
  const size = 2 ** (32 - prefix);
  return Math.floor(address / size) * size;
}
