import { CrossRule, Props, Spell } from "../../../kernel";
import { CPU_UNITS, describeMemory, memoryFor, memoryHcl } from "../fargate";
import { isPinned, isPinnedHcl } from "../image";
import type { serviceFields } from "./fields";
import { networkRules } from "./network-rules";

type Rule = CrossRule<typeof serviceFields>;
type Service = Required<Props<typeof serviceFields>>;

const AGENT = { image: "public.ecr.aws/datadog/agent:7.71.2" };
type Message = (spell: Spell<"requireImageTag" | "allowRoot">) => string;
const pinned: Message = (spell) =>
  `must end with a tag other than latest, or with a digest, such as web:1.4.2; set ${spell("requireImageTag")} to false where that may be relaxed`;
const notRoot: Message = (spell) =>
  `must not be root; set ${spell("allowRoot")} to true where the image cannot do without`;

/** One rule for each number of CPU units, so that the message can name what goes with it. */
const memoryRules = CPU_UNITS.map((cpu): Rule => ({
  on: "memory",
  test: (service) => service.cpu !== cpu || memoryFor(cpu).includes(service.memory),
  condition: `var.cpu != ${cpu} || contains(${memoryHcl(cpu)}, var.memory)`,
  message: `must be ${describeMemory(cpu)} MiB with ${cpu} CPU units`,
  bad: { cpu, memory: 777 },
}));

const imageRules: readonly Rule[] = [
  {
    on: "image",
    test: ({ image, requireImageTag }) => !requireImageTag || isPinned(image),
    condition: `!var.require_image_tag ? true : ${isPinnedHcl("var.image")}`,
    message: pinned,
    bad: { image: "public.ecr.aws/nginx/nginx" },
  },
  {
    on: "image",
    test: ({ image, requireImageTag }) => !requireImageTag || !image.endsWith(":latest"),
    condition: '!var.require_image_tag ? true : !endswith(var.image, ":latest")',
    message: "must not be tagged latest: which image runs would depend on when a task starts",
    bad: { image: "public.ecr.aws/nginx/nginx:latest" },
  },
  {
    on: "sidecars",
    test: ({ sidecars, requireImageTag }) =>
      !requireImageTag || Object.values(sidecars).every(({ image }) => isPinned(image)),
    condition: `!var.require_image_tag ? true : alltrue([for sidecar in values(var.sidecars) : ${isPinnedHcl("sidecar.image")} if sidecar != null])`,
    message: (spell) => `must hold only values whose image ${pinned(spell)}`,
    bad: { sidecars: { agent: { image: "public.ecr.aws/datadog/agent" } } },
  },
];

const isRoot = (user: string): boolean => /^(0+|root)(:|$)/.test(user);
const isRootHcl = (user: string): string => `can(regex("^(0+|root)(:|$)", ${user}))`;

const userRules: readonly Rule[] = [
  {
    on: "user",
    test: ({ user, allowRoot }) => allowRoot || !isRoot(user),
    condition: `var.allow_root ? true : !${isRootHcl("var.user")}`,
    message: notRoot,
    bad: { user: "0:0" },
  },
  {
    on: "sidecars",
    test: ({ sidecars, allowRoot }) => allowRoot || Object.values(sidecars).every(({ user }) => !isRoot(user ?? "")),
    condition: `var.allow_root ? true : alltrue([for sidecar in values(var.sidecars) : !${isRootHcl("sidecar.user")} if sidecar != null])`,
    message: (spell) => `must hold only values whose user ${notRoot(spell)}`,
    bad: { sidecars: { agent: { ...AGENT, user: "root" } } },
  },
];

/** What each sidecar waits for, and in which state. */
const waits = ({ sidecars }: Service): [string, string][] =>
  Object.values(sidecars).flatMap(({ startAfter = {} }) => Object.entries(startAfter));

