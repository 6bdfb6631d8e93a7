import { Rights, describeDenied } from "../emulator/rights";
import { Typist } from "../tools/sign-in";
import { Promised } from "./promises";

/** The roles that type the commands of a whole drill. */
export const TYPISTS: readonly Typist[] = ["deploy", "plan", "recover", "failback"];

/**
 * What a drill, or a part of one, promises about rights.
 *
 * @param prefix what the environment's names begin with, such as `nimbus-production`
 * @param typists who must have asked for something: else the commands were typed by somebody else than is said
 */
export function judgeRights(rights: Rights, prefix: string, typists = TYPISTS): Promised[] {
  const { denied, deniedRequests, refusedByModels, roles, decisions } = rights;
  const silent = typists.filter((role) => !roles[`${prefix}-${role}`]);
  const names = typists.join(", ");
  const judged: Promised[] = [
    {
      what: "each role may do what it has to",
      isKept: denied === 0,
      seen: denied === 0 ? `0 denied in ${decisions.made} decisions` : deniedRequests.map(describeDenied).join("; "),
    },
    {
      what: "AWS's models of its API refuse no request",
      isKept: refusedByModels === 0,
      seen: `${refusedByModels} requests`,
    },
  ];
  if (typists.length === 0) return judged;
  return [
    ...judged,
    {
      what: `commands are typed as ${names}`,
      isKept: silent.length === 0,
      seen: silent.length === 0 ? "each of them asked" : `nothing was asked as ${silent.join(", ")}`,
    },
  ];
}
