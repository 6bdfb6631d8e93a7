import { Stack } from "../kernel";
import { refuseDestruction } from "../recovery/refuse-destruction";

/**
 * Refuses to destroy the stack while its database is protected: who types `cdktf destroy dr` in the wrong window would
 * otherwise stop what serves.
 */
export function refuseToDestroy(stack: Stack, database: { readonly name: string; readonly region: string }): void {
  const unprotect = "aws rds modify-db-instance $self --no-deletion-protection --apply-immediately";
  refuseDestruction(stack, {
    database,
    asked: "DeletionProtection",
    refused: "True",
    free: "False",
    what: "is protected",
    reason: `is protected, and may be what users write to. If they do not: ${unprotect}`,
  });
}
