import { Environment } from "../../environments/definition";
import { recovered } from "../../environments/definition/recovered";
import { SILENT_SECONDS } from "../../recovery/contract";
import { handoverParameter } from "../../recovery/parameters";
import { Answer, Facts, Secret, Told } from "./facts";
import { Finding, lacking, there } from "./finding";

/** ACM renews 60 days before the end, and says so 45 days before where it cannot. Source: ACM User Guide, "Managed certificate renewal". */
const RENEWED_DAYS = 45;

const DAY = 24 * 3600 * 1000;

/**
 * What the recovery region has and lacks to take over at a moment, by what AWS says of it.
 *
 * @param now the moment
 */
export function judge(environment: Environment, facts: Facts, now: Date): Finding[] {
  const { application, name, recovery } = environment;
  const context = { environment, facts, now, prefix: `${application}-${name}`, region: recovery?.region ?? "" };
  return [
    ...parameters(context),
    ...copies(context),
    ...standby(context),
    ...images(context),
    ...secrets(context),
    ...certificate(context),
    ...quotas(context),
    ...kit(context),
  ];
}

interface Context {
  readonly environment: Environment;
  readonly facts: Facts;
  readonly now: Date;
  readonly prefix: string;
  readonly region: string;
}

/** Who writes each parameter again. */
const WRITER = { lifelines: "primary", release: "primary", standby: "standby", copies: "primary" } as const;

function parameters({ facts, prefix }: Context): Finding[] {
  return (["lifelines", "release", "standby", "copies"] as const).map((part) => {
    const told: Answer<Told<unknown>> = facts[part];
    const parameter = handoverParameter(prefix, part);
    if ("value" in told) return there("parameter", part, `written ${told.value.writtenAt}`);
    const fix = `deploy it again: npx cdktf deploy ${WRITER[part]}`;
    if (/ParameterNotFound/.test(told.error))
      return lacking("parameter", part, "not there", `${parameter} is not there: ${fix}`);
    return lacking("parameter", part, "cannot be read", `${parameter} cannot be read (${told.error}): ${fix}`);
  });
}

/** What the watch saw of the data, and whether it looks at all. */
function copies({ environment, facts, now, prefix }: Context): Finding[] {
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
  const age = seconds(newest);
  if (age <= rpo) return [look, there("copy", "the database", `data until ${newest}`)];
  const lack = `The newest copy of the database is ${Math.round(age / 60)} minutes old, and recovery.objectives.rpo allows ${Math.round(rpo / 60)}: aws rds describe-db-instance-automated-backups says whether it is replicating`;
  return [look, lacking("copy", "the database", `data until ${newest}`, lack)];
}

/** Whether the standby was prepared for all that this checkout states. */
function standby({ environment, facts }: Context): Finding[] {
  if (!("value" in facts.standby)) return [];
  const { services } = facts.standby.value.value;
  return Object.keys(recovered(environment).services).map((name) =>
    name in services
      ? there("standby", name, "prepared")
      : lacking(
          "standby",
          name,
          "not prepared",
          `The service ${name} is not prepared in the recovery region: npx cdktf deploy standby`,
        ),
  );
}

function images({ facts, region }: Context): Finding[] {
  const release = "value" in facts.release ? facts.release.value.value : undefined;
  return Object.entries(facts.images).map(([name, answer]) => {
    const { image = "", digest = "" } = release?.images[name] ?? {};
    const seen = digest ?? "";
    if ("value" in answer) return there("image", name, seen);
    if (!/ImageNotFound|RepositoryNotFound/.test(answer.error))
      return lacking(
        "image",
        name,
        "unknown",
        `ECR of ${region} cannot be asked for the image of ${name} (${answer.error}): try again`,
      );
    return lacking(
      "image",
      name,
      `not there: ${seen}`,
      `The image that ${name} runs, ${seen}, is not in ${region}: push it there by this digest, as ${image}; ECR copies only what is pushed once replication stands`,
    );
  });
}

function secrets({ environment, facts, region }: Context): Finding[] {
  return Object.entries(facts.secrets).map(([name, answer]) => {
    if ("value" in answer) {
      const wrong = wrongWith(answer.value, environment.region);
      return wrong === undefined
        ? there("secret", name, "has a current version")
        : lacking("secret", name, wrong.seen, `The copy of the secret ${name} in ${region} ${wrong.says}`);
    }
    if (/ResourceNotFoundException/.test(answer.error))
      return lacking(
        "secret",
        name,
        "not there",
        `The secret ${name} has no copy in ${region}: npx cdktf deploy primary makes it`,
      );
    return lacking(
      "secret",
      name,
      "unknown",
      `Secrets Manager of ${region} cannot be asked for ${name} (${answer.error}): try again`,
    );
  });
}

