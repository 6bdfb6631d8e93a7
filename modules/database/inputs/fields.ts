import { section } from "../../../kernel";
import { nameInput, singleHyphens, tagsInput } from "../../parts/inputs";
import { accessInputs } from "./access";
import { engineInputs } from "./engine";
import { operationInputs } from "./operation";
import { recoveryInputs } from "./recovery";

/** 64 characters for the name of a role, less the longest name of a region and `-monitoring-`. */
const LONGEST_NAME = 37;

/** All inputs of the module. */
export const databaseFields = {
  ...section("General", {
    /**
     * Identifier of the database; names of all resources begin with it. A change would replace the database, and is
     * refused until `replacements` is raised with it.
     */
    name: nameInput(LONGEST_NAME).rule(singleHyphens("RDS")),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...engineInputs,
  ...accessInputs,
  ...recoveryInputs,
  ...operationInputs,
};
