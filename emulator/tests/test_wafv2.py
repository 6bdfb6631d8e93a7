"""WAFv2: web ACLs come back whole, and what AWS refuses in them."""

from __future__ import annotations

from typing import Any

from support import ACCOUNT, EmulatorTest, client

VISIBLE = {"SampledRequestsEnabled": False, "CloudWatchMetricsEnabled": True, "MetricName": "m"}
GEO: dict[str, Any] = {"GeoMatchStatement": {"CountryCodes": ["US"]}}


def rule(statement: dict[str, Any] = GEO, **more: Any) -> dict[str, Any]:
    wanted = {"Name": "rule", "Priority": 1, "Statement": statement, "VisibilityConfig": VISIBLE}
    action = {"OverrideAction": {"None": {}}} if "ManagedRuleGroupStatement" in statement else {"Action": {"Block": {}}}
    wanted = {**wanted, **action, **more}
    return {name: value for name, value in wanted.items() if value is not None}


def rate(limit: int = 100, **more: Any) -> dict[str, Any]:
    return {"RateBasedStatement": {"Limit": limit, "AggregateKeyType": "IP", **more}}


def managed(name: str = "AWSManagedRulesCommonRuleSet") -> dict[str, Any]:
    return {"ManagedRuleGroupStatement": {"VendorName": "AWS", "Name": name}}


class WafTest(EmulatorTest):
    def setUp(self) -> None:
        self.waf = client("wafv2")

    def web_acl(self, *rules: dict[str, Any], region: str = "us-east-1", **more: Any) -> dict[str, Any]:
        wanted = {"Name": self.name(), "Scope": "REGIONAL", "DefaultAction": {"Allow": {}}, "Rules": list(rules)}
        return client("wafv2", region).create_web_acl(**{**wanted, "VisibilityConfig": VISIBLE, **more})["Summary"]

    def ip_set(self, *addresses: str, version: str = "IPV4") -> dict[str, Any]:
        return self.waf.create_ip_set(
            Name=self.name(), Scope="REGIONAL", IPAddressVersion=version, Addresses=list(addresses)
        )["Summary"]

    @staticmethod
    def key(summary: dict[str, Any], scope: str = "REGIONAL") -> dict[str, str]:
        return {"Name": summary["Name"], "Id": summary["Id"], "Scope": scope}


class WebAcls(WafTest):
    def test_rules_come_back(self) -> None:
        rules = [rule(managed()), rule(rate(10, EvaluationWindowSec=60), Name="rate", Priority=2)]
        made = self.web_acl(*rules, Description="mine", TokenDomains=["example.org"])
        told = self.waf.get_web_acl(**self.key(made))["WebACL"]
        self.assertEqual(told["Rules"], rules)
        self.assertEqual((told["Description"], told["Capacity"]), ("mine", 702))

    def test_update_and_deletion_need_the_current_token(self) -> None:
        made = self.web_acl()
        change = {**self.key(made), "DefaultAction": {"Block": {}}, "VisibilityConfig": VISIBLE}
        token = self.waf.update_web_acl(**change, LockToken=made["LockToken"])["NextLockToken"]
        with self.assertRefused("WAFOptimisticLockException"):
            self.waf.update_web_acl(**change, LockToken=made["LockToken"])
        with self.assertRefused("WAFOptimisticLockException"):
            self.waf.delete_web_acl(**self.key(made), LockToken=made["LockToken"])
        self.assertIn(made["ARN"], [a["ARN"] for a in self.waf.list_web_acls(Scope="REGIONAL")["WebACLs"]])
        self.waf.delete_web_acl(**self.key(made), LockToken=token)
        with self.assertRefused("WAFNonexistentItemException"):
            self.waf.get_web_acl(**self.key(made))

    def test_cloudfront_is_in_one_region(self) -> None:
        with self.assertRefused("WAFInvalidParameterException", "CLOUDFRONT is only in us-east-1"):
            self.web_acl(region="us-west-2", Scope="CLOUDFRONT")
        made = self.web_acl(Scope="CLOUDFRONT")
        self.assertIn(":us-east-1:123456789012:global/webacl/", made["ARN"])
        self.assertEqual(self.waf.list_web_acls(Scope="REGIONAL")["WebACLs"].count(made), 0)

    def test_taken_name(self) -> None:
        made = self.web_acl()
        with self.assertRefused("WAFDuplicateItemException"):
            self.web_acl(Name=made["Name"])

    def test_what_aws_refuses(self) -> None:
        reply = {"Block": {"CustomResponse": {"ResponseCode": 429, "CustomResponseBodyKey": "none"}}}
        cases: dict[str, list[dict[str, Any]]] = {
            "window": [rule(rate(EvaluationWindowSec=90))],
            "forwarded without header": [rule(rate(AggregateKeyType="FORWARDED_IP"))],
            "constant without scope": [rule(rate(AggregateKeyType="CONSTANT"))],
            "no custom keys": [rule(rate(AggregateKeyType="CUSTOM_KEYS"))],
            "unknown group": [rule(managed("AWSManagedRulesNone"))],
            "action of a group": [rule(managed(), Action={"Block": {}}, OverrideAction=None)],
            "override of a rule": [rule(Action=None, OverrideAction={"None": {}})],
            "priority twice": [rule(), rule(Name="other")],
            "name twice": [rule(), rule(Priority=2)],
            "nested rate": [rule({"NotStatement": {"Statement": rate()}})],
            "and of one": [rule({"AndStatement": {"Statements": [GEO]}})],
            "two statements": [rule({**GEO, **rate()})],
            "response body": [rule(Action=reply)],
        }
        for title, rules in cases.items():
            with self.subTest(title), self.assertRefused("WAFInvalidParameterException"):
                self.web_acl(*rules)

    def test_too_much_capacity(self) -> None:
        rules = [rule(managed(), Name=f"r{i}", Priority=i) for i in range(8)]
        self.assertEqual(self.waf.check_capacity(Scope="REGIONAL", Rules=rules)["Capacity"], 5600)
        with self.assertRefused("WAFLimitsExceededException", "5600"):
            self.web_acl(*rules)

    def test_tags(self) -> None:
        arn = self.web_acl(Tags=[{"Key": "A", "Value": "1"}])["ARN"]
        self.waf.tag_resource(ResourceARN=arn, Tags=[{"Key": "B", "Value": "2"}])
        self.waf.untag_resource(ResourceARN=arn, TagKeys=["A"])
        told = self.waf.list_tags_for_resource(ResourceARN=arn)["TagInfoForResource"]["TagList"]
        self.assertEqual(told, [{"Key": "B", "Value": "2"}])

    def test_managed_groups_are_listed(self) -> None:
        listed = self.waf.list_available_managed_rule_groups(Scope="REGIONAL")["ManagedRuleGroups"]
        self.assertIn("AWSManagedRulesCommonRuleSet", [group["Name"] for group in listed])


