"""User pools: what comes back, and what AWS refuses of pools, clients and domains."""

from __future__ import annotations

from typing import Any

from support import EmulatorTest, client

CERTIFICATE = "arn:aws:acm:us-east-1:123456789012:certificate/33333333-2222-3333-4444-555555555555"


class CognitoTest(EmulatorTest):
    def setUp(self) -> None:
        self.cognito = client("cognito-idp", "us-west-2")

    def pool(self, **more: Any) -> dict[str, Any]:
        return self.cognito.create_user_pool(PoolName=self.name("pool"), **more)["UserPool"]

    def describe(self, pool: dict[str, Any]) -> dict[str, Any]:
        return self.cognito.describe_user_pool(UserPoolId=pool["Id"])["UserPool"]


class Pools(CognitoTest):
    def test_protected_pool_cannot_be_deleted(self) -> None:
        pool = self.pool(DeletionProtection="ACTIVE")
        with self.assertRefused("InvalidParameterException", "deletion protection"):
            self.cognito.delete_user_pool(UserPoolId=pool["Id"])
        self.cognito.update_user_pool(UserPoolId=pool["Id"], DeletionProtection="INACTIVE")
        self.cognito.delete_user_pool(UserPoolId=pool["Id"])

    def test_pool_with_a_domain_cannot_be_deleted(self) -> None:
        pool, domain = self.pool(), self.name("d")
        self.cognito.create_user_pool_domain(UserPoolId=pool["Id"], Domain=domain)
        with self.assertRefused("InvalidParameterException", "domain configured"):
            self.cognito.delete_user_pool(UserPoolId=pool["Id"])
        self.cognito.delete_user_pool_domain(UserPoolId=pool["Id"], Domain=domain)
        self.cognito.delete_user_pool(UserPoolId=pool["Id"])

    def test_defaults(self) -> None:
        told = self.describe(self.pool())
        self.assertEqual((told["UserPoolTier"], told["DeletionProtection"]), ("ESSENTIALS", "INACTIVE"))

    def test_own_attributes_stand_beside_the_standard_ones(self) -> None:
        pool = self.pool(Schema=[{"Name": "tenant", "AttributeDataType": "String", "Mutable": True}])
        names = {attribute["Name"] for attribute in self.describe(pool)["SchemaAttributes"]}
        self.assertLessEqual({"custom:tenant", "email", "sub"}, names)

    def test_sign_in_names_stay_after_an_update(self) -> None:
        pool = self.pool(UsernameAttributes=["email"])
        self.cognito.update_user_pool(UserPoolId=pool["Id"], UserPoolTier="PLUS")
        told = self.describe(pool)
        self.assertEqual((told["UsernameAttributes"], told["UserPoolTier"]), (["email"], "PLUS"))

    def test_mfa_needs_a_method(self) -> None:
        pool = self.pool()["Id"]
        configure = self.cognito.set_user_pool_mfa_config
        for token in ({}, {"SoftwareTokenMfaConfiguration": {"Enabled": False}}):
            with self.subTest(token), self.assertRefused("InvalidParameterException", "MFA"):
                configure(UserPoolId=pool, MfaConfiguration="ON", **token)
        configure(UserPoolId=pool, MfaConfiguration="ON", SoftwareTokenMfaConfiguration={"Enabled": True})
        told = self.cognito.get_user_pool_mfa_config(UserPoolId=pool)
        self.assertEqual(told["MfaConfiguration"], "ON")
        self.assertEqual(told["SoftwareTokenMfaConfiguration"], {"Enabled": True})

    def test_tags(self) -> None:
        arn = self.pool(UserPoolTags={"A": "1"})["Arn"]
        self.cognito.tag_resource(ResourceArn=arn, Tags={"B": "2"})
        self.cognito.untag_resource(ResourceArn=arn, TagKeys=["A"])
        self.cognito.update_user_pool(UserPoolId=arn.rpartition("/")[2])
        self.assertEqual(self.cognito.list_tags_for_resource(ResourceArn=arn)["Tags"], {"B": "2"})

    def test_what_aws_refuses(self) -> None:
        tier, bad = "FeatureUnavailableInTierException", "InvalidParameterException"
        email = {"EmailSendingAccount": "COGNITO_DEFAULT", "From": "a@example.org"}
        factors = {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}
        cases: dict[str, tuple[dict[str, Any], str]] = {
            "security without the tier": ({"UserPoolAddOns": {"AdvancedSecurityMode": "ENFORCED"}}, tier),
            "sign-in choice of LITE": ({"UserPoolTier": "LITE", "Policies": factors}, tier),
            "history of LITE": (
                {"UserPoolTier": "LITE", "Policies": {"PasswordPolicy": {"PasswordHistorySize": 3}}},
                tier,
            ),
            "two kinds of names": ({"UsernameAttributes": ["email"], "AliasAttributes": ["email"]}, bad),
            "developer without identity": ({"EmailConfiguration": {"EmailSendingAccount": "DEVELOPER"}}, bad),
            "sender without identity": ({"EmailConfiguration": email}, bad),
        }
        for title, (config, code) in cases.items():
            with self.subTest(title), self.assertRefused(code):
                self.pool(**config)


