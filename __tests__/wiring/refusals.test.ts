import { App, LocalBackend } from "cdktf";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InvalidInput, Stack } from "../../kernel";
import { Refusals, refuse } from "../../wiring/refusals";

const FILE = "environments/shop/production.ts";

/** A stack that finds out late that something is wrong. */
class LateStack extends Stack {
  constructor(
    app: App,
    id: string,
    private readonly problem?: string,
  ) {
    super(app, id);
    new LocalBackend(this, { path: `${id}.tfstate` });
  }

  override prepareStack(): void {
    super.prepareStack();
    if (this.problem !== undefined) refuse(this, new InvalidInput(this.problem));
  }
}

describe("what is wrong with the stacks of an app", () => {
  let outdir: string;
  let app: App;
  let refusals: Refusals;
  beforeEach(() => {
    outdir = mkdtempSync(join(tmpdir(), "refusals-"));
    app = new App({ outdir });
    refusals = new Refusals(app);
  });
  afterEach(() => rmSync(outdir, { recursive: true, force: true }));

  const refused = (message: string) => () => {
    throw new InvalidInput(message);
  };

  test("is said in one list, whenever it was found", () => {
    refusals.attemptStack("primary", () => {
      new LateStack(app, "primary");
      refused("primary/web: invalid inputs\n  - name must not be exec\n  - cpu must be one of 256")();
    });
    refusals.attemptStack(
      "dr",
      () => new LateStack(app, "dr", `${FILE}: the objectives cannot be met\n  - rto is late`),
    );
    app.synth();
    refusals.attempt(refused(`${FILE}: the stacks break rules\n  - dr: a role`));
    expect(() => refusals.throwAny(FILE)).toThrow(
      new InvalidInput(
        [
          "environments/shop/production.ts: invalid environment",
          "  - primary/web: name must not be exec",
          "  - primary/web: cpu must be one of 256",
          "  - the objectives cannot be met: rto is late",
          "  - the stacks break rules: dr: a role",
        ].join("\n"),
      ),
    );
  });

  test("is said as it is when it is one thing", () => {
    refusals.attempt(refused("primary/web: invalid inputs\n  - name must not be exec"));
    expect(() => refusals.throwAny(FILE)).toThrow(
      new InvalidInput("primary/web: invalid inputs\n  - name must not be exec"),
    );
  });

  test("takes a stack that is half made out of what is looked at", () => {
    refusals.attemptStack("primary", () => {
      new LateStack(app, "primary");
      refused("no")();
    });
    new LateStack(app, "standby");
    app.synth();
    expect(readdirSync(join(outdir, "stacks"))).toEqual(["standby"]);
  });

  test("is nothing where nothing is", () => {
    refusals.attempt(() => undefined);
    expect(() => refusals.throwAny(FILE)).not.toThrow();
  });

  test("leaves faults of the program what they are", () => {
    expect(() =>
      refusals.attempt(() => {
        throw new TypeError("ours");
      }),
    ).toThrow(TypeError);
  });
});

test("a stack is refused at once where nobody collects", () => {
  const outdir = mkdtempSync(join(tmpdir(), "refusals-"));
  try {
    const app = new App({ outdir });
    new LateStack(app, "dr", "no");
    expect(() => app.synth()).toThrow(new InvalidInput("no"));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});
