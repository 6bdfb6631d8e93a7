import { TerraformDataSource, TerraformResource } from "cdktf";
import { TerraformProvider } from "cdktf/lib/terraform-provider";
import { IConstruct } from "constructs";
import { EphemeralResource } from "./ephemeral";

const PROVIDERS = new WeakMap<IConstruct, TerraformProvider>();

/**
 * Lets all that stands in a construct use a provider that is not the stack's own: a module in another region. It is what
 * `providers = { aws = aws.recovery }` is for a module of Terraform.
 *
 * @returns the construct
 */
export function useProvider<T extends IConstruct>(construct: T, provider: TerraformProvider): T {
  PROVIDERS.set(construct, provider);
  return construct;
}

/** Gives each element the provider of the nearest construct around it that has one; what names its own keeps that. */
export function assignProviders(construct: IConstruct, provider?: TerraformProvider): void {
  const nearest = PROVIDERS.get(construct) ?? provider;
  if (nearest && needsProvider(construct)) construct.provider ??= nearest;
  for (const child of construct.node.children) assignProviders(child, nearest);
}

type Provided = TerraformResource | TerraformDataSource | EphemeralResource;

const needsProvider = (construct: IConstruct): construct is Provided =>
  construct instanceof EphemeralResource ||
  (TerraformResource.isTerraformResource(construct) && construct.terraformResourceType !== "terraform_data") ||
  TerraformDataSource.isTerraformDataSource(construct);
