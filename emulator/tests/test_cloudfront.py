"""CloudFront: whole configurations come back, and what AWS refuses in them."""

from __future__ import annotations

import copy
from typing import Any

from support import EmulatorTest, client

CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
ARN = "arn:aws:acm:us-east-1:123456789012:certificate/22222222-2222-3333-4444-555555555555"
CODE = b"function handler(event) { return event.request; }"


def quantity(*items: Any) -> dict[str, Any]:
    return {"Quantity": len(items), "Items": list(items)} if items else {"Quantity": 0}


def origin(origin_id: str = "site", **more: Any) -> dict[str, Any]:
    return {
        "Id": origin_id,
        "DomainName": f"{origin_id}.s3.us-east-1.amazonaws.com",
        "S3OriginConfig": {"OriginAccessIdentity": ""},
        **more,
    }


def behavior(target: str = "site", **more: Any) -> dict[str, Any]:
    wanted = {"TargetOriginId": target, "ViewerProtocolPolicy": "https-only", "CachePolicyId": CACHING_DISABLED}
    return {**wanted, **more}


class CloudFrontTest(EmulatorTest):
    def setUp(self) -> None:
        self.cloudfront = client("cloudfront")

    def config(self, **more: Any) -> dict[str, Any]:
        wanted = {
            "CallerReference": self.name(),
            "Comment": "site",
            "Enabled": False,
            "Origins": quantity(origin()),
            "DefaultCacheBehavior": behavior(),
        }
        return {**wanted, **more}

    def create(self, **more: Any) -> dict[str, Any]:
        return self.cloudfront.create_distribution(DistributionConfig=self.config(**more))

    def group(self) -> dict[str, Any]:
        members = quantity({"OriginId": "site"}, {"OriginId": "other"})
        return {"Id": "both", "FailoverCriteria": {"StatusCodes": quantity(500)}, "Members": members}

    def function(self, publish: bool = True) -> str:
        config = {"Comment": "", "Runtime": "cloudfront-js-2.0"}
        made = self.cloudfront.create_function(Name=self.name(), FunctionConfig=config, FunctionCode=CODE)
        if publish:
            self.cloudfront.publish_function(Name=made["FunctionSummary"]["Name"], IfMatch=made["ETag"])
        return made["FunctionSummary"]["FunctionMetadata"]["FunctionARN"]


