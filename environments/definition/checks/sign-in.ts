import { Problem } from "../../../kernel";
import { EnvironmentDefinition } from "../schema/environment";

/**
 * What a service whose users sign in at the load balancer needs of the rest: a pool of the region, and a way to Cognito.
 * Without that way everything deploys, and whoever signs in is met with an error 500.
 */
export function checkSignIn({ region, loadBalancer, services }: EnvironmentDefinition): Problem[] {
  const signIn = Object.entries(services ?? {}).filter(([, service]) => service?.authenticate);
  return signIn.flatMap(([name, service]) => {
    const path = `services["${name}"].authenticate.userPoolArn`;
    const arn: unknown = service.authenticate?.userPoolArn;
    const home = typeof arn === "string" ? /^arn:[^:]+:cognito-idp:([^:]+):/.exec(arn)?.[1] : undefined;
    const elsewhere = { path, message: `must be a user pool of ${region}, where the load balancer is`, value: arn };
    const closed = {
      path: "loadBalancer.httpsEgress",
      message: `must be true: users of service ${name} sign in (authenticate), and the load balancer asks Cognito`,
      value: loadBalancer?.httpsEgress ?? false,
    };
    return [
      ...(home === undefined || home === region ? [] : [elsewhere]),
      ...(loadBalancer?.httpsEgress === true ? [] : [closed]),
    ];
  });
}
