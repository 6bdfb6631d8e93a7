import type { EnvironmentDefinition } from "../schema/environment";

/** An environment of another name. */
export interface OtherEnvironment {
  readonly name: string;
  readonly definition: EnvironmentDefinition;
}