class Distributions(CloudFrontTest):
    def test_configuration_comes_back_and_is_deployed(self) -> None:
        made = self.create(HttpVersion="http2and3", PriceClass="PriceClass_100", Comment="mine")["Distribution"]
        told = self.cloudfront.get_distribution(Id=made["Id"])["Distribution"]
        self.assertEqual(told["Status"], "Deployed")
        config = told["DistributionConfig"]
        self.assertEqual((config["HttpVersion"], config["PriceClass"]), ("http2and3", "PriceClass_100"))
        self.assertEqual(config["DefaultCacheBehavior"]["CachePolicyId"], CACHING_DISABLED)
        self.assertNotIn("ForwardedValues", config["DefaultCacheBehavior"])

    def test_tags_come_back(self) -> None:
        tags = [{"Key": "A", "Value": "1"}]
        made = self.cloudfront.create_distribution_with_tags(
            DistributionConfigWithTags={"DistributionConfig": self.config(), "Tags": {"Items": tags}}
        )
        told = self.cloudfront.list_tags_for_resource(Resource=made["Distribution"]["ARN"])
        self.assertEqual(told["Tags"]["Items"], tags)

    def test_life_from_creation_to_deletion(self) -> None:
        made = self.create(Enabled=True)
        distribution, etag = made["Distribution"]["Id"], made["ETag"]
        with self.assertRefused("DistributionNotDisabled"):
            self.cloudfront.delete_distribution(Id=distribution, IfMatch=etag)
        config = self.cloudfront.get_distribution_config(Id=distribution)["DistributionConfig"]
        config["Enabled"] = False
        with self.assertRefused("PreconditionFailed"):
            self.cloudfront.update_distribution(Id=distribution, IfMatch="E0", DistributionConfig=config)
        etag = self.cloudfront.update_distribution(Id=distribution, IfMatch=etag, DistributionConfig=config)["ETag"]
        with self.assertRefused("IllegalUpdate"):
            other = {**config, "CallerReference": "other"}
            self.cloudfront.update_distribution(Id=distribution, IfMatch=etag, DistributionConfig=other)
        ids = [d["Id"] for d in self.cloudfront.list_distributions()["DistributionList"]["Items"]]
        self.assertIn(distribution, ids)
        self.cloudfront.delete_distribution(Id=distribution, IfMatch=etag)
        with self.assertRefused("NoSuchDistribution"):
            self.cloudfront.get_distribution(Id=distribution)

    def test_invalidations(self) -> None:
        distribution = self.create()["Distribution"]["Id"]
        create = self.cloudfront.create_invalidation
        batch = {"CallerReference": "1", "Paths": quantity("/*")}
        made = create(DistributionId=distribution, InvalidationBatch=batch)["Invalidation"]
        told = self.cloudfront.get_invalidation(DistributionId=distribution, Id=made["Id"])["Invalidation"]
        self.assertEqual(told["InvalidationBatch"], batch)
        listed = self.cloudfront.list_invalidations(DistributionId=distribution)["InvalidationList"]
        self.assertEqual(listed["Quantity"], 1)
        with self.assertRefused("NoSuchInvalidation"):
            self.cloudfront.get_invalidation(DistributionId=distribution, Id="I0")
        with self.assertRefused("InvalidArgument", "invalid invalidation path"):
            create(DistributionId=distribution, InvalidationBatch={**batch, "Paths": quantity("x")})

    def test_what_aws_refuses(self) -> None:
        certificate = {"ACMCertificateArn": ARN, "SSLSupportMethod": "sni-only"}
        west = {**certificate, "ACMCertificateArn": ARN.replace("us-east-1", "us-west-2")}
        groups = {"Origins": quantity(origin(), origin("other")), "OriginGroups": quantity(self.group())}
        methods = {**quantity("GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE")}
        methods["CachedMethods"] = quantity("GET", "HEAD")
        forwarded = {"QueryString": False, "Cookies": {"Forward": "none"}}
        call = {"FunctionARN": self.function(publish=False), "EventType": "viewer-request"}
        page = {"ErrorCode": 404, "ResponsePagePath": "/index.html", "ResponseCode": "200", "ErrorCachingMinTTL": 1}
        logs = {"Enabled": True, "IncludeCookies": False, "Bucket": "none.s3.amazonaws.com", "Prefix": ""}
        geo = {"GeoRestriction": {"RestrictionType": "whitelist", **quantity()}}
        cases: dict[str, tuple[dict[str, Any], str]] = {
            "unknown origin": ({"DefaultCacheBehavior": behavior("none")}, "NoSuchOrigin"),
            "same origin id": ({"Origins": quantity(origin(), origin())}, "InvalidArgument"),
            "origin without kind": ({"Origins": quantity({"Id": "site", "DomainName": "a.b"})}, "InvalidOrigin"),
            "origin path": ({"Origins": quantity(origin(OriginPath="/a/"))}, "InvalidArgument"),
            "origin address": ({"Origins": quantity(origin(DomainName="https://a.b"))}, "InvalidArgument"),
            "access control": (
                {"Origins": quantity(origin(OriginAccessControlId="E0"))},
                "NoSuchOriginAccessControl",
            ),
            "writes to a group": (
                {**groups, "DefaultCacheBehavior": behavior("both", AllowedMethods=methods)},
                "InvalidArgument",
            ),
            "group of an unknown origin": ({"OriginGroups": quantity(self.group())}, "NoSuchOrigin"),
            "both caches": ({"DefaultCacheBehavior": behavior(ForwardedValues=forwarded)}, "InvalidArgument"),
            "cache policy": ({"DefaultCacheBehavior": behavior(CachePolicyId="x")}, "NoSuchCachePolicy"),
            "headers policy": (
                {"DefaultCacheBehavior": behavior(ResponseHeadersPolicyId="x")},
                "NoSuchResponseHeadersPolicy",
            ),
            "key group": (
                {"DefaultCacheBehavior": behavior(TrustedKeyGroups={"Enabled": True, **quantity("x")})},
                "TrustedKeyGroupDoesNotExist",
            ),
            "unpublished function": (
                {"DefaultCacheBehavior": behavior(FunctionAssociations=quantity(call))},
                "InvalidFunctionAssociation",
            ),
            "name without certificate": ({"Aliases": quantity("a.example.org")}, "InvalidViewerCertificate"),
            "certificate of another region": ({"ViewerCertificate": west}, "InvalidViewerCertificate"),
            "web ACL": (
                {"WebACLId": "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/a/b"},
                "InvalidWebACLId",
            ),
            "error code": ({"CustomErrorResponses": quantity({**page, "ErrorCode": 418})}, "InvalidErrorCode"),
            "page without code": (
                {"CustomErrorResponses": quantity({**page, "ResponseCode": ""})},
                "InvalidResponseCode",
            ),
            "log bucket": ({"Logging": logs}, "InvalidArgument"),
            "root object": ({"DefaultRootObject": "/index.html"}, "InvalidDefaultRootObject"),
            "no country": ({"Restrictions": geo}, "InvalidGeoRestrictionParameter"),
        }
        for title, (config, code) in cases.items():
            with self.subTest(title), self.assertRefused(code):
                self.create(**config)

    def test_log_bucket_needs_acls(self) -> None:
        s3, bucket = client("s3"), self.name("logs")
        s3.create_bucket(Bucket=bucket)
        logs = {"Enabled": True, "IncludeCookies": False, "Bucket": f"{bucket}.s3.amazonaws.com", "Prefix": ""}
        with self.assertRefused("InvalidArgument", "does not enable ACL access"):
            self.create(Logging=logs)
        rules = {"Rules": [{"ObjectOwnership": "BucketOwnerPreferred"}]}
        s3.put_bucket_ownership_controls(Bucket=bucket, OwnershipControls=rules)
        self.create(Logging=logs)

    def test_name_belongs_to_one_distribution(self) -> None:
        alias = f"{self.name()}.example.org"
        named = {
            "Aliases": quantity(alias),
            "ViewerCertificate": {"ACMCertificateArn": ARN, "SSLSupportMethod": "sni-only"},
        }
        self.create(**named)
        with self.assertRefused("CNAMEAlreadyExists", alias):
            self.create(**named)

    def test_pending_certificate_and_one_for_other_names(self) -> None:
        requested = client("acm").request_certificate(DomainName="b.example.org", ValidationMethod="DNS")
        arn = requested["CertificateArn"]
        viewer = {"ACMCertificateArn": arn, "SSLSupportMethod": "sni-only"}
        with self.assertRefused("InvalidViewerCertificate", "isn't valid"):
            self.create(ViewerCertificate=viewer)
        told = client("acm").describe_certificate(CertificateArn=arn)["Certificate"]
        record = told["DomainValidationOptions"][0]["ResourceRecord"]
        zone = client("route53").create_hosted_zone(Name="example.org", CallerReference=self.name())["HostedZone"]["Id"]
        records = {"Name": record["Name"], "Type": "CNAME", "TTL": 1, "ResourceRecords": [{"Value": record["Value"]}]}
        client("route53").change_resource_record_sets(
            HostedZoneId=zone, ChangeBatch={"Changes": [{"Action": "CREATE", "ResourceRecordSet": records}]}
        )
        with self.assertRefused("InvalidViewerCertificate", "doesn't cover"):
            self.create(Aliases=quantity("c.example.org"), ViewerCertificate=viewer)
        self.create(Aliases=quantity("b.example.org"), ViewerCertificate=viewer)
        with self.assertRefused("ResourceInUseException"):
            client("acm").delete_certificate(CertificateArn=arn)


