import { section, t } from "../../../kernel";
import { ANYWHERE, keyArn } from "../../parts/arns";
import { CPU_UNITS } from "../fargate";
import {
  NAME_KEY,
  absolutePath,
  mountPath,
  environment,
  healthCheck,
  image,
  port,
  secrets,
  startAfter,
  user,
  whole,
} from "./types";

const CAPABILITIES = ["ALL", "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD"] as const;
const MORE_CAPABILITIES = [
  "NET_BIND_SERVICE",
  "NET_RAW",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
] as const;

/** The main container: what runs, how large it is, what it is given. */
export const containerInputs = {
  ...section("Container", {
    /** Image of the main container, with a tag or a digest. */
    image: image(),
    /**
     * Whether an image without a tag or digest is refused, and one tagged latest: what runs would depend on when a task
     * starts. Relax it in development only.
     * @default true
     */
    requireImageTag: t.bool().default(true),
    /** Command of the main container. Null is the image's own. */
    command: t.list(t.string()).optional(),
    /** Entry point of the main container. Null is the image's own. */
    entrypoint: t.list(t.string()).optional(),
    /** Working directory of the main container. Null is the image's own. */
    workingDirectory: absolutePath("/app").optional(),
    /**
     * CPU units of the task, 1024 to one vCPU: 256, 512, 1024, 2048, 4096, 8192, 16384 or
     * 32768.
     * @default 512
     */
    cpu: t.number().oneOf(CPU_UNITS).example(512).default(512),
    /**
     * Memory of the task in MiB. What Fargate offers depends on cpu: 2 to 8 times as much, in steps of 1024 (from 8192
     * CPU units 4096, from 16384 CPU units 8192); with 256 CPU units 512, 1024 or 2048, with 32768 61440, 122880 or
     * 249856.
     * @default 1024
     */
    memory: t.number().integer().example(1024).default(1024),
    /**
     * Processor architecture that the image is built for. ARM64 costs about a fifth less.
     * @default "X86_64"
     */
    architecture: t.oneOf("X86_64", "ARM64").default("X86_64"),
    /**
     * Port that the main container listens on; null for one that does not listen. Changing it under routing makes a new
     * target group, which answers 503 until new tasks are up.
     */
    port: port().optional(),
    /**
     * Environment variables of the main container. Never secrets: these can be read by whoever may read the task
     * definition.
     * @default {}
     */
    environment: environment().default({}),
    /**
     * Environment variables that are read from Secrets Manager or from Systems Manager when a task starts, by the
     * variable's name. `jsonKey` takes one value out of a JSON secret.
     * @default {}
     */
    secrets: secrets().default({}),
    /**
     * ARNs of the customer managed keys that the secrets are encrypted with. AWS's own keys need no mention.
     * @default []
     */
    secretKmsKeys: t.list(keyArn(ANYWHERE)).default([]),
    /**
     * Health check that runs inside of the main container; a task that fails it is replaced. Null leaves it to the load
     * balancer.
     */
    healthCheck: healthCheck().optional(),
    /**
     * Seconds between SIGTERM and SIGKILL when a task stops; Fargate allows at most 120.
     * @default 30
     */
    stopTimeout: whole(2, 120, "seconds").default(30),
    /**
     * Sidecars that the main container waits for, with the state that they must have reached.
     * @default {}
     */
    startAfter: startAfter().default({}),
  }),
  ...section("Container security", {
    /**
     * User and group of the main container, as names or numbers.
     * @default "1000:1000"
     */
    user: user(),
    /**
     * Whether containers may run as root.
     * @default false
     */
    allowRoot: t.bool().default(false),
    /**
     * Whether the root file system of the main container is read-only. It cannot be with exec.
     * @default true
     */
    readonlyRoot: t.bool().default(true),
    /**
     * Folders that the main container may write to, by a name of your own; empty when a task starts and gone when it
     * ends. Fargate gives them to root: for another user the image must declare the same path with VOLUME, owned by
     * that user.
     * @default {}
     */
    writablePaths: t
      .map(mountPath("/tmp"))
      .keys(...NAME_KEY)
      .default({}),
    /**
     * Linux capabilities that are taken from every container.
     * @default ["ALL"]
     */
    dropCapabilities: t.set(t.oneOf(...CAPABILITIES, ...MORE_CAPABILITIES)).default(["ALL"]),
    /**
     * Linux capabilities that are added to the main container; Fargate knows SYS_PTRACE only.
     * @default []
     */
    addCapabilities: t.set(t.oneOf("SYS_PTRACE")).default([]),
    /**
     * Whether an init process runs as process 1: it forwards signals and reaps what has ended.
     * @default true
     */
    initProcess: t.bool().default(true),
    /**
     * Limits of the main container. Fargate lets a task change nofile only, the number of open files.
     * @default {}
     */
    ulimits: t
      .map(
        t
          .object({
            /** Limit that a process starts with. */
            soft: whole(0, 1_048_576),
            /** Limit that a process may raise its own to. */
            hard: whole(0, 1_048_576),
          })
          .rule({
            test: ({ soft, hard }) => soft <= hard,
            condition: (ref) => `${ref}.soft <= ${ref}.hard`,
            message: "must have a soft limit that is not above the hard one",
            bad: { soft: 65536, hard: 1024 },
          }),
      )
      .keys(/^nofile$/, "must be nofile, the only limit that Fargate lets a task change", {
        good: "nofile",
        bad: "nproc",
      })
      .default({}),
  }),
  ...section("Storage", {
    /**
     * Disk of a task in GiB, gone when it ends. 20 come with every task; up to 200 are charged by the hour.
     * @default 20
     */
    ephemeralStorage: whole(20, 200, "GiB").default(20),
    /**
     * EFS file systems that the main container mounts, by a name of your own: encrypted in transit, with the task
     * role's rights. Open port 2049 with `egress`.
     * @default {}
     */
    efsVolumes: t
      .map(
        t
          .object({
            /** ID of the file system. */
            fileSystemId: t
              .string()
              .pattern(/^fs-[0-9a-f]+$/, "must be the ID of an EFS file system", { good: "fs-0a1b2c3d", bad: "media" }),
            /** Path in the main container. */
            path: mountPath("/media"),
            /**
             * Folder of the file system that is mounted. Leave it out with `accessPointId`.
             * @default "/"
             */
            rootDirectory: absolutePath("/media").default("/"),
            /** ID of the access point. Null mounts without one. */
            accessPointId: t
              .string()
              .pattern(/^fsap-[0-9a-f]+$/, "must be the ID of an access point", { good: "fsap-0a1b2c3d", bad: "media" })
              .optional(),
            /**
             * Whether the container may only read.
             * @default false
             */
            readOnly: t.bool().default(false),
          })
          .rule({
            test: ({ accessPointId, rootDirectory }) => !accessPointId || rootDirectory === "/",
            condition: (ref) => `${ref}.access_point_id == null ? true : ${ref}.root_directory == "/"`,
            message: (spell) =>
              `must leave ${spell("rootDirectory")} out when it has an ${spell("accessPointId")}: the access point says it`,
            bad: { accessPointId: "fsap-0a1b2c3d", rootDirectory: "/media" },
          }),
      )
      .keys(...NAME_KEY)
      .default({}),
  }),
};