class Sets(WafTest):
    def test_used_set_cannot_be_deleted(self) -> None:
        made = self.ip_set("192.0.2.0/24")
        self.web_acl(rule({"IPSetReferenceStatement": {"ARN": made["ARN"]}}))
        with self.assertRefused("WAFAssociatedItemException"):
            self.waf.delete_ip_set(**self.key(made), LockToken=made["LockToken"])
        with self.assertRefused("WAFNonexistentItemException"):
            self.web_acl(rule({"IPSetReferenceStatement": {"ARN": made["ARN"] + "x"}}))

    def test_update_of_addresses(self) -> None:
        made = self.ip_set("192.0.2.0/24")
        self.waf.update_ip_set(**self.key(made), Addresses=["198.51.100.0/24"], LockToken=made["LockToken"])
        told = self.waf.get_ip_set(**self.key(made))["IPSet"]
        self.assertEqual((told["Addresses"], told["IPAddressVersion"]), (["198.51.100.0/24"], "IPV4"))
        self.assertTrue(self.waf.list_ip_sets(Scope="REGIONAL")["IPSets"])

    def test_bad_addresses(self) -> None:
        for address in ("192.0.2.1", "0.0.0.0/0", "2001:db8::/32", "x/8"):
            with self.subTest(address), self.assertRefused("WAFInvalidParameterException"):
                self.ip_set(address)

    def test_regex_patterns(self) -> None:
        def create(text: str) -> dict[str, Any]:
            return self.waf.create_regex_pattern_set(
                Name=self.name(), Scope="CLOUDFRONT", RegularExpressionList=[{"RegexString": text}]
            )["Summary"]

        made = create("^/metrics")
        self.assertIn(":global/regexpatternset/", made["ARN"])
        key = self.key(made, "CLOUDFRONT")
        token = self.waf.update_regex_pattern_set(
            **key, RegularExpressionList=[{"RegexString": "^/x"}], LockToken=made["LockToken"]
        )["NextLockToken"]
        told = self.waf.get_regex_pattern_set(**key)["RegexPatternSet"]
        self.assertEqual(told["RegularExpressionList"], [{"RegexString": "^/x"}])
        self.assertTrue(self.waf.list_regex_pattern_sets(Scope="CLOUDFRONT")["RegexPatternSets"])
        self.waf.delete_regex_pattern_set(**key, LockToken=token)
        with self.assertRefused("WAFInvalidParameterException"):
            create("(")

    def test_rule_group_keeps_its_capacity(self) -> None:
        def create(capacity: int) -> dict[str, Any]:
            return self.waf.create_rule_group(
                Name=self.name(), Scope="REGIONAL", Capacity=capacity, Rules=[rule(rate())], VisibilityConfig=VISIBLE
            )["Summary"]

        with self.assertRefused("WAFLimitsExceededException"):
            create(1)
        made = create(5)
        key = self.key(made)
        token = self.waf.update_rule_group(**key, Rules=[], VisibilityConfig=VISIBLE, LockToken=made["LockToken"])
        self.assertEqual(self.waf.get_rule_group(**key)["RuleGroup"]["Capacity"], 5)
        self.assertTrue(self.waf.list_rule_groups(Scope="REGIONAL")["RuleGroups"])
        self.waf.delete_rule_group(**key, LockToken=token["NextLockToken"])


