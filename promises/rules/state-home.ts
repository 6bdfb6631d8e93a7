import { Backend, StackJson, backendOf } from "../stack-json/elements";
import { mentionsIn } from "./regions-in-text";
import { Rule, RuleProblem, knownStacks } from "./rule";

type Finding = Omit<RuleProblem, "stack" | "address">;

/**
 * The state of a stack is in its own region, where it can be read and locked when no other region answers, and no two
 * stacks share one. A file of its own is a state at home too.
 */
export const stateHome: Rule = (stacks, context) => [
  ...knownStacks(stacks, context).flatMap(({ stack, home }) =>
    problemsOf(backendOf(stack), home).map((finding) => ({
      stack: stack.name,
      address: "terraform.backend",
      ...finding,
    })),
  ),
  ...shared(stacks),
];

function problemsOf(backend: Backend | null, home: string | undefined): Finding[] {
  if (!backend) return [{ what: "the stack states no backend", fix: "state one: a file, or a bucket" }];
  if (backend.type === "local") return [];
  if (backend.type !== "s3") {
    return [
      {
        what: `a state in ${backend.type} depends on what may be lost with a region, or on nothing that we test`,
        fix: `keep it in a bucket of ${home ?? "the stack's region"}, or in a file`,
      },
    ];
  }
  return [...elsewhere(backend, home), ...unsafe(backend)];
}

function elsewhere({ body }: Backend, home: string | undefined): Finding[] {
  const region = JSON.stringify(body.region ?? null);
  if (body.region !== home) {
    return [
      {
        what: `its state is in ${region}, not in ${home}: with that region gone it can be neither read nor locked`,
        fix: `keep it in a bucket of ${home}`,
      },
    ];
  }
  const others = mentionsIn({ ...body, region: undefined }).filter(({ name }) => name !== home);
  return others.map(({ path, name }) => ({
    what: `its ${path} names ${name}, and its region is ${home}`,
    fix: `take the bucket and the key of ${home}`,
  }));
}

/** A lock in DynamoDB is deprecated, and has its own region; a state without a lock takes two runs at once. */
function unsafe({ body }: Backend): Finding[] {
  return [
    ...(body.use_lockfile === true ? [] : [{ what: "two runs at once are not kept apart", fix: "set use_lockfile" }]),
    ...(body.dynamodb_table === undefined
      ? []
      : [{ what: "its lock is in DynamoDB, which is deprecated", fix: "set use_lockfile instead" }]),
  ];
}

function shared(stacks: readonly StackJson[]): RuleProblem[] {
  const owners = new Map<string, string>();
  return stacks.flatMap((stack) => {
    const backend = backendOf(stack);
    if (!backend) return [];
    const { path, bucket, key } = backend.body;
    const place = JSON.stringify(backend.type === "local" ? [path] : [bucket, key]);
    const owner = owners.get(place);
    owners.set(place, owner ?? stack.name);
    if (owner === undefined) return [];
    return [
      {
        stack: stack.name,
        address: "terraform.backend",
        what: `stack ${owner} has the same state: each would destroy what the other made`,
        fix: "give each stack a key of its own",
      },
    ];
  });
}
