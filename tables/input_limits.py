"""What AWS's models say of the fields that inputs of the modules end up in: each input by its path, with service, shape and member.

An input in brackets is an item (``[*]``), one in braces a key (``{}``). What the models say nothing of is not here.
"""

from __future__ import annotations

from typing import Any

import botocore.session
from common import schema_date, source, write

FIELDS: dict[str, dict[str, str]] = {
    "certificate": {
        "domainName": "acm.RequestCertificateRequest.DomainName",
        "keyAlgorithm": "acm.RequestCertificateRequest.KeyAlgorithm",
        "alternativeNames[*]": "acm.RequestCertificateRequest.SubjectAlternativeNames[]",
        "alternativeNames": "acm.RequestCertificateRequest.SubjectAlternativeNames",
    },
    "dns-failover": {
        "newZone.comment": "route53.HostedZoneConfig.Comment",
        "newZone.name": "route53.CreateHostedZoneRequest.Name",
        "newZone.delegationSetId": "route53.CreateHostedZoneRequest.DelegationSetId",
        "failover.healthCheck.port": "route53.HealthCheckConfig.Port",
        "failover.healthCheck.failureThreshold": "route53.HealthCheckConfig.FailureThreshold",
        "failover.healthCheck.interval": "route53.HealthCheckConfig.RequestInterval",
        "failover.healthCheck.path": "route53.HealthCheckConfig.ResourcePath",
        "failover.healthCheck.regions[*]": "route53.HealthCheckConfig.Regions[]",
        "failover.healthCheck.searchString": "route53.HealthCheckConfig.SearchString",
        "failover.healthCheck.fqdn": "route53.HealthCheckConfig.FullyQualifiedDomainName",
        "failover.latch.alarmName": "cloudwatch.PutMetricAlarmInput.AlarmName",
        "failover.latch.region": "route53.AlarmIdentifier.Region",
        "weighted[*][*].weight": "route53.ResourceRecordSet.Weight",
    },
    "latch": {
        "name": "cloudwatch.PutMetricAlarmInput.AlarmName",
        "metricNamespace": "cloudwatch.PutMetricDataInput.Namespace",
    },
    "firewall": {
        "name": "wafv2.CreateWebACLRequest.Name",
        "common.version": "wafv2.ManagedRuleGroupStatement.Version",
        "managedGroups[*].name": "wafv2.ManagedRuleGroupStatement.Name",
        "managedGroups[*].version": "wafv2.ManagedRuleGroupStatement.Version",
        "managedGroups[*].priority": "wafv2.Rule.Priority",
        "forwardedIp.position": "wafv2.IPSetForwardedIPConfig.Position",
        "customResponseBodies[*].contentType": "wafv2.CustomResponseBody.ContentType",
        "customResponseBodies[*].content": "wafv2.CustomResponseBody.Content",
        "rateLimits[*].limit": "wafv2.RateBasedStatement.Limit",
        "rateLimits[*].status": "wafv2.CustomResponse.ResponseCode",
        "blockStatus": "wafv2.CustomResponse.ResponseCode",
        "geo.countries[*]": "wafv2.GeoMatchStatement.CountryCodes[]",
    },
    "load-balancer": {
        "ipAddressType": "elbv2.CreateLoadBalancerInput.IpAddressType",
        "targets[*].port": "elbv2.CreateTargetGroupInput.Port",
    },
    "registry": {
        "repositories[*].repositoryName": "ecr.CreateRepositoryRequest.repositoryName",
        "scanning.scanType": "ecr.PutRegistryScanningConfigurationRequest.scanType",
        "scanning.scanFrequency": "ecr.RegistryScanningRule.scanFrequency",
        "scanning.filters[*]": "ecr.ScanningRepositoryFilter.filter",
        "replication.destinations": "ecr.ReplicationRule.destinations",
        "replication.destinations[*].region": "ecr.ReplicationDestination.region",
        "replication.filters[*]": "ecr.RepositoryFilter.filter",
    },
    "database": {
        "parameters[*].applyMethod": "rds.Parameter.ApplyMethod",
        "databaseInsightsMode": "rds.CreateDBInstanceMessage.DatabaseInsightsMode",
        "proxy.iamAuth": "rds.UserAuthConfig.IAMAuth",
    },
    "cache": {
        "networkType": "elasticache.CreateReplicationGroupMessage.NetworkType",
        "ipDiscovery": "elasticache.CreateReplicationGroupMessage.IpDiscovery",
        "users[*].accessString": "elasticache.CreateUserMessage.AccessString",
    },
    "secrets": {
        "secrets[*].description": "secretsmanager.CreateSecretRequest.Description",
        "secrets[*].excludeCharacters": "secretsmanager.GetRandomPasswordRequest.ExcludeCharacters",
        "secrets[*].rotation.duration": "secretsmanager.RotationRulesType.Duration",
        "secrets[*].rotation.days": "secretsmanager.RotationRulesType.AutomaticallyAfterDays",
        "secrets[*].rotation.lambdaArn": "secretsmanager.RotateSecretRequest.RotationLambdaARN",
    },
    "storage": {
        "kmsKey.arn": "s3.SSEKMSEncryption.KMSKeyArn",
        "replication.destination.storageClass": "s3.Destination.StorageClass",
        "objectLock.mode": "s3.DefaultRetention.Mode",
    },
    "backup": {
        "rules{}": "backup.BackupRuleInput.RuleName",
    },
    "service": {
        "serviceConnect.server.port": "ecs.ServiceConnectClientAlias.port",
        "serviceConnect.server.protocol": "ecs.PortMapping.appProtocol",
        "routing.priority": "elbv2.CreateRuleInput.Priority",
        "port": "elbv2.CreateTargetGroupInput.Port",
        "routing.health.path": "elbv2.CreateTargetGroupInput.HealthCheckPath",
        "routing.health.interval": "elbv2.CreateTargetGroupInput.HealthCheckIntervalSeconds",
        "routing.health.timeout": "elbv2.CreateTargetGroupInput.HealthCheckTimeoutSeconds",
        "authenticate.onUnauthenticatedRequest": "elbv2.AuthenticateCognitoActionConfig.OnUnauthenticatedRequest",
        "prepared.logGroupName": "logs.CreateLogGroupRequest.logGroupName",
    },
    "static-site": {
        "priceClass": "cloudfront.DistributionConfig.PriceClass",
        "httpVersion": "cloudfront.DistributionConfig.HttpVersion",
        "referrerPolicy": "cloudfront.ResponseHeadersPolicyReferrerPolicy.ReferrerPolicy",
    },
    "user-pool": {
        "name": "cognito-idp.CreateUserPoolRequest.PoolName",
        "usernameAttributes[*]": "cognito-idp.CreateUserPoolRequest.UsernameAttributes[]",
        "aliasAttributes[*]": "cognito-idp.CreateUserPoolRequest.AliasAttributes[]",
        "customAttributes{}": "cognito-idp.SchemaAttributeType.Name",
        "groups{}": "cognito-idp.CreateGroupRequest.GroupName",
        "groups[*].description": "cognito-idp.CreateGroupRequest.Description",
        "groups[*].precedence": "cognito-idp.CreateGroupRequest.Precedence",
        "groups[*].roleArn": "cognito-idp.CreateGroupRequest.RoleArn",
        "passwordPolicy.minimumLength": "cognito-idp.PasswordPolicyType.MinimumLength",
        "passwordPolicy.temporaryPasswordValidityDays": "cognito-idp.PasswordPolicyType.TemporaryPasswordValidityDays",
        "passwordPolicy.passwordHistorySize": "cognito-idp.PasswordPolicyType.PasswordHistorySize",
        "mfa": "cognito-idp.SetUserPoolMfaConfigRequest.MfaConfiguration",
        "passkeys.relyingPartyId": "cognito-idp.WebAuthnConfigurationType.RelyingPartyId",
        "passkeys.userVerification": "cognito-idp.WebAuthnConfigurationType.UserVerification",
        "userPoolTier": "cognito-idp.CreateUserPoolRequest.UserPoolTier",
        "threatProtection.accountTakeover.low": "cognito-idp.AccountTakeoverActionType.EventAction",
        "clients{}": "cognito-idp.CreateUserPoolClientRequest.ClientName",
        "clients[*].oauthFlows[*]": "cognito-idp.CreateUserPoolClientRequest.AllowedOAuthFlows[]",
        "clients[*].oauthScopes[*]": "cognito-idp.CreateUserPoolClientRequest.AllowedOAuthScopes[]",
        "clients[*].callbackUrls": "cognito-idp.CreateUserPoolClientRequest.CallbackURLs",
        "clients[*].callbackUrls[*]": "cognito-idp.CreateUserPoolClientRequest.CallbackURLs[]",
        "clients[*].logoutUrls[*]": "cognito-idp.CreateUserPoolClientRequest.LogoutURLs[]",
        "clients[*].authSessionMinutes": "cognito-idp.CreateUserPoolClientRequest.AuthSessionValidity",
        "clients[*].refreshTokenRotation.gracePeriod": "cognito-idp.RefreshTokenRotationType.RetryGracePeriodSeconds",
        "clients[*].identityProviders[*]": "cognito-idp.CreateUserPoolClientRequest.SupportedIdentityProviders[]",
        "clients[*].readAttributes[*]": "cognito-idp.CreateUserPoolClientRequest.ReadAttributes[]",
        "clients[*].writeAttributes[*]": "cognito-idp.CreateUserPoolClientRequest.WriteAttributes[]",
        "resourceServers[*].identifier": "cognito-idp.CreateResourceServerRequest.Identifier",
        "resourceServers[*].scopes": "cognito-idp.CreateResourceServerRequest.Scopes",
        "resourceServers[*].scopes{}": "cognito-idp.ResourceServerScopeType.ScopeName",
        "resourceServers[*].scopes[*]": "cognito-idp.ResourceServerScopeType.ScopeDescription",
        "prefixDomain.prefix": "cognito-idp.CreateUserPoolDomainRequest.Domain",
        "customDomain.certificateArn": "cognito-idp.CustomDomainConfigType.CertificateArn",
        "email.configurationSet": "cognito-idp.EmailConfigurationType.ConfigurationSet",
        "email.sourceArn": "cognito-idp.EmailConfigurationType.SourceArn",
        "verification.subject": "cognito-idp.VerificationMessageTemplateType.EmailSubject",
        "verification.message": "cognito-idp.VerificationMessageTemplateType.EmailMessage",
        "invitation.subject": "cognito-idp.MessageTemplateType.EmailSubject",
        "invitation.message": "cognito-idp.MessageTemplateType.EmailMessage",
        "triggers[*]": "cognito-idp.LambdaConfigType.PreSignUp",
    },
}

_LIMITS = ("min", "max", "pattern", "enum")
_SESSION = botocore.session.get_session()


def limits(field: str) -> dict[str, Any]:
    """Type and constraints of a member such as ``ecr.CreateRepositoryRequest.repositoryName``."""
    service, shape, member = field.split(".")
    found = _SESSION.get_service_model(service).shape_for(shape).members[member.removesuffix("[]")]
    if member.endswith("[]"):
        found = found.member
    constraints = {name: found.metadata[name] for name in _LIMITS if name in found.metadata}
    return {"field": field, "type": found.type_name, **constraints}


write(
    ("__tests__/modules/tables/aws-limits.json",),
    source=source("botocore", what="AWS's models of its APIs"),
    date=schema_date(),
    inputs={f"{module}: {path}": limits(field) for module, paths in FIELDS.items() for path, field in paths.items()},
)
