import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerCertificate } from "@cdktf/provider-aws/lib/lb-listener-certificate";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import {
  VpcSecurityGroupEgressRule,
  VpcSecurityGroupEgressRuleConfig,
} from "@cdktf/provider-aws/lib/vpc-security-group-egress-rule";
import { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Wafv2WebAclAssociation } from "@cdktf/provider-aws/lib/wafv2-web-acl-association";
import { Construct } from "constructs";
import {
  ModuleConstruct,
  ModuleDefinition,
  acceptFinding,
  choose,
  each,
  forEach,
  given,
  heading,
  local,
  one,
  optionalBlock,
  raw,
  tf,
  when,
} from "../../kernel";
import { lookUpSurroundings } from "../parts/surroundings";
import { named } from "../parts/tags";
import { takeTurns } from "../parts/turns";
import { listClients } from "./clients";
import { headerProperties, headersLeftOut, headersTakenAway, responseHeaders } from "./headers";
import { LoadBalancerProps, loadBalancerInputs } from "./inputs";
import { createLogs } from "./logs";

export type { LoadBalancerProps } from "./inputs";

type Fields = (typeof loadBalancerInputs)["fields"];

/** An application load balancer that speaks HTTPS only and answers 404 until a service adds its listener rule. */
export class LoadBalancer extends ModuleConstruct<Fields> {
  static readonly definition: ModuleDefinition<Fields> = {
    name: "load-balancer",
    description:
      "An application load balancer that speaks HTTPS only and answers 404 until a service adds its listener rule.",
    notes: `
Port 80 redirects to 443, TLS is 1.2 or later, security headers are part of every response, each request is logged to a
bucket of the module's own, and AWS refuses to delete the load balancer until \`deletion_protection\` is off.

**Who can reach it.** An internet-facing load balancer is open to everyone (0.0.0.0/0) unless you name its clients by
\`allowed_cidrs\`, \`allowed_prefix_lists\` or \`allowed_security_groups\`; an internal one is open to nobody until you do.

**Renaming a client**, a target or a certificate, or swapping two, takes one apply: what goes is gone before what comes is
made, since AWS refuses two rules for one block. For a moment no new connection of theirs is let in; others see nothing of it.

**What it can reach.** Nothing, until you name it in \`targets\`. The targets' own security group must let in
\`security_group_id\` as well. A rule that has users sign in needs \`https_egress\` too.

**Two regions, two certificates.** A certificate, trust store or web ACL of another region is refused while Terraform
plans, with the region that it should be of.

**Taking a header away.** The AWS provider can change a response header of a listener, but not remove it (its issue
42513). A plan that would leave one behind fails, and says the command that removes it.

**502 now and then?** The targets close idle connections before the load balancer does: set their keep-alive timeout
above \`idle_timeout\`.`,
    inputs: loadBalancerInputs,
    example: {
      name: "nimbus-production",
      vpcId: "vpc-0a1b2c3d4e5f60718",
      subnetIds: ["subnet-0a1b2c3d4e5f60718", "subnet-18070f6e5d4c3b2a1"],
      certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
    },
  };

  readonly arn: string;
  readonly arnSuffix: string;
  readonly dnsName: string;
  readonly zoneId: string;
  readonly httpsListenerArn: string;
  readonly securityGroupId: string;

  constructor(scope: Construct, id: string, props: LoadBalancerProps) {
    super(scope, id, LoadBalancer.definition, props);
    const { accountId, region } = lookUpSurroundings(this);

    const securityGroup = this.createSecurityGroup();
    this.securityGroupId = securityGroup.id;
    this.createIngress();
    this.createEgress();
    const logs = createLogs(this, { inputs: this.inputs, accountId, region });
    const balancer = this.createBalancer(securityGroup, logs);
    const httpListener = this.createRedirect(balancer);
    const httpsListener = this.createHttpsListener(balancer);
    this.createCertificates(httpsListener);
    this.createWebAcl(balancer);

    this.arn = this.output("arn", "ARN of the load balancer.", balancer.arn);
    this.arnSuffix = this.output(
      "arnSuffix",
      "Last part of the ARN, by which CloudWatch's metrics know the load balancer.",
      balancer.arnSuffix,
    );
    this.dnsName = this.output("dnsName", "DNS name, for an alias record.", balancer.dnsName);
    this.zoneId = this.output("zoneId", "Route 53 zone of the DNS name, for an alias record.", balancer.zoneId);
    this.httpsListenerArn = this.output(
      "httpsListenerArn",
      "ARN of the HTTPS listener, to which services add their rules.",
      httpsListener.arn,
    );
    this.output("httpListenerArn", "ARN of the listener that redirects; null without one.", one(httpListener, "arn"));
    this.output(
      "securityGroupId",
      "Security group of the load balancer, which its targets must let in.",
      this.securityGroupId,
    );
    this.output("logBucketName", "The module's own bucket of logs; null without one.", logs.ownBucketName);
  }

