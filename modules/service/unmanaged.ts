/** What somebody else than Terraform may change: scaling the count, a pipeline the task definition, a schedule the range. */
export const UNMANAGED = ["desired_count", "task_definition", "scaling_range"] as const;

/** See {@link UNMANAGED}. */
export type Unmanaged = (typeof UNMANAGED)[number];
