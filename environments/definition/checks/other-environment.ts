import type { EnvironmentDefinition } from "../schema/environment";

/** Another environment of the project: what its file states, of which any part may be missing. */
export interface OtherEnvironment {
  readonly name: string;
  /** As messages name it: `environments/examples/shop/production.ts`. */
  readonly file: string;
  readonly definition: EnvironmentDefinition;
}