class Settings(CognitoTest):
    def test_resource_server_changes_and_goes(self) -> None:
        server = {"UserPoolId": self.pool()["Id"], "Identifier": "https://api"}
        scopes = [{"ScopeName": "read", "ScopeDescription": "Read"}]
        self.cognito.create_resource_server(**server, Name="a", Scopes=scopes)
        self.cognito.update_resource_server(**server, Name="b", Scopes=scopes)
        self.assertEqual(self.cognito.describe_resource_server(**server)["ResourceServer"]["Name"], "b")
        self.cognito.delete_resource_server(**server)
        with self.assertRefused("ResourceNotFoundException"):
            self.cognito.delete_resource_server(**server)

    def test_risk_needs_advanced_security(self) -> None:
        actions = {"Actions": {"EventAction": "BLOCK"}, "EventFilter": ["SIGN_IN"]}
        risk = {"CompromisedCredentialsRiskConfiguration": actions}
        with self.assertRefused("UserPoolAddOnNotEnabledException"):
            self.cognito.set_risk_configuration(UserPoolId=self.pool()["Id"], **risk)
        pool = self.pool(UserPoolTier="PLUS", UserPoolAddOns={"AdvancedSecurityMode": "AUDIT"})["Id"]
        self.cognito.set_risk_configuration(UserPoolId=pool, **risk)
        told = self.cognito.describe_risk_configuration(UserPoolId=pool)["RiskConfiguration"]
        self.assertEqual(told["CompromisedCredentialsRiskConfiguration"], actions)

    def test_appearance_needs_a_domain(self) -> None:
        pool = self.pool()["Id"]
        with self.assertRefused("InvalidParameterException", "existing domain"):
            self.cognito.set_ui_customization(UserPoolId=pool, CSS=".a {}")
        self.cognito.create_user_pool_domain(UserPoolId=pool, Domain=self.name("d"))
        self.cognito.set_ui_customization(UserPoolId=pool, CSS=".a {}")
        self.assertEqual(self.cognito.get_ui_customization(UserPoolId=pool)["UICustomization"]["CSS"], ".a {}")

    def test_log_delivery_comes_back(self) -> None:
        pool = self.pool()["Id"]
        group = "arn:aws:logs:us-west-2:123456789012:log-group:g"
        wanted = [{"LogLevel": "ERROR", "EventSource": "userNotification"}]
        wanted[0]["CloudWatchLogsConfiguration"] = {"LogGroupArn": group}  # type: ignore[assignment]
        self.cognito.set_log_delivery_configuration(UserPoolId=pool, LogConfigurations=wanted)
        told = self.cognito.get_log_delivery_configuration(UserPoolId=pool)["LogDeliveryConfiguration"]
        self.assertEqual(told["LogConfigurations"], wanted)


