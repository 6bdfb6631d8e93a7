import { PropsOf, inputs, raw, t } from "../../kernel";
import { ClusterProps, clusterInputs } from "../../modules/cluster/inputs";
import { LoadBalancerProps, loadBalancerInputs } from "../../modules/load-balancer/inputs";
import { NetworkProps, networkInputs } from "../../modules/network/inputs";
import { ServiceProps, serviceInputs } from "../../modules/service/inputs";
import { UNMANAGED, Unmanaged } from "../../modules/service/unmanaged";
import { tagsInput } from "../../modules/parts/inputs";
import { Wired } from "./wired";

type Routing = NonNullable<ServiceProps["routing"]>;
type ServiceConnect = NonNullable<ServiceProps["serviceConnect"]>;

/** A service as an environment states it: all inputs of the module but those that the stack wires. */
export type EnvironmentService = Omit<
  ServiceProps,
  "name" | "cluster" | "vpcId" | "subnetIds" | "tags" | "logKmsKey" | "routing" | "serviceConnect"
> & {
  readonly routing?: Omit<Routing, "listenerArn" | "loadBalancerSecurityGroupId">;
  readonly serviceConnect?: Omit<ServiceConnect, "namespaceArn">;
  /** What Terraform leaves to others once the service is there: see the service's own options. */
  readonly unmanaged?: readonly Unmanaged[];
};

/** Known only when the stack is made, and right by construction. */
const later = raw<never>("wired");

const region = () =>
  t.string().pattern(/^[a-z]{2}(-[a-z]+)+-[0-9]$/, "must be the name of a region, such as us-east-1", {
    good: "us-east-1",
    bad: "us-east-1a",
  });

/** What an environment states. */
export const definitionInputs = inputs({
  application: t
    .string()
    .pattern(/^[a-z][a-z0-9-]{1,15}$/, "must be 2 to 16 lower-case letters, digits and hyphens", {
      good: "nimbus",
      bad: "Nimbus Tasks",
    })
    .describe("Name of the application. Names of resources begin with <application>-<environment>."),
  accountId: t
    .string()
    .pattern(/^[0-9]{12}$/, "must be an account ID of 12 digits", { good: "123456789012", bad: "1234" })
    .describe("Account that the environment lives in. Terraform refuses to touch any other."),
  region: region().describe("Region of the primary stack."),
  tags: tagsInput().describe("More tags for every resource."),
  state: t
    .object({
      bucket: t.string().describe("Bucket of the state: versioned, and there before the first deploy."),
      region: region().describe("Region of the bucket."),
    })
    .optional()
    .describe("Where Terraform's state lives. Without it: a file beside cdktf.json, for one person's trials."),
  network: new Wired<(typeof networkInputs)["fields"], Omit<NetworkProps, "name" | "tags">>(networkInputs, {
    name: "wired",
    tags: {},
  }).describe("Inputs of the network module."),
  loadBalancer: new Wired<
    (typeof loadBalancerInputs)["fields"],
    Omit<LoadBalancerProps, "name" | "vpcId" | "subnetIds" | "targets" | "tags">
  >(loadBalancerInputs, { name: "wired", vpcId: later, subnetIds: later, targets: {}, tags: {} }).describe(
    "Inputs of the load-balancer module. Its subnets follow from `internal`.",
  ),
  cluster: new Wired<(typeof clusterInputs)["fields"], Omit<ClusterProps, "name" | "tags">>(clusterInputs, {
    name: "wired",
    tags: {},
  })
    .default({})
    .describe("Inputs of the cluster module."),
  services: t
    .map(
      new Wired<(typeof serviceInputs)["fields"], EnvironmentService>(
        serviceInputs,
        {
          name: "wired",
          cluster: later,
          vpcId: later,
          subnetIds: later,
          tags: {},
          logKmsKey: later,
          "routing.listenerArn": later,
          "routing.loadBalancerSecurityGroupId": later,
          "serviceConnect.namespaceArn": later,
        },
        { unmanaged: t.list(t.oneOf(...UNMANAGED)).optional() },
      ),
    )
    .keys(/^[a-z][a-z0-9-]{1,22}[a-z0-9]$/, "must be 3 to 24 lower-case letters, digits and hyphens", {
      good: "web",
      bad: "Web App",
    })
    .describe("Services by name, each with the inputs of the service module."),
});

/** An environment as its file states it. */
export type EnvironmentDefinition = PropsOf<typeof definitionInputs>;
