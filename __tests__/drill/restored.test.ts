import { expectedSettings } from "../../drill/restored";
import { checkEnvironment } from "../../environments/definition";
import production from "../fixtures/environments/production";

const ORIGINAL = { engine: "postgres", engineVersion: "17.7", databaseName: "nimbus", masterUser: "nimbus" };
const DESTINATION = { kmsKeyArn: "arn:aws:kms:us-west-2:123456789012:key/1", vpcId: "vpc-1" };
const { recovery } = production;

const expected = (database: object) =>
  expectedSettings(
    checkEnvironment("production", { ...production, recovery: recovery && { ...recovery, database } }),
    ORIGINAL,
    DESTINATION,
  );

describe("a restored database must", () => {
  test("have what the backup brings along, and the surviving key", () => {
    expect(expected({})).toMatchObject({ ...ORIGINAL, key: DESTINATION.kmsKeyArn, network: "vpc-1", encrypted: true });
  });

  test("be protected, private and backed up, where nobody says otherwise", () => {
    expect(expected({})).toMatchObject({ deletionProtection: true, public: false, backupRetentionDays: 14 });
  });

  test("be of the class that the recovery states, or of the database's own", () => {
    expect(expected({ instanceClass: "db.r7g.large" })).toMatchObject({ instanceClass: "db.r7g.large" });
    expect(expected({})).toMatchObject({ instanceClass: production.database?.instanceClass });
  });

  test("be in two zones where that is stated", () => {
    expect([expected({ multiAz: true }).multiAz, expected({}).multiAz]).toEqual([true, false]);
  });
});