class Clients(CognitoTest):
    def test_public_client_comes_back(self) -> None:
        pool = self.pool()["Id"]
        wanted = {
            "CallbackURLs": ["https://a.example.org/cb", "http://localhost:3000/cb", "app://cb"],
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthScopes": ["openid"],
            "AllowedOAuthFlowsUserPoolClient": True,
            "AccessTokenValidity": 30,
            "TokenValidityUnits": {"AccessToken": "minutes"},
        }
        made = self.cognito.create_user_pool_client(UserPoolId=pool, ClientName="spa", **wanted)["UserPoolClient"]
        told = self.cognito.describe_user_pool_client(UserPoolId=pool, ClientId=made["ClientId"])["UserPoolClient"]
        self.assertEqual({name: told[name] for name in wanted}, wanted)
        self.assertNotIn("ClientSecret", told)
        with self.assertRefused("InvalidParameterException", "HTTPS"):
            self.cognito.update_user_pool_client(
                UserPoolId=pool, ClientId=made["ClientId"], CallbackURLs=["http://a.example.org"]
            )

    def test_what_aws_refuses(self) -> None:
        bad, flow = "InvalidParameterException", "InvalidOAuthFlowException"
        on: dict[str, Any] = {"AllowedOAuthFlowsUserPoolClient": True, "CallbackURLs": ["https://a.example.org"]}
        cases: dict[str, tuple[dict[str, Any], str]] = {
            "plain HTTP": ({"CallbackURLs": ["http://a.example.org"]}, bad),
            "fragment": ({"LogoutURLs": ["https://a.example.org/#x"]}, bad),
            "other default": ({**on, "DefaultRedirectURI": "https://b.example.org"}, bad),
            "flows off": ({"AllowedOAuthFlows": ["code"]}, bad),
            "no callback": ({"AllowedOAuthFlowsUserPoolClient": True, "AllowedOAuthFlows": ["code"]}, flow),
            "no secret": ({**on, "AllowedOAuthFlows": ["client_credentials"]}, flow),
            "mixed flows": ({**on, "AllowedOAuthFlows": ["client_credentials", "code"]}, flow),
            "unknown scope": ({"AllowedOAuthScopes": ["https://api/read"]}, "ScopeDoesNotExistException"),
            "unknown provider": ({"SupportedIdentityProviders": ["Google"]}, bad),
            "unknown attribute": ({"ReadAttributes": ["custom:none"]}, bad),
            "long access": ({"AccessTokenValidity": 25}, bad),
            "short refresh": (
                {"AccessTokenValidity": 24, "RefreshTokenValidity": 2, "TokenValidityUnits": {"RefreshToken": "hours"}},
                bad,
            ),
        }
        pool = self.pool()["Id"]
        for title, (config, code) in cases.items():
            with self.subTest(title), self.assertRefused(code):
                self.cognito.create_user_pool_client(UserPoolId=pool, ClientName="c", **config)


