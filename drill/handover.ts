import { HandoverPart, handoverParameter } from "../recovery/parameters";
import { Aws } from "../tools/aws";

/** What the primary stack tells of its lifelines, as far as the drill reads it. */
export interface Lifelines {
  readonly kms_key_arn: string;
  readonly database: { readonly secret_arn: string; readonly automated_backup_arn: string | null } | null;
  readonly buckets: Readonly<Record<string, { readonly name: string }>>;
  readonly secrets: Readonly<Record<string, string>>;
}

/** What the watch remembers. */
export interface Copies {
  readonly checked_at: string | null;
  readonly database: { readonly status: string; readonly latest_restorable_time: string | null } | null;
  readonly missing_images: readonly string[];
  readonly stale_secrets: readonly string[];
}

/** One of the parameters in the recovery region. */
export async function readHandover<T>(aws: Aws, region: string, prefix: string, part: HandoverPart): Promise<T> {
  const { Parameter } = await aws.ask<{ Parameter: { Value: string } }>({
    service: "ssm",
    operation: "GetParameter",
    region,
    parameters: { Name: handoverParameter(prefix, part) },
  });
  return JSON.parse(Parameter.Value) as T;
}