class Policies(CloudFrontTest):
    def headers_policy(self) -> dict[str, Any]:
        header = {"Header": "Permissions-Policy", "Value": "camera=()", "Override": True}
        return {"Name": self.name(), "CustomHeadersConfig": quantity(header)}

    def test_managed_policies_are_there_by_name(self) -> None:
        listed = self.cloudfront.list_cache_policies(Type="managed")["CachePolicyList"]["Items"]
        ids = {i["CachePolicy"]["CachePolicyConfig"]["Name"]: i["CachePolicy"]["Id"] for i in listed}
        self.assertEqual(ids["Managed-CachingDisabled"], CACHING_DISABLED)
        self.assertTrue(self.cloudfront.list_origin_request_policies()["OriginRequestPolicyList"]["Items"])
        self.assertTrue(self.cloudfront.list_response_headers_policies()["ResponseHeadersPolicyList"]["Items"])
        config = self.cloudfront.get_cache_policy_config(Id=CACHING_DISABLED)
        self.assertEqual(config["CachePolicyConfig"]["MaxTTL"], 0)
        with self.assertRefused("AccessDenied"):
            self.cloudfront.delete_cache_policy(Id=CACHING_DISABLED, IfMatch=config["ETag"])

    def test_life_of_a_policy(self) -> None:
        config = self.headers_policy()
        made = self.cloudfront.create_response_headers_policy(ResponseHeadersPolicyConfig=config)
        policy, etag = made["ResponseHeadersPolicy"]["Id"], made["ETag"]
        with self.assertRefused("ResponseHeadersPolicyAlreadyExists"):
            self.cloudfront.create_response_headers_policy(ResponseHeadersPolicyConfig=config)
        changed = {**copy.deepcopy(config), "Comment": "new"}
        etag = self.cloudfront.update_response_headers_policy(
            Id=policy, IfMatch=etag, ResponseHeadersPolicyConfig=changed
        )["ETag"]
        told = self.cloudfront.get_response_headers_policy(Id=policy)["ResponseHeadersPolicy"]
        self.assertEqual(told["ResponseHeadersPolicyConfig"]["Comment"], "new")
        user = self.create(DefaultCacheBehavior=behavior(ResponseHeadersPolicyId=policy))
        with self.assertRefused("ResponseHeadersPolicyInUse"):
            self.cloudfront.delete_response_headers_policy(Id=policy, IfMatch=etag)
        self.cloudfront.delete_distribution(Id=user["Distribution"]["Id"], IfMatch=user["ETag"])
        self.cloudfront.delete_response_headers_policy(Id=policy, IfMatch=etag)
        with self.assertRefused("NoSuchResponseHeadersPolicy"):
            self.cloudfront.get_response_headers_policy(Id=policy)

    def test_access_control_comes_back(self) -> None:
        config = {
            "Name": self.name(),
            "Description": "site",
            "SigningProtocol": "sigv4",
            "SigningBehavior": "always",
            "OriginAccessControlOriginType": "s3",
        }
        made = self.cloudfront.create_origin_access_control(OriginAccessControlConfig=config)
        control = made["OriginAccessControl"]["Id"]
        told = self.cloudfront.get_origin_access_control(Id=control)["OriginAccessControl"]
        self.assertEqual(told["OriginAccessControlConfig"], config)
        listed = self.cloudfront.list_origin_access_controls()["OriginAccessControlList"]["Items"]
        self.assertIn(control, [item["Id"] for item in listed])
        with self.assertRefused("InvalidIfMatchVersion"):
            self.cloudfront.delete_origin_access_control(Id=control)
        self.cloudfront.delete_origin_access_control(Id=control, IfMatch=made["ETag"])

    def test_key_group_needs_its_keys(self) -> None:
        with self.assertRefused("InvalidArgument", "does not exist"):
            self.cloudfront.create_key_group(KeyGroupConfig={"Name": self.name(), "Items": ["K0"]})
        config = {"CallerReference": self.name(), "Name": self.name(), "EncodedKey": "-----BEGIN PUBLIC KEY-----"}
        key = self.cloudfront.create_public_key(PublicKeyConfig=config)
        key_id = key["PublicKey"]["Id"]
        made = self.cloudfront.create_key_group(KeyGroupConfig={"Name": self.name(), "Items": [key_id]})
        with self.assertRefused("PublicKeyInUse"):
            self.cloudfront.delete_public_key(Id=key_id, IfMatch=key["ETag"])
        self.cloudfront.delete_key_group(Id=made["KeyGroup"]["Id"], IfMatch=made["ETag"])
        self.cloudfront.delete_public_key(Id=key_id, IfMatch=key["ETag"])


