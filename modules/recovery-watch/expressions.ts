/**
 * What the state machine computes, in JSONata as Step Functions runs it: `$states` is its own, and the other variables are
 * assigned by the state `Settings`. AWS's fields are spelled as its Java SDK spells them: DbSnapshots, not DBSnapshots.
 *
 * Source: AWS Step Functions Developer Guide, "Transforming data with JSONata" and "AWS SDK service integrations".
 */
import { jsonata } from "../parts/states-language";

/** Age that stands for "there is no copy": a year, above every objective, so that the alarm rises. */
export const NO_COPY_SECONDS = 31_536_000;

const seconds = (millis: string): string => `$max([0, $floor(($millis() - ${millis}) / 1000)])`;
const utc = (millis: string): string => `$fromMillis(${millis}, '[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01]Z')`;
const metric = (name: string, unit: string, value: string): string =>
  `[{ 'MetricName': '${name}', 'Unit': '${unit}', 'Value': ${value} }]`;

/** How many snapshots are remembered, the newest, and how long their identifiers are at the most. */
export const REMEMBERED_SNAPSHOTS = 6;
export const REMEMBERED_ID_LENGTH = 64;

/** The replicated automated backup: how old the newest state is that it can restore. */
export const DATABASE = jsonata(`(
  $backup := $states.result.DbInstanceAutomatedBackups[0];
  $earliest := $backup.RestoreWindow.EarliestTime;
  $latest := $backup.RestoreWindow.LatestTime;
  {
    'metrics': ${metric("DatabaseCopyAge", "Seconds", `$exists($latest) ? ${seconds("$toMillis($latest)")} : ${NO_COPY_SECONDS}`)},
    'database': {
      'automated_backup_arn': $automated_backup_arn,
      'status': $exists($backup.Status) ? $backup.Status : 'missing',
      'earliest_restorable_time': $exists($earliest) ? ${utc("$toMillis($earliest)")} : null,
      'latest_restorable_time': $exists($latest) ? ${utc("$toMillis($latest)")} : null,
      'allocated_storage': $exists($backup.AllocatedStorage) ? $backup.AllocatedStorage : null,
      'encrypted': $backup.Encrypted = true
    }
  }
)`);

/** A backup that is not there is the worst age; any other error is none, so that the last known state stays written. */
export const DATABASE_ERROR = jsonata(`
  $contains($states.errorOutput.Error, 'NotFound')
    ? {
        'metrics': ${metric("DatabaseCopyAge", "Seconds", String(NO_COPY_SECONDS))},
        'database': {
          'automated_backup_arn': $automated_backup_arn,
          'status': 'missing',
          'earliest_restorable_time': null,
          'latest_restorable_time': null,
          'allocated_storage': null,
          'encrypted': false
        }
      }
    : { 'metrics': [], 'failed': true }
`);

/** A read replica: what RDS says of its replication. AWS names no rule for capitals within a name of its Java SDK. */
export const REPLICA_STATUS = jsonata(`(
  $found := $states.result.DbInstances[0];
  $info := $found.StatusInfos[StatusType = 'read replication'][0].Status;
  $source := [$found.ReadReplicaSourceDBInstanceIdentifier, $found.ReadReplicaSourceDbInstanceIdentifier];
  $count($source) > 0 ? ($exists($info) ? $info : 'unknown') : 'promoted'
)`);

/** What CloudWatch is asked for: the lag of the last ten minutes. */
export const LAG_QUESTION = {
  Namespace: "AWS/RDS",
  MetricName: "ReplicaLag",
  Dimensions: [{ Name: "DBInstanceIdentifier", Value: "{% $replica_identifier %}" }],
  StartTime: jsonata("$fromMillis($millis() - 600000)"),
  EndTime: jsonata("$fromMillis($millis())"),
  Period: 60,
  Statistics: ["Maximum"],
};

const replicaTold = (dataUntil: string): string => `{
  'metrics': ${metric("ReplicaStopped", "Count", "$replica_status = 'replicating' ? 0 : 1")},
  'replica': { 'status': $replica_status, 'data_until': ${dataUntil} }
}`;

/** What the replica had replayed: RDS says -1 where it cannot tell the lag. */
export const REPLICA = jsonata(`(
  $newest := $sort($states.result.Datapoints[Maximum >= 0], function($one, $other) { $one.Timestamp < $other.Timestamp })[0];
  ${replicaTold(`$exists($newest) ? ${utc("$toMillis($newest.Timestamp) - $newest.Maximum * 1000")} : null`)}
)`);

/** One whose lag nobody can tell still replicates. */
export const REPLICA_WITHOUT_LAG = jsonata(replicaTold("null"));

/** A replica that is not there replicates nothing; any other error is no figure. */
export const REPLICA_ERROR = jsonata(`
  $contains($states.errorOutput.Error, 'NotFound')
    ? {
        'metrics': ${metric("ReplicaStopped", "Count", "1")},
        'replica': { 'status': 'missing', 'data_until': null }
      }
    : { 'metrics': [], 'failed': true }
`);

/** What RDS is asked for: a page of one type of snapshots, from the marker on that the page before ended with. */
export const SNAPSHOT_PAGE = jsonata(`$merge([
  { 'DbInstanceIdentifier': $identifier, 'SnapshotType': $type, 'MaxRecords': 100 },
  $marker = '' ? {} : { 'Marker': $marker }
])`);

