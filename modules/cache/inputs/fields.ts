import { section } from "../../../kernel";
import { nameInput, singleHyphens, tagsInput } from "../../parts/inputs";
import { accessInputs } from "./access";
import { dataInputs } from "./data";
import { operationInputs } from "./operation";
import { shapeInputs } from "./shape";

/** 40 characters for the id of a replication group, less what `replacements` adds and a name of the user group. */
const LONGEST_NAME = 32;

/** All inputs of the module. */
export const cacheFields = {
  ...section("General", {
    /** Name of the cache. Names of resources begin with it; changing it replaces them. */
    name: nameInput(LONGEST_NAME).rule(singleHyphens("ElastiCache")),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...shapeInputs,
  ...accessInputs,
  ...dataInputs,
  ...operationInputs,
};