const sidecarRules: readonly Rule[] = [
  {
    on: "sidecars",
    test: ({ name, sidecars }) => !(name in sidecars),
    condition: "!contains(keys(var.sidecars), var.name)",
    message: "must not have the name of the service, which the main container goes by",
    bad: { sidecars: { web: AGENT } },
  },
  {
    on: "sidecars",
    test: (service) => waits(service).every(([other]) => other === service.name || other in service.sidecars),
    condition:
      "length(setsubtract(flatten([for sidecar in values(var.sidecars) : keys(sidecar.start_after) if sidecar != null]), concat(keys(var.sidecars), [var.name]))) == 0",
    message: (spell) => `must have only containers of the task in ${spell("startAfter")}`,
    bad: { sidecars: { agent: { ...AGENT, startAfter: { nobody: "START" } } } },
  },
  {
    on: "sidecars",
    test: (service) =>
      waits(service).every(([other, state]) => {
        if (state !== "HEALTHY") return true;
        if (other === service.name) return Boolean(service.healthCheck);
        return !(other in service.sidecars) || Boolean(service.sidecars[other].healthCheck);
      }),
    condition:
      "alltrue(flatten([for sidecar in values(var.sidecars) : [for other, state in sidecar.start_after : " +
      'state != "HEALTHY" || (other == var.name ? var.health_check != null : try(var.sidecars[other].health_check != null, true)) if state != null] if sidecar != null]))',
    message: (spell) =>
      `must have HEALTHY in ${spell("startAfter")} only with a container that has a ${spell("healthCheck")}; it would wait for ever`,
    bad: { sidecars: { agent: { ...AGENT, startAfter: { web: "HEALTHY" } } } },
  },
  {
    on: "startAfter",
    test: ({ startAfter, sidecars }) => Object.keys(startAfter).every((other) => other in sidecars),
    condition: "length(setsubtract(keys(var.start_after), keys(var.sidecars))) == 0",
    message: "must have only names of sidecars",
    bad: { startAfter: { nobody: "START" } },
  },
  {
    on: "startAfter",
    test: ({ startAfter, sidecars }) =>
      Object.entries(startAfter).every(
        ([other, state]) => state !== "HEALTHY" || !(other in sidecars) || Boolean(sidecars[other].healthCheck),
      ),
    condition:
      'alltrue([for other, state in var.start_after : state != "HEALTHY" || try(var.sidecars[other].health_check != null, true) if state != null])',
    message: (spell) =>
      `must have HEALTHY only with a sidecar that has a ${spell("healthCheck")}; it would wait for ever`,
    bad: { sidecars: { agent: AGENT }, startAfter: { agent: "HEALTHY" } },
  },
  {
    on: "startAfter",
    test: ({ startAfter, sidecars }) =>
      Object.entries(startAfter).every(([other, state]) => !isEnd(state) || !sidecars[other]?.essential),
    condition:
      'alltrue([for other, state in var.start_after : !contains(["COMPLETE", "SUCCESS"], state) || try(!var.sidecars[other].essential, true) if state != null])',
    message: "must have COMPLETE and SUCCESS only with a sidecar that is not essential: its end would end the task",
    bad: { sidecars: { agent: { ...AGENT, essential: true } }, startAfter: { agent: "SUCCESS" } },
  },
  {
    on: "sidecars",
    test: ({ sidecars, writablePaths, efsVolumes }) =>
      Object.values(sidecars).every(({ mounts = {} }) =>
        Object.keys(mounts).every((volume) => volume in writablePaths || volume in efsVolumes),
      ),
    condition:
      "length(setsubtract(flatten([for sidecar in values(var.sidecars) : keys(sidecar.mounts) if sidecar != null]), concat(keys(var.writable_paths), keys(var.efs_volumes)))) == 0",
    message: (spell) => `must have only names of ${spell("writablePaths")} and ${spell("efsVolumes")} in mounts`,
    bad: { sidecars: { agent: { ...AGENT, mounts: { nothing: "/tmp" } } } },
  },
  {
    on: "sidecars",
    test: ({ sidecars, cpu }) => total(Object.values(sidecars).map((sidecar) => sidecar.cpu ?? 0)) < cpu,
    condition: "sum(concat([0], [for sidecar in values(var.sidecars) : sidecar.cpu if sidecar != null])) < var.cpu",
    message: "must have less cpu in all than the task, so that some is left for the main container",
    bad: { sidecars: { agent: { ...AGENT, cpu: 512 } }, cpu: 512 },
  },
  {
    on: "sidecars",
    test: ({ sidecars, memory }) =>
      total(Object.values(sidecars).map((one) => one.memoryReservation ?? one.memory ?? 0)) < memory,
    condition:
      "sum(concat([0], [for sidecar in values(var.sidecars) : try(coalesce(sidecar.memory_reservation, sidecar.memory), 0)])) < var.memory",
    message: "must have less memory in all than the task, so that some is left for the main container",
    bad: { sidecars: { agent: { ...AGENT, memory: 1024 } }, memory: 1024 },
  },
];

