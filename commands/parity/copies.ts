import { Copies, SILENT_SECONDS } from "../../recovery/contract";
import { mechanismOf } from "../../recovery/mechanisms";
import { databaseReplica } from "../../recovery/names";
import { Context } from "./context";
import { Finding, lacking, there } from "./finding";

/** What the watch saw of the data, and whether it looks at all. */
export function copies(context: Context): Finding[] {
  const { environment, facts, now, prefix } = context;
  if (!("value" in facts.copies)) return [];
  const { checkedAt, database, snapshots } = facts.copies.value.value;
  const seconds = (time: string): number => Math.round((now.getTime() - Date.parse(time)) / 1000);
  const silent = checkedAt === null || seconds(checkedAt) > SILENT_SECONDS;
  const look = silent
    ? lacking(
        "copy",
        "the watch",
        `last look ${checkedAt ?? "never"}`,
        `The watch has not looked for ${checkedAt === null ? "as long as it is there" : `${Math.round(seconds(checkedAt) / 60)} minutes`}: the log of the state machine ${prefix}-recovery-watch says why`,
      )
    : there("copy", "the watch", `last look ${checkedAt}`);
  if (!environment.database) return [look];
  const times = [
    database?.latestRestorableTime ?? null,
    ...Object.values(snapshots ?? {}).map(({ dataUntil }) => dataUntil),
  ].flatMap((time) => time ?? []);
  const newest = times.sort().at(-1);
  const rpo = environment.recovery?.objectives.rpo ?? 0;
  if (newest === undefined)
    return [
      look,
      lacking(
        "copy",
        "the database",
        "none",
        `There is no copy of the database in the recovery region: npx cdktf deploy primary starts the replication, and the first copy takes an hour`,
      ),
    ];
  if (mechanismOf(environment.recovery?.database?.mechanism).stand)
    // Copies are what is left for corruption: how old they may be, only their alarms say.
    return [look, standing(context, facts.copies.value.value), there("copy", "the database", `data until ${newest}`)];
  const age = seconds(newest);
  if (age <= rpo) return [look, there("copy", "the database", `data until ${newest}`)];
  const lack = `The newest copy of the database is ${Math.round(age / 60)} minutes old, and recovery.objectives.rpo allows ${Math.round(rpo / 60)}: aws rds describe-db-instance-automated-backups says whether it is replicating`;
  return [look, lacking("copy", "the database", `data until ${newest}`, lack)];
}

/** Whether the read replica is there, follows its source, and was near enough when the watch looked. */
function standing({ environment, prefix, region }: Context, { replica, checkedAt }: Copies): Finding {
  const name = databaseReplica(prefix);
  const rpo = environment.recovery?.objectives.rpo ?? 0;
  const lacks = (seen: string, why: string): Finding => lacking("copy", "the read replica", seen, why);
  if (replica === null)
    return lacks("not looked for", `Nobody looks for the read replica ${name}: npx cdktf deploy primary`);
  const { status, dataUntil } = replica;
  if (status === "missing")
    return lacks(status, `There is no read replica ${name} in ${region}: npx cdktf deploy standby makes it`);
  const why = `aws rds describe-db-instances --region ${region} --db-instance-identifier ${name} --query 'DBInstances[].StatusInfos' says why`;
  if (status !== "replicating")
    return lacks(status, `The read replica ${name} follows its source no more (${status}): ${why}`);
  if (dataUntil === null || checkedAt === null)
    return lacks("lag unknown", `Nobody can tell how far the read replica ${name} is behind: ${why}`);
  const lag = Math.round((Date.parse(checkedAt) - Date.parse(dataUntil)) / 1000);
  if (lag <= rpo) return there("copy", "the read replica", `${lag} s behind`);
  return lacks(
    `${lag} s behind`,
    `The read replica ${name} is ${lag} s behind, and recovery.objectives.rpo allows ${rpo}: the alarms ${prefix}-replica-lag-… say since when; a larger recovery.database.instanceClass catches up sooner`,
  );
}
