import { environmentLabel } from "./file";
import { StateOwner, stateBucket } from "./state-buckets";

/** Where a kit is kept: in the bucket of the states of the recovery region, which is there before any incident. */
export interface KitPlace {
  readonly region: string;
  readonly bucket: string;
  /** What the keys of its files begin with: `kit/production`. */
  readonly prefix: string;
}

/** File of a kit that has the checksums of all others; it is written last, so that its time is that of the kit. */
export const KIT_CHECKSUMS = "SHA256SUMS";

/** The place of an environment's kit; undefined without `recovery`, and without `state`, since nobody makes a bucket then. */
export function kitPlace(environment: StateOwner & { readonly file: string }): KitPlace | undefined {
  const { recovery, state, file } = environment;
  if (!recovery || !state) return undefined;
  return {
    region: recovery.region,
    bucket: stateBucket(environment, recovery.region),
    prefix: `kit/${environmentLabel(file)}`,
  };
}
