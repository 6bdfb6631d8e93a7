import { checkEnvironment } from "../../environments/definition";
import { imageIn, imagesIn, ownImage } from "../../environments/definition/names/images";
import production from "../fixtures/environments/production";

const HERE = "123456789012.dkr.ecr.us-east-1.amazonaws.com";
const THERE = "123456789012.dkr.ecr.us-west-2.amazonaws.com";
const home = { accountId: "123456789012", region: "us-east-1" };

test.each([
  [`${HERE}/a/web:1`, `${THERE}/a/web:1`],
  [`${HERE}/a/web@sha256:${"0".repeat(64)}`, `${THERE}/a/web@sha256:${"0".repeat(64)}`],
  ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/a/web:1", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/a/web:1"],
  ["210987654321.dkr.ecr.us-east-1.amazonaws.com/a/web:1", "210987654321.dkr.ecr.us-east-1.amazonaws.com/a/web:1"],
  ["public.ecr.aws/nginx/nginx:1.27", "public.ecr.aws/nginx/nginx:1.27"],
])("the image %s is %s in the recovery region", (image, there) => {
  expect(imageIn("us-west-2", image, home)).toBe(there);
});

test.each([
  [`${HERE}/a/web:1`, { repository: "a/web", tag: "1" }],
  [`${HERE}/a/web:1@sha256:0a`, { repository: "a/web", digest: "sha256:0a" }],
  [`${THERE}/a/web:1`, undefined],
  ["public.ecr.aws/nginx/nginx:1.27", undefined],
])("the registry knows %s as %j", (image, own) => {
  expect(ownImage("us-east-1", image, home)).toEqual(own);
});

test("the images of an environment are those of all containers", () => {
  const services = {
    web: { ...production.services.web, sidecars: { agent: { image: `${HERE}/agent:7` } } },
  };
  const environment = checkEnvironment("production", { ...production, services });
  expect(imagesIn("us-west-2", environment)).toEqual({
    web: `${THERE}/nimbus-production/web:1.0.0`,
    "web-agent": `${THERE}/agent:7`,
  });
});
