/**
 * Three projects: `unit` is quick and needs nothing but Node; `program` starts other programs (Terraform's console, our own
 * set-up, the app as the command line does); `emulator` runs the real Terraform on the emulator.
 * ts-jest only strips types (tsconfig's isolatedModules); `npm test` checks them in a step of its own.
 */
const project = (displayName, testMatch, rest) => ({
  displayName,
  testMatch: testMatch.map((pattern) => `<rootDir>/__tests__/${pattern}`),
  testEnvironment: "node",
  transform: { "^.+\\.ts$": ["ts-jest", {}] },
  // What runs leave behind holds copies of our own package.json.
  modulePathIgnorePatterns: ["<rootDir>/(build|dist|cdktf.out|\\.venv-[a-z]+|\\.tools)/"],
  cacheDirectory: "<rootDir>/build/jest",
  ...rest,
});

/** @type {import("jest").Config} */
export default {
  // jest leaves one processor free; of two that is half of them.
  maxWorkers: "100%",
  projects: [
    project("unit", ["!(emulator)/**/*.test.ts", "*.test.ts"], { testPathIgnorePatterns: ["[.]program[.]test[.]ts$"] }),
    project("program", ["!(emulator)/**/*.program.test.ts"]),
    project("emulator", ["emulator/**/*.test.ts"], {
      setupFilesAfterEnv: ["<rootDir>/__tests__/emulator/setup.ts"],
    }),
  ],
};
