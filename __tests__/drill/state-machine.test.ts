import { Call, StateError, StateMachine, runStateMachine } from "../../drill/state-machine";

const api = (name: string) => `arn:aws:states:::aws-sdk:rds:${name}`;
const one = (state: object, rest: object = {}): StateMachine =>
  ({ StartAt: "One", States: { One: state, ...rest } }) as StateMachine;

const answering =
  (answers: Record<string, unknown>): Call =>
  (_, operation) => {
    const answer = answers[operation];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };

describe("a state machine", () => {
  test("asks an API with computed arguments, and computes its output from the answer", async () => {
    const asked: unknown[] = [];
    const call: Call = (...question) => {
      asked.push(question);
      return Promise.resolve({ Count: 2 });
    };
    const state = {
      Type: "Task",
      Resource: api("describe"),
      Arguments: { Name: "{% $states.input.name %}" },
      End: true,
    };
    const output = await runStateMachine(one({ ...state, Output: "{% $states.result.Count + 1 %}" }), call, {
      name: "db",
    });
    expect(output).toBe(3);
    expect(asked).toEqual([["rds", "describe", { Name: "db" }]]);
  });

  test("keeps variables for the states that follow, and for those of branches", async () => {
    const branch = one({ Type: "Pass", Output: "{% $region & '!' %}", End: true });
    const parallel = { Type: "Parallel", Branches: [branch, branch], End: true };
    const machine = one({ Type: "Pass", Assign: { region: "us-west-2" }, Next: "Two" }, { Two: parallel });
    expect(await runStateMachine(machine, answering({}))).toEqual(["us-west-2!", "us-west-2!"]);
  });

  test("goes on where an error is caught, with what it was", async () => {
    const caught = { ErrorEquals: ["States.ALL"], Output: "{% $states.errorOutput.Error %}", Next: "Two" };
    const task = { Type: "Task", Resource: api("describe"), Catch: [caught], End: true };
    const machine = one(task, { Two: { Type: "Pass", End: true } });
    const call = answering({ describe: new StateError("Rds.NotFoundException", "gone") });
    expect(await runStateMachine(machine, call)).toBe("Rds.NotFoundException");
  });

  test("ends with an error that nobody catches", async () => {
    const call = answering({ describe: new StateError("Rds.NotFoundException", "gone") });
    await expect(runStateMachine(one({ Type: "Task", Resource: api("describe"), End: true }), call)).rejects.toThrow(
      "Rds.NotFoundException: gone",
    );
  });

  test("does the same for each of a list", async () => {
    const each = one({ Type: "Pass", Output: "{% $states.input * 2 %}", End: true });
    const map = { Type: "Map", Items: "{% [1, 2, 3] %}", ItemProcessor: each, End: true };
    expect(await runStateMachine(one(map), answering({}))).toEqual([2, 4, 6]);
  });

  test.each([
    [5, "small"],
    [50, "large"],
  ])("chooses by what it has: %d", async (size, expected) => {
    const choice = {
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input > 10 %}", Next: "Large" }],
      Default: "Small",
    };
    const pass = (output: string) => ({ Type: "Pass", Output: output, End: true });
    const machine = one(choice, { Large: pass("large"), Small: pass("small") });
    expect(await runStateMachine(machine, answering({}), size)).toBe(expected);
  });

  test("fails where it says so", async () => {
    const machine = one({ Type: "Fail", Error: "Recovery.Incomplete", Cause: "not all was measured" });
    await expect(runStateMachine(machine, answering({}))).rejects.toThrow("Recovery.Incomplete: not all was measured");
  });

  test("refuses a state that it cannot run, instead of passing over it", async () => {
    await expect(runStateMachine(one({ Type: "Wait", End: true }), answering({}))).rejects.toThrow(
      "cannot run states of type Wait",
    );
  });
});
