import { Props, PropsOf, inputs, section, t } from "../../kernel";
import { topicsInput } from "../parts/alarm-inputs";
import { domainNameOrWildcard, isInZone, isInZoneHcl, zoneId } from "../parts/dns-names";
import { nameInput, tagsInput } from "../parts/inputs";

/**
 * Days before its end at which ACM renews a certificate, which lives 198 days. Source: AWS Certificate Manager User Guide,
 * "Managed certificate renewal".
 */
const RENEWED_BEFORE = 45;

const fields = {
  ...section("General", {
    /**
     * Name of the certificate, in the console and in the name of its alarm. Names of resources begin with it; changing
     * it replaces them.
     */
    name: nameInput(64),
    /**
     * First name of the certificate. Changing it issues a new certificate, which takes the old one's place before that
     * is deleted.
     */
    domainName: domainNameOrWildcard().rule({
      test: (name) => name.length <= 64,
      condition: (ref) => `length(${ref}) <= 64`,
      message: "must have at most 64 characters: it is the certificate's common name; longer ones go to the others",
      bad: `${"long-".repeat(11)}name.example.com`,
    }),
    /**
     * Further names, wildcards such as *.example.com among them. Changing them issues a new certificate, as above. AWS
     * allows 10 names in all until you ask for more (quota L-FB94F0B0), at most 100.
     * @default []
     */
    alternativeNames: t.list(domainNameOrWildcard()).length(0, 99).unique().example(["www.example.com"]).default([]),
    /**
     * Key of the certificate. RSA is understood by every client; the others are faster for servers and clients.
     * Changing it issues a new certificate, as above.
     * @default "RSA_2048"
     */
    keyAlgorithm: t.oneOf("RSA_2048", "EC_prime256v1", "EC_secp384r1").default("RSA_2048"),
    /**
     * Whether the certificate is written into the public transparency logs. Browsers distrust one that is not; without,
     * its names stay unknown.
     * @default true
     */
    transparencyLogging: t.bool().default(true),
    /**
     * Whether CloudFront, or a custom domain of Cognito, will use the certificate: they take only one of us-east-1, and
     * the plan says so in another region.
     * @default false
     */
    forCloudfront: t.bool().default(false),
    /**
     * Tags for every resource of the module.
     * @default {}
     */
    tags: tagsInput(),
  }),
  ...section("Validation", {
    /**
     * IDs of the hosted zones in which ACM looks for the proof that the names are yours, by the zone's name. A name
     * goes to the zone that fits it best. The zones must be public.
     * @default {}
     */
    zones: t
      .map(zoneId())
      .keys(/^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/, "must be the names of the zones, such as example.com", {
        good: "example.com",
        bad: "example",
      })
      .default({}),
    /**
     * Whether to make the records that prove the names are yours; the output validation_records lists them. Set false
     * where their DNS is elsewhere, and for certificates of further regions, which ask for the same records. Never
     * delete them: ACM needs them for each renewal.
     * @default true
     */
    validationRecords: t.bool().default(true),
    /**
     * Whether Terraform waits until the certificate is issued, so that whoever uses the output arn gets one that works.
     * @default true
     */
    waitForValidation: t.bool().default(true),
    /**
     * Minutes that Terraform waits at the most. ACM itself gives up after 72 hours.
     * @default 75
     */
    validationTimeout: t.number().range(1, 720, "minutes").integer().default(75),
  }),
  ...section("Expiry alarm", {
    /**
     * Days before its end at which an alarm tells that the certificate was not renewed. ACM renews 45 days before, so at
     * 30 it has failed for two weeks. Route 53's health checks do not look at certificates: nobody else would tell.
     * @default 30
     */
    expiryDays: t
      .number()
      .range(1, RENEWED_BEFORE - 1, "days")
      .integer()
      .default(30),
    /**
     * SNS topics that the alarm tells, of the certificate's region. Without one it only shows in the console (0.10
     * USD/month).
     * @default []
     */
    expiryTopicArns: topicsInput(),
  }),
};

type Certificate = Required<Props<typeof fields>>;

const allNames = ({ domainName, alternativeNames }: Certificate): string[] => [domainName, ...alternativeNames];
/** The name that ACM asks a record for: a wildcard shares that of the name behind it. */
const provenName = (name: string): string => name.replace(/^\*\./, "");

/** The condition that a name, as `trimprefix` leaves it, has a zone. */
const hasZone = `anytrue([for zone in keys(var.zones) : ${isInZoneHcl('trimprefix(name, "*.")', "zone")}])`;

/** Inputs of the certificate module. */
export const certificateInputs = inputs(fields, [
  {
    on: "alternativeNames",
    test: ({ domainName, alternativeNames }) => !alternativeNames.includes(domainName),
    condition: "!contains(var.alternative_names, var.domain_name)",
    message: (spell) => `must not name ${spell("domainName")} again`,
    bad: { alternativeNames: ["example.com"] },
  },
  {
    on: "zones",
    test: (props) =>
      !props.validationRecords ||
      allNames(props).every((name) => Object.keys(props.zones).some((zone) => isInZone(provenName(name), zone))),
    condition: `!var.validation_records ? true : alltrue([for name in concat([var.domain_name], var.alternative_names) : ${hasZone} if name != null])`,
    message: (spell) =>
      `must hold a zone for each name of the certificate: add the one that is missing, take the name out, or set ${spell("validationRecords")} to false`,
    bad: { alternativeNames: ["example.org"] },
  },
  {
    on: "keyAlgorithm",
    test: ({ keyAlgorithm, forCloudfront }) => !forCloudfront || keyAlgorithm !== "EC_secp384r1",
    condition: 'var.for_cloudfront ? var.key_algorithm != "EC_secp384r1" : true',
    message: "must be RSA_2048 or EC_prime256v1 for CloudFront, which takes no other",
    bad: { keyAlgorithm: "EC_secp384r1", forCloudfront: true },
  },
]);

/** Props of the certificate. */
export type CertificateProps = PropsOf<typeof certificateInputs>;
