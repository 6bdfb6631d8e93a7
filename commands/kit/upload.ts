import * as fs from "node:fs";
import * as path from "node:path";
import { KIT_CHECKSUMS, KitPlace } from "../../environments/definition/names/kit";
import { aws, saidBy } from "../../tools/aws-cli";
import { Failure } from "../../tools/failure";
import { Environment } from "../../tools/project";

/** What an upload came to. */
export interface Uploaded {
  /** Files that are others than those that were there. */
  readonly files: readonly string[];
  readonly megabytes: number;
}

/** Where a kit is put, and as whom: what is other than in this shell. */
export interface Shelf extends KitPlace {
  readonly env?: Environment;
}

/**
 * Puts a kit where the recovery region keeps it: what is other than there, and last the checksums, so that whoever looks at
 * them while it goes on sees the kit before. What an earlier kit had and this one has not stays: nothing is deleted there.
 *
 * @param files checksums of the kit's files, by their paths
 * @throws Failure with what the AWS CLI says
 */
export async function uploadKit(folder: string, files: ReadonlyMap<string, string>, shelf: Shelf): Promise<Uploaded> {
  const before = await checksumsAt(shelf);
  const changed = [...files].filter(([file, sum]) => before.get(file) !== sum).map(([file]) => file);
  for (const file of [...changed, KIT_CHECKSUMS]) await put(path.join(folder, file), file, shelf);
  const bytes = changed.reduce((sum, file) => sum + fs.statSync(path.join(folder, file)).size, 0);
  return { files: changed, megabytes: Math.ceil(bytes / 1e6) };
}

const at = ({ bucket, prefix }: KitPlace, file: string): string => `s3://${bucket}/${prefix}/${file}`;

/** Checksums of the kit that is there; none where there is no kit. */
async function checksumsAt(shelf: Shelf): Promise<ReadonlyMap<string, string>> {
  const result = await aws(["s3", "cp", at(shelf, KIT_CHECKSUMS), "-", "--region", shelf.region], shelf.env);
  if (result.status !== 0) {
    if (/\(404\)|NoSuchKey/.test(result.stderr)) return new Map();
    throw new Failure(`What kit is in ${shelf.bucket} cannot be read: ${saidBy(result)}`);
  }
  const lines = result.stdout.split("\n").map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line));
  return new Map(lines.flatMap((line) => (line ? [[line[2], line[1]] as const] : [])));
}

async function put(source: string, file: string, shelf: Shelf): Promise<void> {
  const flags = ["--region", shelf.region, "--only-show-errors"];
  const result = await aws(["s3", "cp", source, at(shelf, file), ...flags], shelf.env);
  if (result.status !== 0) throw new Failure(`${file} cannot be put into ${shelf.bucket}: ${saidBy(result)}`);
}
