import { section, t } from "../../../kernel";
import { nameInput, tagsInput } from "../../parts/inputs";
import { replacementsInput } from "../../parts/replacement";
import { clientInputs, domainInputs } from "./clients";
import { messageInputs, triggerInputs } from "./messages";
import { signInInputs, userInputs } from "./sign-in";

/** All inputs of the module. */
export const userPoolFields = {
  ...section("General", {
    /** Name of the pool; those of its clients begin with it. Cannot change once the pool exists: see `replacements`. */
    name: nameInput(100),
    /**
     * Whether AWS refuses to delete the pool. Its users, and their passwords, are in no backup: nothing brings them
     * back. A destroy takes clients and domains away before it comes to the pool.
     * @default true
     */
    deletionProtection: t.bool().default(true),
    /**
     * How often the pool was replaced on purpose. Raising it makes a new, empty pool with other IDs; the plan refuses a
     * change of what Cognito cannot change until then. Apply `deletionProtection` = false before, or the old pool stays
     * until you delete it by hand.
     * @default 0
     */
    replacements: replacementsInput(),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...userInputs,
  ...signInInputs,
  ...clientInputs,
  ...domainInputs,
  ...messageInputs,
  ...triggerInputs,
};
