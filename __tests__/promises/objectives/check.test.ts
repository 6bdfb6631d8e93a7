import fc from "fast-check";
import { checkObjectives } from "../../../promises/objectives";
import { RecoverySettings } from "../../../promises/objectives/settings";

/** The shape of a dr stack: a database and a cache side by side, and a service that waits for both. */
const DR = {
  name: "dr",
  json: {
    data: { aws_ssm_parameter: { standby: { name: "/holdfast/nimbus-production/standby" } } },
    resource: {
      aws_db_instance: {
        database: { subnet: "${data.aws_ssm_parameter.standby.value}" },
        database_replicas: { for_each: "${{}}", replicate_source_db: "${aws_db_instance.database.identifier}" },
      },
      aws_elasticache_user_group: { cache: {} },
      aws_elasticache_replication_group: { cache: { user_group_ids: ["${aws_elasticache_user_group.cache.id}"] } },
      aws_nat_gateway: { network: {} },
      aws_ecs_task_definition: {
        web: { containers: "${aws_db_instance.database.address} ${aws_elasticache_replication_group.cache[0].port}" },
      },
      aws_ecs_service: { web: { task_definition: "${aws_ecs_task_definition.web.arn}" } },
    },
  },
};

const NIMBUS = {
  mechanism: "point_in_time",
  storageGib: 20,
  multiAz: false,
  deferProtection: true,
  snapshots: { every: "day", startWindowMinutes: 60 },
} as const;

const settings = (
  database: Partial<NonNullable<RecoverySettings["database"]>> = {},
  rest: Partial<RecoverySettings> = {},
): RecoverySettings => ({
  database: { ...NIMBUS, ...database },
  cache: { contents: "empty" },
  healthChecks: [{ interval: 10, healthyThreshold: 2 }],
  hasNames: true,
  ...rest,
});

const check = (given: RecoverySettings, objectives = { rpo: 3600, rto: 3600 }, stack = DR) =>
  checkObjectives({ objectives, settings: given, stack });

const messages = (...given: Parameters<typeof check>) =>
  check(...given).problems.map(({ path, message }) => `${path} ${message}`);

describe("Nimbus, with point_in_time and 20 GiB", () => {
  const report = check(settings(), { rpo: 1800, rto: 2700 });

  test("loses 5 to 30 minutes, recovers in less than 45 minutes, and keeps objectives of just that", () => {
    expect(report.loss).toMatchObject({ best: 300, worst: 1800 });
    expect(report.recovery.seconds).toBeLessThan(45 * 60);
    expect(report.problems).toEqual([]);
  });

  test("recovers in less than 45 minutes with backups from the start too", () => {
    const { problems } = check(settings({ deferProtection: false }), { rpo: 1800, rto: 2700 });
    expect(problems).toEqual([]);
  });

  test("waits for the database, then the service, then the names; the cache is there sooner", () => {
    expect(report.recovery.steps.map(({ name }) => name)).toEqual([
      "npx cdktf deploy dr",
      "data.aws_ssm_parameter.standby",
      "aws_db_instance.database",
      "aws_ecs_task_definition.web",
      "aws_ecs_service.web",
      "the names move",
    ]);
  });

  test("has steps that follow each other, and add up", () => {
    const { seconds, steps } = report.recovery;
    for (const [i, { starts, parts, seconds: taken }] of steps.entries()) {
      expect(starts).toBe(steps.slice(0, i).reduce((sum, step) => sum + step.seconds, 0));
      expect(parts.reduce((sum, part) => sum + part.seconds, 0)).toBe(taken);
    }
    expect(steps.reduce((sum, step) => sum + step.seconds, 0)).toBe(seconds);
  });

  test("prints both figures, each with its parts and their sources", () => {
    expect(report.summary).toEqual([
      "Data loss with point_in_time: 5 min to 30 min; the objective is 30 min.",
      expect.stringMatching(
        /^Recovery time: 3\d min from `npx cdktf deploy dr` until the recovery region serves, without the time to decide; the objective is 45 min\.$/,
      ),
    ]);
    const details = report.details.join("\n");
    expect(details).toContain("aws_db_instance.database");
    for (const { source } of report.recovery.steps.flatMap(({ parts }) => parts)) expect(details).toContain(source);
    expect(details).toMatch(/newest copy of a snapshot: up to \d+ s/);
  });
});

