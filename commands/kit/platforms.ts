/** Platforms of machines that recover from a kit: Terraform and its AWS provider are published for them, and they have a POSIX shell. */
export const PLATFORMS = ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64"] as const;

/** A platform that something is not there for, and why. */
export interface Missing {
  readonly platform: string;
  /** In a sentence, with what to type. */
  readonly why: string;
}
