import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as https from "node:https";
import { AddressInfo } from "node:net";
import * as path from "node:path";
import { tool } from "../../tools/programs";
import { Terraform, pinProvider } from "../../tools/terraform";
import type { Environment } from "../../tools/project";

const HOST = "registry.terraform.io/hashicorp";
const VERSION = "5.100.0";

/** Two mirrors of the AWS provider as users have them, each named by a CLI configuration of Terraform's; the registry is out of reach. */
export interface Mirrors {
  /** Variables for a command whose user has a `filesystem_mirror`. */
  readonly filesystem: Environment;
  /** The same with a `network_mirror`. */
  readonly network: Environment;
  /** What the network mirror was asked for. */
  readonly asked: readonly string[];
  stop(): void;
}

/** A certificate for localhost, and the provider as a zip that is not compressed: both by what the emulator's Python has. */
const PREPARE = `
import datetime, ipaddress, os, sys, zipfile
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
folder, provider, archive = sys.argv[1:]
with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
    for name in sorted(os.listdir(provider)):
        packed.write(os.path.join(provider, name), name)
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
now = datetime.datetime.now(datetime.timezone.utc)
certificate = (
    x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    .serial_number(x509.random_serial_number())
    .not_valid_before(now - datetime.timedelta(days=1)).not_valid_after(now + datetime.timedelta(days=1))
    .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), False)
    .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
    .sign(key, hashes.SHA256())
)
open(os.path.join(folder, "certificate.pem"), "wb").write(certificate.public_bytes(serialization.Encoding.PEM))
open(os.path.join(folder, "key.pem"), "wb").write(key.private_bytes(
    serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
`;

/** Makes both in a folder, from the provider that our own runs use. */
export async function startMirrors(folder: string): Promise<Mirrors> {
  const { platform, directory } = await findProvider(path.join(folder, "found"));
  const archive = `terraform-provider-aws_${VERSION}_${platform}.zip`;
  const prepared = spawnSync(tool("python").path, ["-c", PREPARE, folder, directory, path.join(folder, archive)], {
    encoding: "utf8",
  });
  if (prepared.status !== 0) throw new Error(prepared.stderr);
  const held = path.join(folder, "mirror", HOST, "aws", VERSION);
  fs.mkdirSync(held, { recursive: true });
  fs.symlinkSync(directory, path.join(held, platform));

  const asked: string[] = [];
  const answers: Record<string, object> = {
    [`/${HOST}/aws/index.json`]: { versions: { [VERSION]: {} } },
    [`/${HOST}/aws/${VERSION}.json`]: { archives: { [platform]: { url: archive } } },
  };
  const server = https.createServer(
    { key: fs.readFileSync(path.join(folder, "key.pem")), cert: fs.readFileSync(path.join(folder, "certificate.pem")) },
    ({ url = "" }, response) => {
      asked.push(url);
      response.setHeader("Content-Type", url.endsWith(".json") ? "application/json" : "application/zip");
      if (url in answers) response.end(JSON.stringify(answers[url]));
      else if (url === `/${HOST}/aws/${archive}`) fs.createReadStream(path.join(folder, archive)).pipe(response);
      else response.writeHead(404).end();
    },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const named = (name: string, installation: string): Environment => {
    const file = path.join(folder, `${name}.rc`);
    fs.writeFileSync(file, `provider_installation {\n  ${installation}\n}\n`);
    return {
      TF_CLI_CONFIG_FILE: file,
      // The cache that cdktf makes in the home folder is shared with whoever else works here.
      CDKTF_DISABLE_PLUGIN_CACHE_ENV: "true",
      TF_PLUGIN_CACHE_DIR: undefined,
      SSL_CERT_FILE: path.join(folder, "certificate.pem"),
      NODE_EXTRA_CA_CERTS: path.join(folder, "certificate.pem"),
      // The registry, and whatever else is asked outside of this machine, answers nobody.
      HTTPS_PROXY: "http://127.0.0.1:9",
      https_proxy: "http://127.0.0.1:9",
    };
  };
  return {
    filesystem: named("filesystem", `filesystem_mirror {\n    path = "${path.join(folder, "mirror")}"\n  }`),
    network: named("network", `network_mirror {\n    url = "https://localhost:${port}/"\n  }`),
    asked,
    stop: () => server.close(),
  };
}

/** The provider, unpacked, as `terraform init` finds it. */
async function findProvider(folder: string): Promise<{ readonly platform: string; readonly directory: string }> {
  fs.mkdirSync(folder, { recursive: true });
  pinProvider(folder);
  fs.writeFileSync(
    path.join(folder, "main.tf"),
    'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n    }\n  }\n}\n',
  );
  await new Terraform(folder).init();
  const held = path.join(folder, ".terraform", "providers", HOST, "aws", VERSION);
  const [platform] = fs.readdirSync(held);
  return { platform, directory: fs.realpathSync(path.join(held, platform)) };
}
