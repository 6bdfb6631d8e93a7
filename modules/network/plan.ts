// A hash is neither random nor a secret: this one says the same as sha1() of Terraform.
import { createHash } from "node:crypto";
import { Block, contains, overlap, parseBlock, subnetOf } from "./cidr";

/** The tiers of the network, from the internet inwards. */
export type Tier = "public" | "private" | "database";

/**
 * The reserved place of each tier in the VPC's block. A tier owns a fixed part, cut into eight slots, and a zone owns
 * the slot of its letter (`us-east-1a` the first). So neither a new zone nor a new tier ever moves a subnet.
 *
 * private has the first half (8 slots of 1/16: tasks take an address each), public the third quarter (1/32), database
 * the seventh eighth (1/64); the last eighth is free. In a /16 that is /20, /21 and /22.
 */
export const SLOTS: Readonly<Record<Tier, { readonly newBits: number; readonly first: number }>> = {
  private: { newBits: 4, first: 0 },
  public: { newBits: 5, first: 16 },
  database: { newBits: 6, first: 48 },
};

/** The letters a zone's name may end with, in slot order. */
export const ZONE_LETTERS = "abcdefgh";

/** The slot of a zone: 0 for `us-east-1a`. */
export const slotOf = (zone: string): number => ZONE_LETTERS.indexOf(zone.slice(-1));

/** The planned block of a zone's subnet. */
export const plannedBlock = (vpc: Block, tier: Tier, zone: string): Block =>
  subnetOf(vpc, SLOTS[tier].newBits, SLOTS[tier].first + slotOf(zone));

/** Subnets that the caller chose: for each tier its zones and their blocks. */
export type ExplicitSubnets = Readonly<Record<Tier, Readonly<Record<string, string>>>>;

/** Whether every block lies inside of the VPC. */
export function allInside(vpcCidr: string, subnets: ExplicitSubnets): boolean {
  const vpc = parseBlock(vpcCidr);
  return vpc !== null && blocksOf(subnets).every((block) => block !== null && contains(vpc, block));
}

/** Whether no two blocks share an address. */
export function noneOverlap(subnets: ExplicitSubnets): boolean {
  const blocks = blocksOf(subnets);
  return blocks.every((a, i) => blocks.slice(i + 1).every((b) => a !== null && b !== null && !overlap(a, b)));
}

/** Whether every zone that is named has been declared. */
export const zonesKnown = (zones: readonly string[], subnets: ExplicitSubnets): boolean =>
  Object.values(subnets).every((tier) => Object.keys(tier).every((zone) => zones.includes(zone)));

const blocksOf = (subnets: ExplicitSubnets): (Block | null)[] =>
  Object.values(subnets).flatMap((tier) => Object.values(tier).map(parseBlock));

/**
 * The rule of the database tier's ACL for a block that the caller named. It follows from the name alone: a number is part
 * of a rule's identity, and one that counted names would replace the rules behind a name that is added, while AWS
 * refuses a number that is still taken. The zones' own rules have the numbers below 1000, and 32766 is the highest.
 */
export const ruleNumber = (name: string): number =>
  1000 + (parseInt(createHash("sha1").update(name).digest("hex").slice(0, 4), 16) % 30000);

/** {@link ruleNumber} as HCL. */
export const ruleNumberHcl = (name: string): string => `1000 + parseint(substr(sha1(${name}), 0, 4), 16) % 30000`;
