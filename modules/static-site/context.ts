import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Bound } from "../../kernel";
import type { Surroundings } from "../parts/surroundings";
import { staticSiteInputs } from "./inputs";

/** What every part of the site needs to know. */
export interface Context extends Surroundings {
  readonly inputs: Bound<(typeof staticSiteInputs)["fields"]>;
}

/** The bucket of the site. */
export interface SiteBucket {
  readonly bucket: S3Bucket;
  readonly name: string;
  readonly arn: string;
}

/** The one region of CloudFront's metrics, log deliveries and certificates. Source: CloudFront Developer Guide. */
export const CLOUDFRONT_REGION = "us-east-1";
