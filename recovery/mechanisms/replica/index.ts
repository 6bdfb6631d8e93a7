import { tf } from "../../../kernel";
import { CarryContext, Carried, Mechanism } from "../mechanism";
import { databaseReplica } from "../../names";
import { pointInTime } from "../point-in-time";
import { PROMOTED_SETTINGS, PROMOTION, REPLICA_LAG, REPLICA_LAG_AT_BEST } from "./durations";
import { findReplica } from "./find";
import { standReplica } from "./stand";

/** A read replica that stands in the recovery region, seconds behind, and is promoted. It costs what a database costs. */
export const replica: Mechanism<"replica"> = {
  name: "replica",
  help: "replica promotes a read replica that stands there in peace, seconds old, and costs what a database costs",
  describe: () => "replica",
  onlyChosen: true,
  carry: watchReplica,
  stand: standReplica,
  variable: {
    name: "promote",
    description:
      "Read replica to promote, by its identifier: from then on it is the database, and replicates no more. Without it, and with recovery.switch = confirmed, all else is prepared.",
    otherwise: "none",
  },
  find: findReplica,
  origin: ({ copy }) => ["replicaOf", { arn: copy, promoted: false }],
  // The source is called as the environment is, and its replica after it.
  namesOf: ({ copy }) => [tf`format(${databaseReplica("%s")}, reverse(split(":", ${copy}))[0])`],
  loss: () => ({ best: REPLICA_LAG_AT_BEST, worst: REPLICA_LAG.seconds, parts: [REPLICA_LAG] }),
  restore: () => [PROMOTION, PROMOTED_SETTINGS],
  remedies: () => [],
  fallback: {
    what: "where there is no replica, or the data is spoilt, the replicated backups",
    mechanism: pointInTime,
  },
};

/** The replica itself stands in the standby's network; what watches it is with what watches all copies. */
function watchReplica({ isChosen, prefix }: CarryContext): Carried {
  return { tells: {}, watches: isChosen ? { replica: { identifier: databaseReplica(prefix) } } : {} };
}