describe("what cannot be kept is refused, with what would", () => {
  test("a loss of 5 minutes with replicated backups", () => {
    expect(messages(settings(), { rpo: 300, rto: 3600 })).toEqual([
      "recovery.objectives.rpo must be at least 1800 s with point_in_time, the worst case (30 min); recovery.database.mechanism = replica would meet it, 60 s",
    ]);
  });

  test("a loss of 2 days with weekly snapshots", () => {
    const [message] = messages(settings({ mechanism: "snapshot", snapshots: { every: "week" } }), {
      rpo: 172_800,
      rto: 3600,
    });
    expect(message).toMatch(/^recovery\.objectives\.rpo must be at least \d+ s with snapshots each week/);
    expect(message).toContain("recovery.snapshots.every = day would meet it");
    expect(message).toContain("recovery.database.mechanism = point_in_time would meet it, 1800 s");
  });

  test("a loss of an hour with daily snapshots: daily ones are not named again", () => {
    const [message] = messages(settings({ mechanism: "snapshot" }));
    expect(message).toContain("point_in_time would meet it");
    expect(message).not.toContain("every = day would");
  });

  test("a loss of a second", () => {
    expect(messages(settings(), { rpo: 1, rto: 3600 })).toEqual([
      expect.stringContaining("nothing that AWS offers for RDS would meet it"),
    ]);
  });

  test("a short recovery time with a standby from the start", () => {
    const [message] = messages(settings({ multiAz: true }), { rpo: 3600, rto: 2400 });
    expect(message).toMatch(
      /^recovery\.objectives\.rto must be at least 25\d\d s, .* of which aws_db_instance\.database takes 1980 s/,
    );
    expect(message).toMatch(
      /what would meet it: a restore in one zone \(recovery\.database\.multiAz = false\) \(19\d\d s\)/,
    );
    expect(message).not.toContain("warm cache");
  });

  test("a cold cache where the cache is what takes longest", () => {
    const cold = settings({}, { database: undefined, cache: { contents: "snapshot" } });
    const { aws_db_instance: _database, ...resource } = DR.json.resource;
    const withoutDatabase = { ...DR, json: { ...DR.json, resource } } as unknown as typeof DR;
    const [message] = messages(cold, { rpo: 3600, rto: 800 }, withoutDatabase);
    expect(message).toContain("aws_elasticache_replication_group.cache takes 1020 s");
    expect(message).toContain("what would meet it: a warm cache (cache in recovery.warm)");
  });

  test("a recovery time that nothing built can keep: what helps is named, and that it is not enough", () => {
    const [message] = messages(settings({ storageGib: 500, multiAz: true }), { rpo: 3600, rto: 600 });
    expect(message).toContain("and is not enough: ");
    expect(message).toContain("a replica that stands by (recovery.database.mechanism = replica)");
  });
});

describe("the model", () => {
  test("is never quicker with more storage, a standby, a first backup or slower checks", () => {
    fc.assert(
      fc.property(
        fc.record({
          storageGib: fc.integer({ min: 20, max: 65_536 }),
          multiAz: fc.boolean(),
          deferProtection: fc.boolean(),
        }),
        fc.constantFrom<(given: RecoverySettings) => RecoverySettings>(
          (given) => ({
            ...given,
            database: given.database && { ...given.database, storageGib: given.database.storageGib * 2 },
          }),
          (given) => ({ ...given, database: given.database && { ...given.database, multiAz: true } }),
          (given) => ({ ...given, database: given.database && { ...given.database, deferProtection: false } }),
          (given) => ({ ...given, cache: { contents: "snapshot" } }),
          (given) => ({ ...given, healthChecks: [...given.healthChecks, { interval: 30, healthyThreshold: 5 }] }),
        ),
        (database, change) => {
          const given = settings(database);
          return check(change(given)).recovery.seconds >= check(given).recovery.seconds;
        },
      ),
    );
  });

  test("counts the slowest health check, and no names where there are none", () => {
    const seconds = (rest: Partial<RecoverySettings>) => check(settings({}, rest)).recovery.seconds;
    const slow = [
      { interval: 30, healthyThreshold: 5 },
      { interval: 10, healthyThreshold: 2 },
    ];
    expect(seconds({ healthChecks: slow }) - seconds({})).toBe(130);
    expect(seconds({}) - seconds({ hasNames: false })).toBe(190);
  });

  test("has no data to lose without a database", () => {
    const report = check(settings({}, { database: undefined }), { rpo: 1, rto: 3600 });
    expect(report).toMatchObject({ loss: null, problems: [] });
    expect(report.summary[0]).toBe("Data loss: there is no database to recover.");
  });
});