function wrongWith(
  { DeletedDate, PrimaryRegion, VersionIdsToStages = {} }: Secret,
  home: string,
): { seen: string; says: string } | undefined {
  if (DeletedDate !== undefined)
    return {
      seen: "being deleted",
      says: `is to be deleted since ${DeletedDate}: aws secretsmanager restore-secret in that region keeps it`,
    };
  if (PrimaryRegion !== home)
    return {
      seen: "follows nobody",
      says: `follows ${PrimaryRegion ?? "no region"}, and not ${home}: it was promoted; delete it, and npx cdktf deploy primary copies it again`,
    };
  if (!Object.values(VersionIdsToStages).some((stages) => stages.includes("AWSCURRENT")))
    return {
      seen: "no current version",
      says: `has no current version: put a value in ${home} (aws secretsmanager put-secret-value), which is copied`,
    };
  return undefined;
}

function certificate({ facts, now }: Context): Finding[] {
  if (facts.certificate === null) return [];
  const what = "of the load balancer";
  if ("error" in facts.certificate)
    return [
      lacking(
        "certificate",
        what,
        "unknown",
        `The certificate of the recovery region's load balancer cannot be looked at (${facts.certificate.error}): npx cdktf deploy standby`,
      ),
    ];
  const { Status, NotAfter } = facts.certificate.value;
  if (Status !== "ISSUED")
    return [
      lacking(
        "certificate",
        what,
        Status,
        `The certificate of the recovery region's load balancer is ${Status}, and not ISSUED: see that its validation records are in the zone, then npx cdktf deploy standby`,
      ),
    ];
  const days = NotAfter === undefined ? Infinity : Math.floor((Date.parse(NotAfter) - now.getTime()) / DAY);
  if (days < RENEWED_DAYS)
    return [
      lacking(
        "certificate",
        what,
        `ends ${NotAfter}`,
        `The certificate of the recovery region's load balancer ends in ${days} days and was not renewed: see that its validation records are in the zone, or import a new one`,
      ),
    ];
  return [there("certificate", what, `ends ${NotAfter ?? "never"}`)];
}

function quotas({ environment, facts, region }: Context): Finding[] {
  return [...facts.quotas].map(([quota, answer]) => {
    const { name, service, code } = quota;
    const needed = quota.needs(environment);
    const increase = `aws service-quotas request-service-quota-increase --region ${region} --service-code ${service} --quota-code ${code} --desired-value`;
    if ("error" in answer)
      return lacking(
        "quota",
        name,
        "unknown",
        `Service Quotas of ${region} does not say how many ${name} are allowed (${answer.error}): look at ${service} ${code} in its console`,
      );
    const counted = facts.used.get(quota);
    if (counted && "error" in counted)
      return lacking(
        "quota",
        name,
        "unknown",
        `How many ${name} are used in ${region} cannot be asked (${counted.error}): try again`,
      );
    const used = counted?.value ?? 0;
    const allowed = answer.value;
    const seen = `${counted ? `${used} used, ` : ""}${needed} more needed, ${allowed} allowed`;
    if (used + needed <= allowed) return there("quota", name, seen);
    return lacking(
      "quota",
      name,
      seen,
      `${region} allows ${allowed} ${name}, and dr would need ${used + needed}: ${increase} ${Math.ceil(used + needed)}`,
    );
  });
}

/** A kit is of use as long as nothing was released after it. */
function kit({ facts }: Context): Finding[] {
  if (facts.kit === null) return [];
  const fix = "npm run kit -- --upload";
  if ("error" in facts.kit) {
    if (/\(404\)|NoSuchKey|Not Found/.test(facts.kit.error))
      return [lacking("kit", "uploaded", "none", `There is no kit in the recovery region's bucket: ${fix}`)];
    return [
      lacking(
        "kit",
        "uploaded",
        "unknown",
        `The recovery region's bucket cannot be asked for the kit (${facts.kit.error}): try again`,
      ),
    ];
  }
  const made = facts.kit.value;
  const released = "value" in facts.release ? facts.release.value.value.at : undefined;
  if (released !== undefined && Date.parse(made) < Date.parse(released))
    return [
      lacking(
        "kit",
        "uploaded",
        made,
        `The kit is of ${made}, before the release of ${released}, which it would refuse to recover: ${fix}`,
      ),
    ];
  return [there("kit", "uploaded", made)];
}
