/**
 * `npm run decisions`: judges again, with an evaluator of IAM that is not ours, what the emulator decided in the last drill.
 * Ends with 1 where the two differ.
 */
import { Command } from "commander";
import * as fs from "node:fs";
import { runCommand } from "../tools/failure";
import { dist, readJson, writeJson } from "../tools/project";
import { plainTable } from "../tools/tables";
import { FAULTS } from "./decisions/faults";
import { ORACLE, Opinion, Oracle, withOracle } from "./decisions/oracle";
import { DecisionRecord, RecordedDecision, distinct, readRecord } from "./decisions/record";

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

async function main(): Promise<boolean> {
  const [given] = new Command("npm run decisions --")
    .description(`Compares the decisions of a drill with those of ${ORACLE}, which npm installs for the run.`)
    .argument("[file]", "what the emulator's --decisions wrote; by default that of the last `npm run drill`")
    .parse().args;
  const comparison = await withOracle((oracle) =>
    compare(readRecord(given ?? dist("drill", "decisions.jsonl")), oracle),
  );
  const { made, compared, differing, explained } = comparison;
  for (const [reason, count] of Object.entries(explained)) console.log(`${count} explained: ${reason}.`);
  const table = plainTable(["decisions", "compared", "differing"], ["right", "right", "right"]);
  table.push([made, compared, differing]);
  console.log(`\n${ORACLE}\n${table.toString()}`);
  const result = dist("drill.json");
  if (given === undefined && fs.existsSync(result)) {
    writeJson(result, { ...readJson<object>(result), decisions: { ...comparison, with: ORACLE } });
  }
  console.log(`\n${compared - differing} passed, ${differing} failed`);
  return differing === 0;
}

runCommand(main);
