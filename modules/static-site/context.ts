import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { Bound } from "../../kernel";
import { staticSiteInputs } from "./inputs";

/** What every part of the site needs to know. */
export interface SiteContext {
  readonly inputs: Bound<(typeof staticSiteInputs)["fields"]>;
  readonly accountId: string;
  readonly partition: string;
  /** What the names of the partition's services end with: amazonaws.com in most. */
  readonly dnsSuffix: string;
  readonly region: string;
}

/** The bucket of the site. */
export interface SiteBucket {
  readonly bucket: S3Bucket;
  readonly name: string;
  readonly arn: string;
}

/** The one region of CloudFront's metrics, log deliveries and certificates. Source: CloudFront Developer Guide. */
export const CLOUDFRONT_REGION = "us-east-1";