/** The newest that can be restored, of all pages until now: complete, and encrypted with the key of the recovery region. */
export const SNAPSHOTS_SO_FAR = jsonata(`(
  $usable := $states.result.DbSnapshots[
    Status = 'available' and ($snapshot_key = '' or KmsKeyId = $snapshot_key) and $length(DbSnapshotIdentifier) <= ${REMEMBERED_ID_LENGTH}
  ].(
    $taken := $exists(OriginalSnapshotCreateTime) ? OriginalSnapshotCreateTime : SnapshotCreateTime;
    { 'id': DbSnapshotIdentifier, 'type': $type, 'data_until': ${utc("$toMillis($taken)")}, 'allocated_storage': AllocatedStorage }
  );
  [$sort($append($found, $usable), function($one, $other) { $one.data_until < $other.data_until })[[0..${REMEMBERED_SNAPSHOTS - 1}]]]
)`);

export const NEXT_MARKER = jsonata("$exists($states.result.Marker) ? $states.result.Marker : ''");
export const HAS_MORE = jsonata("$marker != ''");
export const SNAPSHOT_TYPE = jsonata("$states.input");
export const SNAPSHOTS_FOUND = jsonata("{ 'found': $found }");

/** Snapshots of all types: the newest of them; and how old the newest is that AWS Backup has copied. */
export const SNAPSHOTS = jsonata(`(
  $sorted := $sort([$states.result.found], function($one, $other) { $one.data_until < $other.data_until });
  $newest := $max($sorted[type = 'awsbackup'].$toMillis(data_until));
  {
    'metrics': ${metric("SnapshotCopyAge", "Seconds", `$exists($newest) ? ${seconds("$newest")} : ${NO_COPY_SECONDS}`)},
    'snapshots': $merge([{}, $sorted[[0..${REMEMBERED_SNAPSHOTS - 1}]].{
      id: { 'data_until': data_until, 'allocated_storage': allocated_storage }
    }])
  }
)`);

/** Restore tests: how many failed since the newest that succeeded. One that is still running says nothing yet. */
export const RESTORE_TESTS = jsonata(`(
  $tests := $states.result.RestoreJobs;
  $good := $max($tests[Status = 'COMPLETED'].$toMillis(CreationDate));
  $since := $exists($good) ? $good : 0;
  $failed := $tests[Status in ['FAILED', 'ABORTED'] and $toMillis(CreationDate) > $since];
  { 'metrics': ${metric("FailedRestoreTests", "Count", "$count($failed)")} }
)`);

/** The kit: how old it is, by the file of it that is written last. */
export const KIT = jsonata(`(
  $made := $states.result.Contents[Key = $kit_key][0].LastModified;
  { 'metrics': ${metric("KitAge", "Seconds", `$exists($made) ? ${seconds("$toMillis($made)")} : ${NO_COPY_SECONDS}`)} }
)`);

/** A kit that could not be looked for counts as missing, and stops nothing else from being remembered. */
export const KIT_MISSING = jsonata(`{ 'metrics': ${metric("KitAge", "Seconds", String(NO_COPY_SECONDS))} }`);

/** One image that ECR knows. */
export const IMAGE_FOUND = jsonata("{ 'name': $states.input.name, 'missing': false }");

/** One image that ECR does not know, or could not be asked for: what is not proven to be there counts as missing. */
export const IMAGE_MISSING = jsonata("{ 'name': $states.input.name, 'missing': true }");

/** All images. */
export const IMAGES = jsonata(
  `{ 'metrics': ${metric("MissingImages", "Count", "$count($states.result[missing])")}, 'missing_images': [$states.result[missing].name] }`,
);

/** One secret: a copy that was promoted, is being deleted or has no current value would not serve the recovery region. */
export const SECRET = jsonata(`{
  'name': $states.input.name,
  'stale': $exists($states.result.DeletedDate)
    or $not($states.result.PrimaryRegion = $primary_region)
    or $not('AWSCURRENT' in $states.result.VersionIdsToStages.*)
}`);

/** One secret that is not there, or could not be asked for. */
export const SECRET_MISSING = jsonata("{ 'name': $states.input.name, 'stale': true }");

/** All secrets. */
export const SECRETS = jsonata(
  `{ 'metrics': ${metric("StaleSecrets", "Count", "$count($states.result[stale])")}, 'stale_secrets': [$states.result[stale].name] }`,
);

/** A branch that could not measure: it gives no figure, so that its alarm rises for want of data, and the others go on. */
export const NOT_MEASURED = { metrics: [], failed: true };

/** What all branches found, as the state after them reads it. */
export const MEASURED = jsonata(`{
  'metrics': [$states.result.metrics],
  'complete': $not(true in [$states.result.failed]),
  'copies': {
    'schema': 2,
    'checked_at': ${utc("$millis()")},
    'database': $exists($states.result.database) ? $states.result.database : null,
    'replica': $exists($states.result.replica) ? $states.result.replica : null,
    'snapshots': $exists($states.result.snapshots) ? $states.result.snapshots : null,
    'missing_images': [$states.result.missing_images],
    'stale_secrets': [$states.result.stale_secrets]
  }
}`);

/** The figures as CloudWatch takes them. */
export const METRIC_DATA = jsonata(
  "[$states.input.metrics.$merge([$, { 'Dimensions': [{ 'Name': 'Environment', 'Value': $environment }] }])]",
);

/** What is remembered for the dr stack. */
export const COPIES = jsonata("$string($states.input.copies)");

export const IS_COMPLETE = jsonata("$states.input.complete");
export const WAS_PUBLISHED = jsonata("$published");
