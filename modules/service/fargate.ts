/**
 * The sizes of a Fargate task: for each number of CPU units the memory that goes with it, in MiB.
 *
 * Source: Amazon ECS Developer Guide, "Troubleshoot Amazon ECS task definition invalid CPU or memory errors".
 */
export interface Size {
  readonly cpu: number;
  /** Smallest and largest memory, and the step between two sizes. */
  readonly memory: { readonly from: number; readonly to: number; readonly step: number };
}

const GIB = 1024;

export const SIZES: readonly Size[] = [
  { cpu: 256, memory: { from: 0.5 * GIB, to: 2 * GIB, step: 0.5 * GIB } },
  { cpu: 512, memory: { from: 1 * GIB, to: 4 * GIB, step: GIB } },
  { cpu: 1024, memory: { from: 2 * GIB, to: 8 * GIB, step: GIB } },
  { cpu: 2048, memory: { from: 4 * GIB, to: 16 * GIB, step: GIB } },
  { cpu: 4096, memory: { from: 8 * GIB, to: 30 * GIB, step: GIB } },
  { cpu: 8192, memory: { from: 16 * GIB, to: 60 * GIB, step: 4 * GIB } },
  { cpu: 16384, memory: { from: 32 * GIB, to: 120 * GIB, step: 8 * GIB } },
];

/** The numbers of CPU units that a task can have. */
export const CPU_UNITS = SIZES.map((size) => size.cpu);

/** 256 CPU units come with 512, 1024 or 2048 MiB: the one row of the table that is not evenly spaced. */
const UNEVEN: Readonly<Record<number, readonly number[]>> = { 256: [512, 1024, 2048] };

/** The memory sizes that go with so many CPU units; none when Fargate has no such task. */
export function memoryFor(cpu: number): number[] {
  const size = SIZES.find((candidate) => candidate.cpu === cpu);
  if (size === undefined) return [];
  const { from, to, step } = size.memory;
  return [...(UNEVEN[cpu] ?? Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step))];
}

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
