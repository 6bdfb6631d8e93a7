import { Drill } from "./drill";

/** Changes the environment's file in the checkout as an editor does, and says so in the timeline. */
export function edit(drill: Drill, before: string, after: string): void {
  drill.timeline.say(
    `  edited ${drill.environment.file}: ${(after.trim() || `without ${before.trim()}`).replace(/\s+/g, " ")}`,
  );
  drill.checkout.edit(drill.environment.file, before, after);
}
