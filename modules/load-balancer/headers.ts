import { TerraformLocal } from "cdktf";
import { Bound, Collection, choose, given, is, raw, tf } from "../../kernel";
import { loadBalancerInputs } from "./inputs";

/** Response headers by the name that ELB has for them; an empty value is a header that is left to the targets. */
export type ResponseHeaders = Readonly<Record<string, string>>;

/** What the HTTPS listener says in every response. */
export function responseHeaders(inputs: Bound<(typeof loadBalancerInputs)["fields"]>): ResponseHeaders {
  const { contentTypeNosniff, frameOptions, cors } = inputs;
  const withCors = (value: unknown) => choose<string>(given(cors), value, "");
  return {
    strict_transport_security: inputs.strictTransportSecurity,
    x_content_type_options: choose(contentTypeNosniff, "nosniff", ""),
    x_frame_options: choose(is(frameOptions, "none"), "", frameOptions),
    content_security_policy: inputs.contentSecurityPolicy,
    access_control_allow_origin: withCors(cors.allowOrigin),
    access_control_allow_methods: withCors(tf`join(",", ${cors.allowMethods})`),
    access_control_allow_headers: withCors(tf`join(",", ${cors.allowHeaders})`),
    access_control_expose_headers: withCors(tf`join(",", ${cors.exposeHeaders})`),
    access_control_allow_credentials: withCors(choose(cors.allowCredentials, "true", "")),
    access_control_max_age: withCors(tf`tostring(${cors.maxAge})`),
  };
}

/** The headers as properties of a listener. */
export const headerProperties = (headers: ResponseHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [camelCase(attributeOf(name)), value]));

/** An expression that lists the headers which are left to the targets. */
export const headersLeftOut = (headers: ResponseHeaders): Collection =>
  tf`[for name, value in ${headers} : name if value == ""]`;

/**
 * Refuses to believe that a header was taken away when it was not. The provider plans no change when an attribute of a
 * listener becomes empty (hashicorp/terraform-provider-aws#42513), so that the header would stay without a word.
 */
export function headersTakenAway(leftOut: TerraformLocal): { condition: boolean; errorMessage: string } {
  const clear = tf`join(" ", [for name in ${leftOut} : "Key=routing.http.response.\${name}.header_value,Value="])`;
  return {
    condition: tf`alltrue([for name in ${leftOut} : try(length(self["${raw(attributeOf("${name}"))}"]), 0) == 0])`,
    errorMessage: `The AWS provider cannot take a response header away from a listener that has it. Do it once by hand, then plan again: aws elbv2 modify-listener-attributes --listener-arn ${raw("self.arn")} --attributes ${clear}`,
  };
}

const attributeOf = (header: string): string => `routing_http_response_${header}_header_value`;

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase());
