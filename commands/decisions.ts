/**
 * `npm run decisions`: judges again, with an evaluator of IAM that is not ours, what the emulator decided in the last drill, and
 * says which rights of the roles the drill never needed. Ends with 1 where the two evaluators differ; with `--least-privilege`
 * also where a right that was not needed stands in no list with a reason (`drill/unused-rights.ts`).
 */
import { Command } from "commander";
import * as fs from "node:fs";
import { runCommand } from "../tools/failure";
import { dist, readJson, writeJson } from "../tools/project";
import { plainTable } from "../tools/tables";
import { FAULTS } from "./decisions/faults";
import { ORACLE, Opinion, Oracle, withOracle } from "./decisions/oracle";
import { DecisionRecord, RecordedDecision, distinct, readRecord } from "../drill/decision-record";
import { leastPrivilege } from "../drill/least-privilege";

/** How two evaluators agree. */
interface Comparison {
  /** Decisions in the record. */
  readonly made: number;
  /** Those that are not the same as another but for the moment: each was judged again. */
  readonly compared: number;
  readonly differing: number;
  /** Differences that faults of the other evaluator explain, by reason. */
  readonly explained: Readonly<Record<string, number>>;
}

/** Differences that are printed; after some dozens nobody learns more. */
const SHOWN = 30;

async function compare(record: DecisionRecord, oracle: Oracle): Promise<Comparison> {
  const explained: Record<string, number> = {};
  const decisions = distinct(record);
  let differing = 0;
  for (const decision of decisions) {
    const opinion = await oracle(decision, record.documents);
    if (opinion.verdict === decision.decision) continue;
    const fault = FAULTS.find(({ explains }) => explains(decision, opinion));
    if (fault) explained[fault.reason] = (explained[fault.reason] ?? 0) + 1;
    else if ((differing += 1) <= SHOWN) console.log(describe(decision, opinion));
  }
  return { made: record.decisions.length, compared: decisions.length, differing, explained };
}

const describe = ({ n, arn, action, resource, decision }: RecordedDecision, { verdict, error }: Opinion): string =>
  `Request ${n}: ${arn} ${action} on ${resource}: ${decision} here, ${verdict}${error ? ` (${error})` : ""} there`;

/** The roles that asked for something, by what they are called in the lists. */
function rolesIn({ decisions }: DecisionRecord): Map<string, string> {
  const named = decisions.flatMap(({ arn }) => {
    const [, name, role] = /:assumed-role\/(.+-(deploy|plan|recover|failback))\//.exec(arn) ?? [];
    return name === undefined ? [] : [[role, name] as const];
  });
  return new Map(named);
}

/** Prints what the roles were granted and did not need. Returns what stands in no list, or in one for nothing. */
function tellUnused(record: DecisionRecord): string[] {
  const table = plainTable(["role", "rights", "unused", "without a reason"], ["left", "right", "right", "right"]);
  const faults = [...rolesIn(record)].sort().flatMap(([role, name]) => {
    const { granted, unused, unexplained, stale } = leastPrivilege(record, name, role);
    table.push([role, granted.length, unused.length, unexplained.length]);
    return [
      ...unexplained.map(
        (action) => `${role} is granted ${action} and never used it: take it away, or say why it stays`,
      ),
      ...stale.map((action) => `${role} is not granted ${action}: take it out of the list`),
    ];
  });
  console.log(`\nRights that the record did not need\n${table.toString()}`);
  for (const fault of faults) console.log(fault);
  return faults;
}

async function main(): Promise<boolean> {
  const command = new Command("npm run decisions --")
    .description(`Compares the decisions of a drill with those of ${ORACLE}, which npm installs for the run.`)
    .argument("[file]", "what the emulator's --decisions wrote; by default that of the last `npm run drill`")
    .option(
      "--least-privilege",
      "fail where a right that was not needed has no reason: for the environments of this repository",
    )
    .parse();
  const [given] = command.args;
  const isStrict = command.opts<{ leastPrivilege?: boolean }>().leastPrivilege === true;
  const record = readRecord(given ?? dist("drill", "decisions.jsonl"));
  const faults = tellUnused(record);
  const comparison = await withOracle((oracle) => compare(record, oracle));
  const { made, compared, differing, explained } = comparison;
  for (const [reason, count] of Object.entries(explained)) console.log(`${count} explained: ${reason}.`);
  const table = plainTable(["decisions", "compared", "differing"], ["right", "right", "right"]);
  table.push([made, compared, differing]);
  console.log(`\n${ORACLE}\n${table.toString()}`);
  const result = dist("drill.json");
  if (given === undefined && fs.existsSync(result)) {
    writeJson(result, { ...readJson<object>(result), decisions: { ...comparison, with: ORACLE } });
  }
  const failed = differing + (isStrict ? faults.length : 0);
  console.log(`\n${compared - differing} passed, ${failed} failed`);
  return failed === 0;
}

runCommand(main);
