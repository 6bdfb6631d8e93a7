import table from "./tables/fargate.json";

/** The sizes of a Fargate task: for each number of CPU units the memory that goes with it, in MiB. */
const SIZES: Readonly<Record<string, readonly number[]>> = table.sizes;

/** The numbers of CPU units that a task can have. */
export const CPU_UNITS = Object.keys(SIZES).map(Number);

/** The memory sizes that go with so many CPU units; none when Fargate has no such task. */
export const memoryFor = (cpu: number): readonly number[] => SIZES[cpu] ?? [];

/** What goes with so many CPU units, for a message: `512, 1024 or 2048`, or `16384 to 61440 in steps of 4096`. */
export function describeMemory(cpu: number): string {
  const sizes = memoryFor(cpu);
  if (sizes.length <= 4) return `${sizes.slice(0, -1).join(", ")} or ${sizes.at(-1)}`;
  return `${sizes[0]} to ${sizes.at(-1)} in steps of ${sizes[1] - sizes[0]}`;
}

/** The memory sizes as HCL. */
export function memoryHcl(cpu: number): string {
  const sizes = memoryFor(cpu);
  if (sizes.length <= 4) return `[${sizes.join(", ")}]`;
  const step = sizes[1] - sizes[0];
  return `range(${sizes[0]}, ${(sizes.at(-1) ?? 0) + step}, ${step})`;
}