/** Containers beside the main one. */
export const sidecarInputs = section("Sidecars", {
  /**
   * Further containers of the task, by name.
   * @default {}
   */
  sidecars: t
    .map(
      t
        .object({
          /** Image of the sidecar, with a tag or a digest. */
          image: image(),
          /** Command. Null is the image's own. */
          command: t.list(t.string()).optional(),
          /** Entry point. Null is the image's own. */
          entrypoint: t.list(t.string()).optional(),
          /**
           * CPU units that are kept for the sidecar, 1024 to one vCPU. 0 keeps none.
           * @default 0
           */
          cpu: whole(0, 32_768, "CPU units").default(0),
          /** Memory in MiB above which the sidecar is stopped. Null leaves it the task's. */
          memory: whole(6, 249_856, "MiB").optional(),
          /** Memory in MiB that is kept for the sidecar. Null keeps none. */
          memoryReservation: whole(6, 249_856, "MiB").optional(),
          /**
           * Whether the task stops when the sidecar does.
           * @default false
           */
          essential: t.bool().default(false),
          /**
           * Environment variables. Never secrets: whoever may read the task definition can read them.
           * @default {}
           */
          environment: environment().default({}),
          /**
           * Environment variables that are read from Secrets Manager or Systems Manager, by the variable's name.
           * @default {}
           */
          secrets: secrets().default({}),
          /** Port that the sidecar listens on. Null listens on none. */
          port: port().optional(),
          /** Health check inside of the sidecar. Null checks nothing. */
          healthCheck: healthCheck().optional(),
          /**
           * Containers that the sidecar waits for, with the state that they must have reached.
           * @default {}
           */
          startAfter: startAfter().default({}),
          /**
           * User and group, as names or numbers.
           * @default "1000:1000"
           */
          user: user(),
          /**
           * Whether the root file system is read-only.
           * @default true
           */
          readonlyRoot: t.bool().default(true),
          /**
           * Paths in the sidecar, by the names of `writablePaths` and `efsVolumes` that are mounted there.
           * @default {}
           */
          mounts: t
            .map(mountPath("/tmp"))
            .keys(...NAME_KEY)
            .default({}),
          /**
           * Seconds between SIGTERM and SIGKILL when the task stops; Fargate allows at most 120.
           * @default 30
           */
          stopTimeout: whole(2, 120, "seconds").default(30),
        })
        .rule({
          test: ({ memory, memoryReservation }) => !memory || !memoryReservation || memoryReservation <= memory,
          condition: (ref) =>
            `${ref}.memory == null || ${ref}.memory_reservation == null ? true : ${ref}.memory_reservation <= ${ref}.memory`,
          message: (spell) => `must not have a ${spell("memoryReservation")} above memory`,
          bad: { memory: 64, memoryReservation: 128 },
        })
        .rule({
          test: ({ environment, secrets }) =>
            Object.keys(secrets ?? {}).every((name) => !(name in (environment ?? {}))),
          condition: (ref) => `length(setintersection(keys(${ref}.environment), keys(${ref}.secrets))) == 0`,
          message: "must not have the same name in environment and in secrets",
          bad: {
            environment: { TOKEN: "x" },
            secrets: { TOKEN: { arn: "arn:aws:ssm:us-east-1:123456789012:parameter/web/token" } },
          },
        }),
    )
    .keys(...NAME_KEY)
    .default({}),
});
