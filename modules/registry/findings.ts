import { tf } from "../../kernel";

/**
 * Patterns of the events that tell of findings in images of these repositories (a map from key to name).
 *
 * Sources: Amazon ECR User Guide, "Amazon ECR events and EventBridge"; Amazon Inspector User Guide, "EventBridge schema".
 */
export const findingPatterns = (
  names: unknown,
  severities: unknown,
): Readonly<Record<"basic" | "enhanced", object>> => ({
  basic: {
    source: ["aws.ecr"],
    "detail-type": ["ECR Image Scan"],
    detail: {
      "scan-status": ["COMPLETE"],
      "repository-name": tf`values(${names})`,
      $or: tf`[for severity in ${severities} : { finding-severity-counts = { (severity) = [{ numeric = [">", 0] }] } }]`,
    },
  },
  enhanced: {
    source: ["aws.inspector2"],
    "detail-type": ["Inspector2 Finding"],
    detail: {
      status: ["ACTIVE"],
      severity: severities,
      resources: { details: { awsEcrContainerImage: { repositoryName: tf`values(${names})` } } },
    },
  },
});
