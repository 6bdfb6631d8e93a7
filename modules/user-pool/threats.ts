import { CognitoRiskConfiguration } from "@cdktf/provider-aws/lib/cognito-risk-configuration";
import { CognitoUserPool } from "@cdktf/provider-aws/lib/cognito-user-pool";
import { Construct } from "constructs";
import { given, heading, optionalBlock, when } from "../../kernel";
import { Context } from "./context";

/** What follows on a stolen password and on a sign-in that looks like a stranger's. */
export function createThreatProtection(scope: Construct, { inputs }: Context, pool: CognitoUserPool): void {
  heading(scope, "Threat protection");
  const { threatProtection, email } = inputs;
  const { accountTakeover } = threatProtection;
  const risk = new CognitoRiskConfiguration(scope, "this#risk", {
    count: when(given(threatProtection)),
    userPoolId: pool.id,
    compromisedCredentialsRiskConfiguration: {
      eventFilter: ["PASSWORD_CHANGE", "SIGN_IN", "SIGN_UP"],
      actions: { eventAction: threatProtection.compromisedCredentials },
    },
  });
  const action = (eventAction: unknown): object => ({ eventAction, notify: accountTakeover.notify });
  optionalBlock(risk, "account_takeover_risk_configuration", given(accountTakeover), {
    actions: {
      lowAction: action(accountTakeover.low),
      mediumAction: action(accountTakeover.medium),
      highAction: action(accountTakeover.high),
    },
    notifyConfiguration: { sourceArn: email.sourceArn, from: email.from, replyTo: email.replyTo },
  });
}