  /** Lets the load balancer reach one more target: an input `targets` of the plain module, as a verb. */
  allowTo(name: string, securityGroupId: string, port: number): void {
    this.createTarget(`target_${name}`, name, securityGroupId, port);
  }

  private createSecurityGroup(): SecurityGroup {
    heading(this, "Security group");
    const { name, vpcId, tags } = this.inputs;
    return new SecurityGroup(this, "this#security_group", {
      name: `${name}-alb`,
      description: `Load balancer ${name}`,
      vpcId,
      tags: named(tags, `${name}-alb`),
    });
  }

  private createIngress(): void {
    const { name, tags, redirectHttp } = this.inputs;
    const clients = listClients(this, this.inputs);
    const { dependsOn, replaceTriggeredBy } = takeTurns(this, "client_turns", {
      over: tf`${clients}`,
      content: raw("coalesce(one.cidr, one.prefix_list, one.security_group)"),
      what: "clients",
    });
    const rule = (port: number, protocol: string, over: unknown): VpcSecurityGroupIngressRule =>
      new VpcSecurityGroupIngressRule(this, `${protocol}#ingress`, {
        forEach: forEach(over),
        securityGroupId: this.securityGroupId,
        description: `${protocol.toUpperCase()} from ${each.key}`,
        cidrIpv4: tf`strcontains(each.value.cidr, ".") ? each.value.cidr : null`,
        cidrIpv6: tf`strcontains(each.value.cidr, ":") ? each.value.cidr : null`,
        prefixListId: tf`each.value.prefix_list`,
        referencedSecurityGroupId: tf`each.value.security_group`,
        ipProtocol: "tcp",
        fromPort: port,
        toPort: port,
        tags: named(tags, `${name}-alb-${protocol}-${each.key}`),
        dependsOn,
        lifecycle: { replaceTriggeredBy },
      });
    rule(443, "https", clients);
    acceptFinding(
      rule(80, "http", tf`{ for name, client in ${clients} : name => client if ${redirectHttp} }`),
      "CKV_AWS_260",
      "Port 80 only redirects to HTTPS; whom it is open to is the caller's choice",
    );
  }

  private createEgress(): void {
    const { name, httpsEgress, targets, tags } = this.inputs;
    const { dependsOn, replaceTriggeredBy } = takeTurns(this, "target_turns", {
      over: targets,
      content: raw('format("%s:%s", one.security_group_id, one.port)'),
      what: "targets",
    });
    this.createTarget("target", each.key, tf`each.value.security_group_id`, tf`each.value.port`, {
      forEach: forEach(targets),
      dependsOn,
      lifecycle: { replaceTriggeredBy },
    });
    new VpcSecurityGroupEgressRule(this, "https#egress", {
      count: when(httpsEgress),
      securityGroupId: this.securityGroupId,
      description: "HTTPS: tokens of users who sign in",
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      tags: named(tags, `${name}-alb-https`),
    });
  }

  private createTarget(
    id: string,
    name: string,
    target: string,
    port: number,
    more: Pick<VpcSecurityGroupEgressRuleConfig, "forEach" | "dependsOn" | "lifecycle"> = {},
  ): void {
    new VpcSecurityGroupEgressRule(this, id, {
      ...more,
      securityGroupId: this.securityGroupId,
      description: `Requests and health checks to ${name}`,
      referencedSecurityGroupId: target,
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      tags: named(this.inputs.tags, `${this.inputs.name}-alb-to-${name}`),
    });
  }

