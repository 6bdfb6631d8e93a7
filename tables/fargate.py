"""Sizes of a Fargate task: for each number of CPU units the memory that goes with it, in MiB."""

from common import schema, schema_date, source, write

sizes: dict[str, list[int]] = {}
for rule in schema("extensions/aws_ecs_taskdefinition/fargate_cpu_memory.json")["then"]["anyOf"]:
    size = rule["properties"]
    (cpu,) = size["Cpu"]["then"]["enum"]
    memory = size["Memory"]["then"]
    steps = range(memory["minimum"], memory["maximum"] + 1, memory["multipleOf"]) if "multipleOf" in memory else memory["enum"]
    sizes[str(cpu)] = [int(step) for step in steps]

write(
    ("modules/service/tables/fargate.json", "emulator/holdfast_emulator/tables/fargate.json"),
    source=source("cfn-lint", what="CloudFormation's rule for AWS::ECS::TaskDefinition"),
    date=schema_date(),
    sizes=dict(sorted(sizes.items(), key=lambda one: int(one[0]))),
)