/** A folder, whether or not it is written with a slash at its end. */
const withoutSlash = (path: string): string => path.replace(/\/$/, "");

const isEnd = (state: string): boolean => state === "COMPLETE" || state === "SUCCESS";
const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

const containerRules: readonly Rule[] = [
  {
    on: "secrets",
    test: ({ environment, secrets }) => Object.keys(secrets).every((name) => !(name in environment)),
    condition: "length(setintersection(keys(var.environment), keys(var.secrets))) == 0",
    message: "must not have a name that environment has too",
    bad: {
      environment: { TOKEN: "x" },
      secrets: { TOKEN: { arn: "arn:aws:ssm:us-east-1:123456789012:parameter/web/token" } },
    },
  },
  {
    on: "efsVolumes",
    test: ({ efsVolumes, writablePaths }) => Object.keys(efsVolumes).every((name) => !(name in writablePaths)),
    condition: "length(setintersection(keys(var.efs_volumes), keys(var.writable_paths))) == 0",
    message: (spell) => `must not have a name that ${spell("writablePaths")} has too`,
    bad: { efsVolumes: { tmp: { fileSystemId: "fs-0a1b2c3d", path: "/media" } }, writablePaths: { tmp: "/tmp" } },
  },
  {
    on: "writablePaths",
    test: ({ writablePaths }) => {
      const folders = Object.values(writablePaths).map(withoutSlash);
      return new Set(folders).size === folders.length;
    },
    condition:
      'length(distinct([for path in values(var.writable_paths) : trimsuffix(path, "/") if path != null])) == length([for path in values(var.writable_paths) : path if path != null])',
    message: (spell) =>
      `must be folders that differ from one another, and from those of ${spell("efsVolumes")}: a container has one thing in a place`,
    bad: { writablePaths: { tmp: "/tmp", cache: "/tmp/" } },
  },
  {
    // Terraform takes no two variables whose validations read one another: this one reads both.
    on: "efsVolumes",
    test: ({ writablePaths, efsVolumes }) => {
      const mounted = Object.values(efsVolumes).map(({ path }) => withoutSlash(path));
      const others = new Set(Object.values(writablePaths).map(withoutSlash));
      return new Set(mounted).size === mounted.length && mounted.every((path) => !others.has(path));
    },
    condition:
      'length(distinct([for one in values(var.efs_volumes) : trimsuffix(one.path, "/") if one != null])) == length([for one in values(var.efs_volumes) : one if one != null]) && ' +
      'length(setintersection([for one in values(var.efs_volumes) : trimsuffix(one.path, "/") if one != null], [for path in values(var.writable_paths) : trimsuffix(path, "/") if path != null])) == 0',
    message: (spell) =>
      `must be mounted in folders that differ from one another, and from those of ${spell("writablePaths")}: a container has one thing in a place`,
    bad: { efsVolumes: { media: { fileSystemId: "fs-0a1b2c3d", path: "/tmp" } }, writablePaths: { tmp: "/tmp" } },
  },
  {
    on: "exec",
    test: ({ exec, readonlyRoot }) => !exec || !readonlyRoot,
    condition: "var.exec == null ? true : !var.readonly_root",
    message: (spell) =>
      `needs ${spell("readonlyRoot")} to be false: the agent that it starts inside of the container writes files`,
    bad: { exec: {}, readonlyRoot: true },
  },
];