  private createBalancer(securityGroup: SecurityGroup, logs: ReturnType<typeof createLogs>): Lb {
    heading(this, "Load balancer");
    const { name, minimumCapacity, tags } = this.inputs;
    const balancer = new Lb(this, "this#balancer", {
      name,
      loadBalancerType: "application",
      internal: this.inputs.internal,
      ipAddressType: this.inputs.ipAddressType,
      subnets: tf`${this.inputs.subnetIds}`,
      securityGroups: [securityGroup.id],
      enableDeletionProtection: this.inputs.deletionProtection,
      idleTimeout: this.inputs.idleTimeout,
      clientKeepAlive: this.inputs.clientKeepAlive,
      enableHttp2: this.inputs.http2,
      dropInvalidHeaderFields: this.inputs.dropInvalidHeaders,
      desyncMitigationMode: this.inputs.desyncMitigation,
      preserveHostHeader: this.inputs.preserveHostHeader,
      xffHeaderProcessingMode: this.inputs.xffMode,
      enableXffClientPort: this.inputs.xffClientPort,
      enableTlsVersionAndCipherSuiteHeaders: this.inputs.tlsHeaders,
      enableWafFailOpen: this.inputs.wafFailOpen,
      enableZonalShift: this.inputs.zonalShift,
      accessLogs: logs.access,
      connectionLogs: logs.connection,
      tags: named(tags, name),
    });
    acceptFinding(
      balancer,
      "CKV2_AWS_28",
      "A web ACL is billed by month, by rule and by request: it is the caller's choice (web_acl)",
    );
    acceptFinding(balancer, "CKV2_AWS_76", "The rules of the web ACL are the caller's");
    optionalBlock(balancer, "minimum_load_balancer_capacity", given(minimumCapacity), {
      capacityUnits: minimumCapacity.units,
    });
    return balancer;
  }

  private createRedirect(balancer: Lb): LbListener {
    heading(this, "Redirect to HTTPS");
    const { name, redirectHttp, serverHeader, tags } = this.inputs;
    return new LbListener(this, "http#listener", {
      count: when(redirectHttp),
      loadBalancerArn: balancer.arn,
      port: 80,
      protocol: "HTTP",
      routingHttpResponseServerEnabled: serverHeader,
      defaultAction: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
      tags: named(tags, `${name}-http`),
    });
  }

  private createHttpsListener(balancer: Lb): LbListener {
    heading(this, "HTTPS");
    const { name, certificateArn, mutualTls, serverHeader, tags } = this.inputs;
    const headers = responseHeaders(this.inputs);
    const leftOut = local(this, "headers_left_out", headersLeftOut(headers));
    const listener = new LbListener(this, "https#listener", {
      loadBalancerArn: balancer.arn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: this.inputs.tlsPolicy,
      certificateArn,
      routingHttpResponseServerEnabled: serverHeader,
      ...headerProperties(headers),
      defaultAction: [
        {
          type: "fixed-response",
          fixedResponse: {
            contentType: this.inputs.defaultContentType,
            messageBody: this.inputs.defaultBody,
            statusCode: this.inputs.defaultStatusCode,
          },
        },
      ],
      lifecycle: {
        postcondition: [headersTakenAway(leftOut)],
      },
      tags: named(tags, `${name}-https`),
    });
    optionalBlock(listener, "mutual_authentication", given(mutualTls), {
      mode: "verify",
      trustStoreArn: mutualTls.trustStoreArn,
      ignoreClientCertificateExpiry: mutualTls.ignoreClientCertificateExpiry,
      advertiseTrustStoreCaNames: choose(mutualTls.advertiseTrustStoreCaNames, "on", "off"),
    });
    return listener;
  }

  private createCertificates(listener: LbListener): void {
    const { certificates } = this.inputs;
    const { dependsOn } = takeTurns(this, "certificate_turns", {
      over: certificates,
      content: raw("one"),
      what: "certificates",
    });
    new LbListenerCertificate(this, "this#certificate", {
      forEach: forEach(certificates),
      listenerArn: listener.arn,
      certificateArn: each.value,
      dependsOn,
    });
  }

  private createWebAcl(balancer: Lb): void {
    heading(this, "Web ACL");
    const { webAcl } = this.inputs;
    new Wafv2WebAclAssociation(this, "this#web_acl", {
      count: when(given(webAcl)),
      resourceArn: balancer.arn,
      webAclArn: webAcl.arn,
    });
  }
}
