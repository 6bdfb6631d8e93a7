import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../../tools/project";

/**
 * What AWS takes once, whatever it is called in a map: a second one is refused (InvalidPermission.Duplicate, "already exists"), or
 * the old one takes it with it when it goes (certificates, web ACLs). Instances of these wait for one another.
 *
 * Sources: Amazon EC2 API Reference, error codes; Elastic Load Balancing, RemoveListenerCertificates; AWS WAF, DisassociateWebACL;
 * Amazon Cognito, CreateResourceServer; Amazon VPC, "NAT gateway creation fails"; Amazon Route 53, ChangeResourceRecordSets.
 */
const ONCE = [
  "aws_vpc_security_group_ingress_rule",
  "aws_vpc_security_group_egress_rule",
  "aws_lb_listener_certificate",
  "aws_wafv2_web_acl_association",
  "aws_cognito_resource_server",
  "aws_nat_gateway",
  "aws_route53_record",
];

/** Those of them that are known by what AWS knows them by: no other name could stand for the same. */
const KNOWN_BY_THEMSELVES = ["certificate/aws_route53_record.validation", "static-site/aws_route53_record.this"];
/** They wait for the records of which they are the second. */
const BEHIND_OTHERS = ["dns-failover/aws_route53_record.secondary"];

const TERRAFORM = join(PROJECT, "terraform");

/** Resources with `for_each` of the published modules, by module and address. */
const repeated = readdirSync(TERRAFORM).flatMap((module) =>
  [...readFileSync(join(TERRAFORM, module, "main.tf"), "utf8").matchAll(/^resource "(\w+)" "(\w+)" \{$(.*?)^\}$/gms)]
    .filter(([, type, , body]) => ONCE.includes(type) && /^ {2}for_each\b/m.test(body))
    .map(([, type, name, body]) => ({ resource: `${module}/${type}.${name}`, body })),
);

test("there are such resources", () => {
  expect(repeated.map(({ resource }) => resource)).toEqual(
    expect.arrayContaining([...KNOWN_BY_THEMSELVES, ...BEHIND_OTHERS]),
  );
  expect(repeated.length).toBeGreaterThan(12);
});

test.each(repeated.filter(({ resource }) => ![...KNOWN_BY_THEMSELVES, ...BEHIND_OTHERS].includes(resource)))(
  "$resource changes names and places in one apply",
  ({ resource, body }) => {
    const turns = /depends_on = \[terraform_data\.(\w+_turns)\]/.exec(body)?.[1];
    expect(turns).toBeDefined();
    // A rule of a security group would change in place, where two that swap are refused; the others are made anew anyway.
    if (resource.includes("security_group"))
      expect(body).toContain(`replace_triggered_by = [terraform_data.${turns}.triggers_replace[each.key]]`);
  },
);