class Functions(CloudFrontTest):
    def test_life_of_a_function(self) -> None:
        name, config = self.name(), {"Comment": "", "Runtime": "cloudfront-js-2.0"}
        made = self.cloudfront.create_function(Name=name, FunctionConfig=config, FunctionCode=CODE)
        with self.assertRefused("NoSuchFunctionExists", "not published"):
            self.cloudfront.describe_function(Name=name, Stage="LIVE")
        self.cloudfront.publish_function(Name=name, IfMatch=made["ETag"])
        told = self.cloudfront.get_function(Name=name, Stage="LIVE")
        self.assertEqual(told["FunctionCode"].read(), CODE)
        etag = self.cloudfront.update_function(
            Name=name, IfMatch=made["ETag"], FunctionConfig=config, FunctionCode=CODE + b"//"
        )["ETag"]
        self.assertEqual(self.cloudfront.get_function(Name=name, Stage="LIVE")["FunctionCode"].read(), CODE)
        listed = self.cloudfront.list_functions(Stage="LIVE")["FunctionList"]["Items"]
        self.assertIn(name, [item["Name"] for item in listed])
        self.cloudfront.delete_function(Name=name, IfMatch=etag)
        with self.assertRefused("NoSuchFunctionExists"):
            self.cloudfront.get_function(Name=name)

    def test_used_one_cannot_be_deleted(self) -> None:
        arn = self.function()
        call = {"FunctionARN": arn, "EventType": "viewer-request"}
        self.create(DefaultCacheBehavior=behavior(FunctionAssociations=quantity(call)))
        name = arn.rpartition("/")[2]
        etag = self.cloudfront.describe_function(Name=name)["ETag"]
        with self.assertRefused("FunctionInUse"):
            self.cloudfront.delete_function(Name=name, IfMatch=etag)

    def test_long_code_is_refused(self) -> None:
        config = {"Comment": "", "Runtime": "cloudfront-js-2.0"}
        with self.assertRefused("FunctionSizeLimitExceeded"):
            self.cloudfront.create_function(Name=self.name(), FunctionConfig=config, FunctionCode=b"/" * 10241)