class Domains(CognitoTest):
    def create(self, domain: str, pool: str | None = None, **more: Any) -> None:
        pool = pool or self.pool()["Id"]
        self.cognito.create_user_pool_domain(UserPoolId=pool, Domain=domain, **more)

    def test_custom_domain_comes_back(self) -> None:
        domain = f"auth.{self.name()}.example.net"
        self.create(domain, CustomDomainConfig={"CertificateArn": CERTIFICATE})
        told = self.cognito.describe_user_pool_domain(Domain=domain)["DomainDescription"]
        self.assertEqual(told["CustomDomainConfig"], {"CertificateArn": CERTIFICATE})
        self.assertEqual((told["Status"], told["AWSAccountId"]), ("ACTIVE", "123456789012"))

    def test_parent_of_a_custom_domain_needs_an_address(self) -> None:
        parent = f"{self.name()}.example.net"
        custom = {"CustomDomainConfig": {"CertificateArn": CERTIFICATE}}
        route53 = client("route53")
        zone = route53.create_hosted_zone(Name=parent, CallerReference=self.name())["HostedZone"]["Id"]
        with self.assertRefused("InvalidParameterException", "A record exists for the root domain"):
            self.create(f"auth.{parent}", **custom)
        record = {"Name": parent, "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": "192.0.2.1"}]}
        changes = [{"Action": "CREATE", "ResourceRecordSet": record}]
        route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch={"Changes": changes})
        self.create(f"auth.{parent}", **custom)

    def test_what_aws_refuses(self) -> None:
        west = {"CertificateArn": CERTIFICATE.replace("us-east-1", "us-west-2")}
        taken, pool = self.name("d"), self.pool()["Id"]
        self.create(taken, pool)
        cases: dict[str, tuple[str, str | None, dict[str, Any], str]] = {
            "capital letters": ("Shop", None, {}, "domain prefix"),
            "reserved word": ("my-aws", None, {}, "reserved word"),
            "taken": (taken, None, {}, "already associated"),
            "second prefix": (self.name("d"), pool, {}, "one prefix"),
            "certificate": ("auth.example.net", None, {"CustomDomainConfig": west}, "us-east-1"),
        }
        for title, (domain, of, more, text) in cases.items():
            with self.subTest(title), self.assertRefused("InvalidParameterException", text):
                self.create(domain, of, **more)


class SignInAtLoadBalancers(EmulatorTest):
    def setUp(self) -> None:
        cognito = client("cognito-idp")
        self.pool = cognito.create_user_pool(PoolName=self.name("pool"))["UserPool"]
        self.domain = self.name("d")
        cognito.create_user_pool_domain(UserPoolId=self.pool["Id"], Domain=self.domain)
        clients = [
            cognito.create_user_pool_client(UserPoolId=self.pool["Id"], ClientName="c", GenerateSecret=secret)
            for secret in (True, False)
        ]
        self.confidential, self.public = (made["UserPoolClient"]["ClientId"] for made in clients)
        self.balancer = self.load_balancer(self.network())
        certificate = [{"CertificateArn": CERTIFICATE}]
        self.https = self.listener(self.balancer, Protocol="HTTPS", Port=443, Certificates=certificate)

    def rule(self, listener: str | None = None, **more: str) -> None:
        config = {
            "UserPoolArn": self.pool["Arn"],
            "UserPoolClientId": self.confidential,
            "UserPoolDomain": self.domain,
            **more,
        }
        client("elbv2").create_rule(
            ListenerArn=listener or self.https,
            Priority=1,
            Conditions=[{"Field": "path-pattern", "PathPatternConfig": {"Values": ["/admin"]}}],
            Actions=[
                {"Type": "authenticate-cognito", "Order": 1, "AuthenticateCognitoConfig": config},
                {"Type": "fixed-response", "Order": 2, "FixedResponseConfig": {"StatusCode": "404"}},
            ],
        )

    def test_confidential_client_of_a_pool_with_a_domain(self) -> None:
        self.rule()
        (rule, _) = client("elbv2").describe_rules(ListenerArn=self.https)["Rules"]
        self.assertEqual(rule["Actions"][0]["AuthenticateCognitoConfig"]["UserPoolDomain"], self.domain)

    def test_what_aws_refuses(self) -> None:
        cases: dict[str, tuple[dict[str, str], str]] = {
            "public client": ({"UserPoolClientId": self.public}, "must have a client secret"),
            "unknown client": ({"UserPoolClientId": "none"}, "client none does not exist"),
            "unknown domain": ({"UserPoolDomain": "none"}, "is not one of the user pool"),
            "pool of another region": (
                {"UserPoolArn": self.pool["Arn"].replace("us-east-1", "us-west-2")},
                "does not exist in us-east-1",
            ),
            "plain HTTP": ({"listener": self.listener(self.balancer, Port=80)}, "only on HTTPS listeners"),
        }
        for title, (more, text) in cases.items():
            with self.subTest(title), self.assertRefused("InvalidLoadBalancerAction", text):
                self.rule(**more)
