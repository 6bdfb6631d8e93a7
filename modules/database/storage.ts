import { Bound, Flag, tf } from "../../kernel";
import type { Context } from "./context";
import type { databaseFields } from "./inputs/fields";

/**
 * GiB from which gp3 storage of PostgreSQL is striped over several volumes: IOPS and throughput can be set from there on, and
 * these are the least, which have no price. Source: Amazon RDS User Guide, "gp3 storage (recommended)".
 */
export const STRIPED = { gib: 400, iops: 12_000, throughput: 500 } as const;

/**
 * IOPS and throughput. What is not stated is written out where it could be set: RDS keeps what was set once, and goes on
 * billing it, when Terraform only stops to name it.
 */
export function storagePerformance({ inputs, isStriped }: Context): { iops: number; storageThroughput: number } {
  const orLeast = (stated: unknown, least: number): number =>
    tf<number>`${stated} != null ? ${stated} : ${isStriped} ? ${least} : null`;
  return {
    iops: orLeast(inputs.iops, STRIPED.iops),
    storageThroughput: orLeast(inputs.storageThroughput, STRIPED.throughput),
  };
}

/** Whether the storage is gp3 from the size on that is striped. */
export const isStriped = ({ storageType, allocatedStorage }: Bound<typeof databaseFields>): Flag =>
  tf<Flag>`${storageType} == "gp3" && ${allocatedStorage} >= ${STRIPED.gib}`;
