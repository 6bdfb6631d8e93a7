import * as path from "node:path";
import { FakeProject, terraformOf } from "./fake-project";

let project: FakeProject;
beforeEach(() => {
  project = new FakeProject();
  project.program("terraform", ...terraformOf("1.11.4"));
});
afterEach(() => project.remove());

interface Source {
  readonly config?: string;
  readonly cliConfigFile: string | null;
  readonly cache: boolean;
  readonly providers: string;
  readonly mirrors: readonly string[];
}

/** Puts a provider into a mirror in the form that `terraform providers mirror` unpacks to. */
function mirror(folder: string, version = "5.100.0"): string {
  const platform = project.call("mirrors.mjs", "platform") as string;
  const provider = path.join(folder, "registry.terraform.io/hashicorp/aws", version, platform);
  project.write(path.join(provider, "terraform-provider-aws"), "");
  return path.join(project.root, folder);
}

function choose(env: Record<string, string> = {}): Source {
  const hosts = [path.join(project.root, "opt")];
  return project.call("providers.mjs", "chooseSource", project.root, { ...project.env, ...env }, hosts) as Source;
}

/** Gets the provider on a host without any mirror. */
function prepare(): unknown {
  const terraform = path.join(project.root, "bin/terraform");
  return project.call("providers.mjs", "prepareProviders", project.root, terraform, project.env, []);
}

describe("the AWS provider", () => {
  test("comes from a mirror that the host keeps", () => {
    const place = mirror("opt/plugins");
    const { config, cliConfigFile, cache, providers, mirrors } = choose();
    expect(providers).toBe(place);
    expect(cliConfigFile).toBe(path.join(project.root, "build", "terraform.rc"));
    expect(config).toContain(`path    = "${place}"`);
    expect(config).toContain('include = ["registry.terraform.io/hashicorp/aws"]');
    expect(config).toContain('exclude = ["registry.terraform.io/hashicorp/aws"]');
    expect(cache).toBe(false);
    expect(mirrors).toEqual([place]);
  });

  test("is downloaded where the host's mirror has another version", () => {
    mirror("opt/plugins", "5.99.0");
    expect(choose()).toEqual({ cliConfigFile: null, cache: true, providers: "downloaded", mirrors: [] });
  });

  test.each(["home/.terraform.d/plugins", "home/.local/share/terraform/plugins", "share/terraform/plugins"])(
    "comes from the mirror that Terraform looks into by itself, %s",
    (folder) => {
      mirror("opt/plugins");
      const place = mirror(folder);
      expect(choose()).toEqual({ cliConfigFile: null, cache: false, providers: place, mirrors: [place] });
    },
  );

  test("comes from where the user's configuration says", () => {
    mirror("opt/plugins");
    const file = project.write("my.rc", "provider_installation {\n  direct {}\n}\n");
    expect(choose({ TF_CLI_CONFIG_FILE: file })).toEqual({
      cliConfigFile: null,
      cache: false,
      providers: `as ${file} says`,
      mirrors: [],
    });
  });

  test("and the mirrors that it names are known, in its order", () => {
    const file = project.write(
      "my.rc",
      `provider_installation {
  # filesystem_mirror { path = "/old" }
  filesystem_mirror {
    include = ["registry.terraform.io/*/*"]
    path    = "/srv/mirror"
  }
  network_mirror { url = "https://mirror.example.com/providers/" }
}
`,
    );
    const mirrors = ["/srv/mirror", "https://mirror.example.com/providers/"];
    expect(choose({ TF_CLI_CONFIG_FILE: file })).toMatchObject({ mirrors });
  });

  test("is cached for a user whose configuration says nothing about providers", () => {
    project.write("home/.terraformrc", 'credentials "app.terraform.io" {}\n');
    expect(choose()).toEqual({ cliConfigFile: null, cache: true, providers: "downloaded", mirrors: [] });
  });

  test("needs a configuration of ours where TF_CLI_CONFIG_FILE names a missing file", () => {
    mirror("share/terraform/plugins");
    const { cliConfigFile, config } = choose({ TF_CLI_CONFIG_FILE: "/nowhere/terraform.rc" });
    expect(cliConfigFile).toBe(path.join(project.root, "build", "terraform.rc"));
    expect(config).not.toContain("provider_installation");
  });

  test("is downloaded once, by a run of its own", () => {
    const place = "build/terraform-plugins/registry.terraform.io/hashicorp/aws/5.100.0";
    const platform = project.call("mirrors.mjs", "platform") as string;
    project.program(
      "terraform",
      ...terraformOf("1.11.4"),
      `if [ "$1" = init ]; then /bin/mkdir -p "${path.join(project.root, place, platform)}"; fi`,
    );
    const pluginCache = path.join(project.root, "build/terraform-plugins");
    const expected = { cliConfigFile: null, pluginCache, providers: "downloaded", mirrors: [] };
    expect(prepare()).toEqual(expected);
    expect(prepare()).toEqual(expected);
    expect(project.calls("terraform")).toEqual(["init -input=false -no-color"]);
    expect(project.read("build/terraform-fetch/main.tf.json")).toContain('"version":"5.100.0"');
  });

  test("that cannot be downloaded is reported with what Terraform said, and tried again", () => {
    project.program("terraform", ...terraformOf("1.11.4"), 'if [ "$1" = init ]; then echo "no such host"; exit 1; fi');
    expect(prepare).toThrow(/could not get the AWS provider 5\.100\.0: check the network[^]*no such host/);
    expect(prepare).toThrow(/no such host/);
    expect(project.calls("terraform")).toHaveLength(2);
  });
});