/** 64 characters for the name of a role, less the longest name of a region and `-execution-`. */
const LONGEST_NAMES = 38;

const operationRules: readonly Rule[] = [
  {
    on: "cluster",
    test: ({ cluster, name }) => cluster.name.length + name.length <= LONGEST_NAMES,
    condition: `length(var.cluster.name) + length(var.name) <= ${LONGEST_NAMES}`,
    message: `must have a name that, with the name of the service, is at most ${LONGEST_NAMES} characters long: roles are named after both`,
    bad: {
      cluster: {
        name: "a-cluster-with-a-name-that-is-very-long-indeed",
        arn: "arn:aws:ecs:us-east-1:123456789012:cluster/a-cluster-with-a-name-that-is-very-long-indeed",
      },
    },
  },
  {
    on: "scaling",
    test: ({ scaling, routing }) => !scaling?.requests || Boolean(routing),
    condition: "var.scaling == null ? true : var.scaling.requests == null ? true : var.routing != null",
    message: "must have requests only with routing: without a load balancer there are none to count",
    bad: { scaling: { minimum: 1, maximum: 2, requests: { target: 1000 } }, routing: undefined },
  },
  {
    on: "maximumPercent",
    test: ({ minimumHealthyPercent, maximumPercent }) => minimumHealthyPercent < maximumPercent,
    condition: "var.minimum_healthy_percent < var.maximum_percent",
    message: (spell) => `must be above ${spell("minimumHealthyPercent")}: otherwise no task could ever be replaced`,
    bad: { minimumHealthyPercent: 100, maximumPercent: 100, availabilityZoneRebalancing: false },
  },
  {
    on: "availabilityZoneRebalancing",
    test: ({ availabilityZoneRebalancing, maximumPercent }) => !availabilityZoneRebalancing || maximumPercent > 100,
    condition: "!var.availability_zone_rebalancing || var.maximum_percent > 100",
    message: (spell) =>
      `needs a ${spell("maximumPercent")} above 100, as a task is started before another one is stopped`,
    bad: { availabilityZoneRebalancing: true, minimumHealthyPercent: 50, maximumPercent: 100 },
  },
];

const PREPARED = {
  executionRoleArn: "arn:aws:iam::123456789012:role/web-execution",
  taskRoleArn: "arn:aws:iam::123456789012:role/web-task",
  logGroupName: "/ecs/nimbus-production/web",
  securityGroupId: "sg-0a1b2c3d",
};

const preparationRules: readonly Rule[] = [
  {
    on: "prepared",
    test: ({ prepared, prepareOnly }) => !prepared || !prepareOnly,
    condition: "var.prepared == null || !var.prepare_only",
    message: (spell) => `must be left out with ${spell("prepareOnly")}: one instance prepares, the other runs`,
    bad: { prepared: PREPARED, prepareOnly: true, routing: undefined },
  },
  {
    on: "prepared",
    test: ({ prepared, taskRole, executionRole }) => !prepared || (!taskRole && !executionRole),
    condition: "var.prepared == null || (var.task_role == null && var.execution_role == null)",
    message: (spell) =>
      `must be left out with ${spell("taskRole")} and ${spell("executionRole")}: the roles are those that were prepared`,
    bad: {
      prepared: PREPARED,
      taskRole: { arn: "arn:aws:iam::123456789012:role/web-task" },
      routing: undefined,
    },
  },
  {
    on: "prepared",
    test: ({ prepared, routing }) => !prepared || !routing || Boolean(prepared.targetGroupArn),
    condition: "var.prepared == null || var.routing == null ? true : var.prepared.target_group_arn != null",
    message: (spell) => `must have a ${spell("targetGroupArn")} with routing: prepare the service with routing as well`,
    bad: { prepared: PREPARED },
  },
];

/** The rules across inputs. */
export const rules: readonly Rule[] = [
  ...memoryRules,
  ...imageRules,
  ...userRules,
  ...sidecarRules,
  ...containerRules,
  ...networkRules,
  ...operationRules,
  ...preparationRules,
];
