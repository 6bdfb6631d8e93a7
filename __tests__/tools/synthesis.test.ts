import { median } from "../../tools/measure";
import { withoutKeys } from "../../tools/synthesis";
import { clientEnvironment } from "../../emulator/client-environment";

describe("withoutKeys", () => {
  test.each([
    ["aws_vpc.network", "aws_vpc.network"],
    ['aws_subnet.network_public["us-east-1a"]', "aws_subnet.network_public"],
    ["aws_eip.nat[0]", "aws_eip.nat"],
    ['module.network["a.b"].aws_subnet.public["x]\\"y"]', "module.network.aws_subnet.public"],
  ])("of %s is %s", (address, expected) => expect(withoutKeys(address)).toBe(expected));
});

describe("the environment of the emulator's clients", () => {
  test("leads to the emulator, by way of a proxy", () => {
    expect(clientEnvironment(4570, {})).toMatchObject({
      AWS_ENDPOINT_URL: "http://aws.test",
      HTTP_PROXY: "http://127.0.0.1:4570",
      http_proxy: "http://127.0.0.1:4570",
    });
  });

  test("takes away whatever could lead to a real account", () => {
    const env = clientEnvironment(1, {
      AWS_PROFILE: "prod",
      AWS_ENDPOINT_URL_S3: "https://s3.example.com",
      PATH: "/bin",
    });
    for (const name of ["AWS_PROFILE", "AWS_ENDPOINT_URL_S3", "AWS_SESSION_TOKEN", "AWS_WEB_IDENTITY_TOKEN_FILE"]) {
      expect(env).toHaveProperty(name, undefined);
    }
    expect(env.AWS_SHARED_CREDENTIALS_FILE).toBe("/dev/null");
    expect(env).not.toHaveProperty("PATH");
  });
});

describe("median", () => {
  test("is the middle, or between the two in the middle", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow("no values");
  });
});