class Associations(WafTest):
    def test_load_balancer_and_web_acl(self) -> None:
        acl, balancer = self.web_acl(), self.load_balancer(self.network())
        self.waf.associate_web_acl(WebACLArn=acl["ARN"], ResourceArn=balancer)
        self.assertEqual(self.waf.get_web_acl_for_resource(ResourceArn=balancer)["WebACL"]["ARN"], acl["ARN"])
        self.assertEqual(self.waf.list_resources_for_web_acl(WebACLArn=acl["ARN"])["ResourceArns"], [balancer])
        with self.assertRefused("WAFAssociatedItemException"):
            self.waf.delete_web_acl(**self.key(acl), LockToken=acl["LockToken"])
        self.waf.disassociate_web_acl(ResourceArn=balancer)
        self.assertNotIn("WebACL", self.waf.get_web_acl_for_resource(ResourceArn=balancer))

    def test_what_aws_refuses(self) -> None:
        balancer = self.load_balancer(self.network())
        with self.assertRefused("WAFNonexistentItemException"):
            self.waf.associate_web_acl(WebACLArn=self.web_acl()["ARN"], ResourceArn=balancer + "x")
        with self.assertRefused("WAFNonexistentItemException"):
            self.waf.associate_web_acl(WebACLArn=self.web_acl()["ARN"] + "x", ResourceArn=balancer)
        with self.assertRefused("WAFInvalidParameterException", "must be regional"):
            self.waf.associate_web_acl(WebACLArn=self.web_acl(Scope="CLOUDFRONT")["ARN"], ResourceArn=balancer)


class Logs(WafTest):
    def log_group(self, prefix: str = "aws-waf-logs") -> str:
        name = self.name(prefix)
        client("logs").create_log_group(logGroupName=name)
        return f"arn:aws:logs:us-east-1:{ACCOUNT}:log-group:{name}"

    def put(self, destination: str, **more: Any) -> dict[str, Any]:
        config = {"ResourceArn": self.web_acl()["ARN"], "LogDestinationConfigs": [destination], **more}
        return self.waf.put_logging_configuration(LoggingConfiguration=config)["LoggingConfiguration"]

    def test_configuration_comes_back(self) -> None:
        redacted = [{"SingleHeader": {"Name": "authorization"}}]
        condition = {"ActionCondition": {"Action": "BLOCK"}}
        kept = [{"Behavior": "KEEP", "Requirement": "MEETS_ANY", "Conditions": [condition]}]
        filters = {"DefaultBehavior": "DROP", "Filters": kept}
        made = self.put(self.log_group(), RedactedFields=redacted, LoggingFilter=filters)
        arn = made["ResourceArn"]
        told = self.waf.get_logging_configuration(ResourceArn=arn)["LoggingConfiguration"]
        self.assertEqual((told["RedactedFields"], told["LoggingFilter"]), (redacted, filters))
        listed = self.waf.list_logging_configurations(Scope="REGIONAL")["LoggingConfigurations"]
        self.assertIn(arn, [c["ResourceArn"] for c in listed])
        self.waf.delete_logging_configuration(ResourceArn=arn)
        with self.assertRefused("WAFNonexistentItemException"):
            self.waf.get_logging_configuration(ResourceArn=arn)

    def test_what_aws_refuses(self) -> None:
        with self.assertRefused("WAFInvalidParameterException", "aws-waf-logs-"):
            self.put(self.log_group("waf"))
        with self.assertRefused("WAFLogDestinationPermissionIssueException"):
            self.put(self.log_group() + "x")
        with self.assertRefused("WAFInvalidParameterException", "redacted"):
            self.put(self.log_group(), RedactedFields=[{"Body": {}}])
        with self.assertRefused("WAFInvalidParameterException"):
            self.put(self.log_group().replace("us-east-1", "us-west-2"))
