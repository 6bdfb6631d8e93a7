import { Storage, StorageProps } from "../../modules/storage";
import { SynthesizedStack, synthesize } from "../synthesis";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-1111-1111-1111-111111111111";
const COPY = {
  destination: {
    bucketArn: "arn:aws:s3:::nimbus-recovery",
    region: "us-west-2",
    kmsKeyArn: "arn:aws:kms:us-west-2:123456789012:key/22222222-2222-2222-2222-222222222222",
  },
};

const storage = (props: Partial<StorageProps> = {}, use: (bucket: Storage) => void = () => undefined) =>
  synthesize((stack) => use(new Storage(stack, "uploads", { name: "nimbus-uploads", ...props })));
const one = (stack: SynthesizedStack, type: string, name = "uploads") => stack.resource(type, name);

describe("what is made", () => {
  test.each<[string, Partial<StorageProps>, Record<string, number>]>([
    [
      "by default",
      {},
      {
        aws_s3_bucket: 2,
        aws_kms_key: 1,
        aws_s3_bucket_logging: 1,
        aws_s3_bucket_replication_configuration: 0,
        aws_s3_bucket_object_lock_configuration: 0,
        aws_s3_bucket_notification: 0,
      },
    ],
    ["with a key of the caller only", { kmsKey: { arn: KEY }, ownKmsKey: false }, { aws_kms_key: 0, aws_kms_alias: 0 }],
    ["with a key that was given later", { kmsKey: { arn: KEY } }, { aws_kms_key: 1 }],
    ["without logs", { accessLogs: false }, { aws_s3_bucket: 2, aws_s3_bucket_logging: 0 }],
    [
      "with logs to a bucket of the caller",
      { ownLogBucket: false, logBucket: { name: "nimbus-logs" } },
      { aws_s3_bucket: 1, aws_s3_bucket_logging: 1 },
    ],
    ["with a copy", { replication: COPY }, { aws_s3_bucket_replication_configuration: 1, aws_iam_role: 1 }],
    ["with a lock", { objectLock: { mode: "GOVERNANCE", days: 30 } }, { aws_s3_bucket_object_lock_configuration: 1 }],
    ["with events", { eventBridge: true }, { aws_s3_bucket_notification: 1 }],
  ])("%s", (_name, props, counts) => {
    const stack = storage(props);
    expect(Object.fromEntries(Object.keys(counts).map((type) => [type, stack.count(type)]))).toEqual(counts);
  });

  test("CORS rules hang on a map, since Terraform misses a rule in the body of a count of 0", () => {
    const cors = one(storage(), "aws_s3_bucket_cors_configuration");
    expect(cors).not.toHaveProperty("count");
    expect(cors.for_each).toMatch(/if length\(rules\) > 0/);
  });

  test("no input opens the bucket to the public", () => {
    expect(one(storage(), "aws_s3_bucket_public_access_block")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(one(storage(), "aws_s3_bucket_ownership_controls")).toMatchObject({
      rule: { object_ownership: "BucketOwnerEnforced" },
    });
  });

  test("versions are kept, or no longer", () => {
    const statusOf = (props?: Partial<StorageProps>) => one(storage(props), "aws_s3_bucket_versioning");
    expect(statusOf()).toMatchObject({ versioning_configuration: { status: "Enabled" } });
    expect(statusOf({ versioning: false })).toMatchObject({ versioning_configuration: { status: "Suspended" } });
  });
});

describe("nothing replaces the bucket", () => {
  test("Object Lock is no argument of the bucket, where it would", () => {
    const bucket = one(storage({ objectLock: { mode: "COMPLIANCE", years: 1 } }), "aws_s3_bucket");
    expect(bucket).not.toHaveProperty("object_lock_enabled");
  });

  test("names its key as no other module does", () => {
    expect(one(storage(), "aws_kms_alias").name).toMatch(/^alias\/.+-bucket$/);
  });

  test("a rename is refused by its guard", () => {
    expect(one(storage(), "aws_s3_bucket")).toMatchObject({
      lifecycle: {
        precondition: [
          {
            condition: '${local.uploads_identity_changes == ""}',
            error_message: expect.stringContaining("lose all objects in it") as string,
          },
        ],
      },
    });
  });

  test("it is not emptied to be deleted, unless that was said", () => {
    expect(one(storage(), "aws_s3_bucket")).toMatchObject({ force_destroy: false });
    expect(one(storage({ forceDestroy: true }), "aws_s3_bucket")).toMatchObject({ force_destroy: true });
  });
});

describe("encryption", () => {
  test("is with the module's own key, by way of a bucket key", () => {
    expect(one(storage(), "aws_s3_bucket_server_side_encryption_configuration")).toMatchObject({
      rule: [
        {
          apply_server_side_encryption_by_default: {
            sse_algorithm: "aws:kms",
            kms_master_key_id: "${local.uploads_kms_key_arn}",
          },
          bucket_key_enabled: true,
        },
      ],
    });
    expect(storage().local("uploads_kms_key_arn")).toBe("${one(aws_kms_key.uploads[*].arn)}");
    expect(storage({ kmsKey: { arn: KEY } }).local("uploads_kms_key_arn")).toBe(KEY);
  });

  test("an upload that names another is denied, one that names none is not", () => {
    const { policy } = one(storage(), "aws_s3_bucket_policy");
    expect(policy).toMatch(
      /Null = \{ "s3:x-amz-server-side-encryption-aws-kms-key-id" = "false" \}\s+StringNotEquals = \{\s+"s3:x-amz-server-side-encryption-aws-kms-key-id" = local.uploads_kms_key_arn/,
    );
    expect(policy).toMatch(
      /Null = \{ "s3:x-amz-server-side-encryption" = "false" \}\s+StringNotEquals = \{ "s3:x-amz-server-side-encryption" = "aws:kms" \}/,
    );
  });

  test("plain HTTP and old TLS are denied", () => {
    const { policy } = one(storage(), "aws_s3_bucket_policy");
    expect(policy).toContain('Bool = { "aws:SecureTransport" = "false" }');
    expect(policy).toContain('NumericLessThan = { "s3:TlsVersion" = "1.2" }');
  });
});

describe("roles", () => {
  const policyOf = (stack: SynthesizedStack, name: string) => stack.resource("aws_iam_role_policy", name);

  test("grantRead lets a role list, read and decrypt", () => {
    const granted = policyOf(
      storage({}, (bucket) => bucket.grantRead("reports", "reports-role", "reports/")),
      "uploads_reader_reports",
    );
    expect(granted).toMatchObject({ name: "nimbus-uploads-read-reports", role: "reports-role" });
    expect(granted.policy).toContain('Action = ["s3:GetObject", "s3:GetObjectTagging"]');
    expect(granted.policy).toContain('Resource = "${aws_s3_bucket.uploads.arn}/reports/*"');
    expect(granted.policy).toContain('"s3:prefix" = "reports/*"');
    expect(granted.policy).not.toMatch(/Put|Delete|GenerateDataKey/);
  });

  test("grantReadWrite lets a role write too, but delete no old version", () => {
    const { policy } = policyOf(
      storage({}, (bucket) => bucket.grantReadWrite("web", "web-role")),
      "uploads_writer_web",
    );
    for (const action of ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "kms:GenerateDataKey"]) {
      expect(policy).toContain(`"${action}"`);
    }
    expect(policy).not.toContain("DeleteObjectVersion");
    expect(policy).toContain('Resource = "${aws_s3_bucket.uploads.arn}/*"');
  });

  test("the verbs say what the inputs say", () => {
    const verb = policyOf(
      storage({}, (bucket) => bucket.grantReadWrite("web", "web-role", "files/")),
      "uploads_writer_web",
    );
    const input = policyOf(
      storage({ writers: { web: { roleName: "web-role", prefix: "files/" } } }),
      "uploads_writers",
    );
    const written = JSON.stringify(input)
      .replaceAll("each.value.prefix", "files/")
      .replaceAll("${files/}", "files/")
      .replaceAll("${each.key}", "web");
    expect(JSON.parse(written)).toMatchObject({ name: verb.name });
    expect(String(verb.policy).replace(/if "files\/"/, "if files/")).toBe(
      (JSON.parse(written) as { policy: string }).policy,
    );
  });

  test("the key is used by way of S3 only", () => {
    const { policy } = policyOf(
      storage({}, (bucket) => bucket.grantRead("web", "web-role")),
      "uploads_reader_web",
    );
    expect(policy).toContain('"kms:ViaService" = "s3.${data.aws_region.uploads_current.id}');
    expect(policy).toContain("Resource = local.uploads_decryption_keys");
  });
});

describe("lifecycle", () => {
  const lifecycle = (props?: Partial<StorageProps>) => one(storage(props), "aws_s3_bucket_lifecycle_configuration");

  test("unfinished uploads go after a week, in a rule for the whole bucket", () => {
    expect(lifecycle()).toMatchObject({
      rule: [
        {
          id: "housekeeping",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
        },
      ],
    });
    expect(lifecycle({ abortUploadsDays: 1 })).toMatchObject({
      rule: [{ abort_incomplete_multipart_upload: [{ days_after_initiation: 1 }] }],
    });
  });

  test("old versions go after 90 days, or never", () => {
    const rules = (props?: Partial<StorageProps>) =>
      (lifecycle(props).dynamic as { rule: { for_each: string } }).rule.for_each;
    expect(rules()).toMatch(/old-versions = \{.*noncurrent_days = 90.*id => rule if true/s);
    expect(rules({ expireNoncurrentVersions: false })).toContain("id => rule if false");
  });
});

describe("replication", () => {
  const rule = (props: Partial<NonNullable<StorageProps["replication"]>> = {}) => {
    const stack = storage({ replication: { ...COPY, ...props } });
    const { dynamic } = one(stack, "aws_s3_bucket_replication_configuration");
    return (dynamic as { rule: { content: Record<string, unknown> } }).rule.content;
  };

  test("promises 15 minutes, copies deletions, and encrypts with the key over there", () => {
    expect(rule()).toMatchObject({
      delete_marker_replication: { status: "Enabled" },
      source_selection_criteria: {
        sse_kms_encrypted_objects: { status: "Enabled" },
        replica_modifications: { status: "Disabled" },
      },
      destination: {
        bucket: COPY.destination.bucketArn,
        encryption_configuration: { replica_kms_key_id: COPY.destination.kmsKeyArn },
        dynamic: {
          replication_time: { content: { status: "Enabled", time: { minutes: 15 } } },
          metrics: { content: { status: "Enabled", dynamic: { event_threshold: { content: { minutes: 15 } } } } },
        },
      },
    });
  });

  test("can do without", () => {
    expect(rule({ deleteMarkers: false, timeControl: false, metrics: false, prefix: "files/" })).toMatchObject({
      filter: { prefix: "files/" },
      delete_marker_replication: { status: "Disabled" },
      destination: { dynamic: { access_control_translation: {} } },
    });
    const { destination } = rule({ timeControl: false, metrics: false }) as { destination: { dynamic: object } };
    expect(Object.keys(destination.dynamic)).toEqual(["access_control_translation"]);
  });

  test("waits for the versions", () => {
    expect(one(storage({ replication: COPY }), "aws_s3_bucket_replication_configuration")).toMatchObject({
      depends_on: ["aws_s3_bucket_versioning.uploads"],
    });
  });

  test("can be pointed at a bucket as soon as its versions are on", () => {
    const stack = synthesize((scope) => {
      const { arn } = new Storage(scope, "copy", { name: "nimbus-recovery" });
      scope.addOutput("arn", "ARN.", arn);
    });
    expect(stack.output("arn")?.value).toBe(
      "arn:${data.aws_partition.copy_current.partition}:s3:::${aws_s3_bucket_versioning.copy.bucket}",
    );
  });

  test("its role reads here, writes there, and uses each key for that only", () => {
    const { policy } = one(storage({ replication: COPY }), "aws_iam_role_policy", "uploads_replication");
    expect(policy).toMatch(/"kms:Encrypt", "kms:GenerateDataKey"\]\s+Resource = "arn:aws:kms:us-west-2/);
    expect(policy).toContain('"kms:ViaService" = "s3.us-west-2.${data.aws_partition.uploads_current.dns_suffix}"');
    expect(policy).not.toContain('"s3:*"');
  });
});

describe("bad input is refused with what is allowed", () => {
  const ORIGIN = { allowedOrigins: ["https://example.com"] };
  test.each<[string, Partial<StorageProps>, string]>([
    ["upper case", { name: "Nimbus-Uploads" }, "name must be 3 to 63 lower-case letters, digits and hyphens"],
    ["a dot", { name: "nimbus.uploads" }, "a dot would break TLS"],
    ["a name of S3's own", { name: "nimbus-s3alias" }, "name must not begin with xn--"],
    ["a name too long for its log bucket", { name: "n".repeat(59) }, "name must be at most 58 characters"],
    ["a name too long for its role", { name: "n".repeat(53), replication: COPY }, "needs a name of at most 52"],
    [
      "a copy with a key of another region",
      { replication: { destination: { ...COPY.destination, region: "eu-west-1" } } },
      "replication must have a destination.kmsKeyArn of destination.region: a key encrypts in its region only",
    ],
    ["a copy without versions", { versioning: false, replication: COPY }, "replication needs versioning"],
    [
      "time control without metrics",
      { replication: { ...COPY, metrics: false } },
      "replication must have metrics with timeControl",
    ],
    ["a lock without versions", { versioning: false, objectLock: { mode: "GOVERNANCE", days: 1 } }, "needs versioning"],
    ["a lock for no time", { objectLock: { mode: "GOVERNANCE" } }, "must have days or years, one of them"],
    [
      "a lock that nobody can lift, to be deleted",
      { objectLock: { mode: "COMPLIANCE", days: 1 }, forceDestroy: true },
      "cannot be COMPLIANCE with forceDestroy",
    ],
    ["no key", { ownKmsKey: false }, "ownKmsKey must be true unless kmsKey is given"],
    ["logs to nowhere", { ownLogBucket: false }, "logBucket must be given for the access logs"],
    ["a log bucket for no logs", { accessLogs: false, logBucket: { name: "logs" } }, "accessLogs is false"],
    ["logs to itself", { logBucket: { name: "nimbus-uploads" } }, "must be another bucket than this one"],
    ["a role by its ARN", { readers: { web: { roleName: "arn:aws:iam::1:role/web" } } }, "must be the name of a role"],
    [
      "a wildcard for a prefix",
      { writers: { web: { roleName: "web", prefix: "*" } } },
      "must be the beginning of a key",
    ],
    [
      "everybody",
      { policyStatements: { All: { principals: { aws: ["*"] }, actions: ["s3:GetObject"] } } },
      "must be an account or the ARN of a role, never *",
    ],
    [
      "every action",
      { policyStatements: { All: { principals: { aws: ["123456789012"] }, actions: ["s3:*"] } } },
      "never s3:*",
    ],
    ["an origin without a scheme", { corsRules: { app: { allowedOrigins: ["example.com"] } } }, "with https://"],
    [
      "a method of no use",
      { corsRules: { app: { ...ORIGIN, allowedMethods: ["PATCH" as never] } } },
      "must be one of GET",
    ],
    ["a rule that does nothing", { lifecycleRules: { a: { prefix: "a/" } } }, "must do something"],
    [
      "a rule of our name",
      { lifecycleRules: { housekeeping: { expirationDays: 1 } } },
      "must not be named housekeeping",
    ],
    ["infrequent access too soon", { lifecycleRules: { a: { transitions: { STANDARD_IA: 7 } } } }, "at least 30 days"],
    [
      "a way up",
      { lifecycleRules: { a: { transitions: { GLACIER: 90, GLACIER_IR: 100 } } } },
      "must go down the order STANDARD_IA",
    ],
    [
      "too short a stay",
      { lifecycleRules: { a: { transitions: { STANDARD_IA: 30, GLACIER: 45 } } } },
      "with at least 30 days in STANDARD_IA",
    ],
    [
      "deletion before the move",
      { lifecycleRules: { a: { transitions: { GLACIER: 90 }, expirationDays: 60 } } },
      "after they were moved, not before",
    ],
    ["an unknown class", { lifecycleRules: { a: { transitions: { COLD: 1 } } } }, "keys must be of STANDARD_IA"],
  ])("%s", (_name, props, message) => {
    expect(() => storage(props)).toThrow(message);
  });
});
