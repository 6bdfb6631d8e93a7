import { KIT_CHECKSUMS, kitPlace } from "../../../environments/definition/names/kit";
import { Statement } from "../../../modules/parts/policies";
import { Account } from "./account";

/**
 * What `npm run kit -- --upload` needs beside what the states of the region do: it writes the kit, and compares its checksums. Whoever
 * recovers reads it all. Its key is that of the states.
 *
 * @param write whether the role uploads it
 */
export function kitStatements(account: Account, write: boolean): Statement[] {
  const place = kitPlace(account.environment);
  if (!place) return [];
  const files = (name: string): string => account.s3(place.bucket, `${place.prefix}/${name}`);
  const allow = (Sid: string, Action: string, Resource: string): Statement => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
  });
  if (!write) return [allow("Kit", "s3:GetObject", files("*"))];
  return [allow("Kit", "s3:PutObject", files("*")), allow("KitChecksums", "s3:GetObject", files(KIT_CHECKSUMS))];
}
