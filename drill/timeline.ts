import * as fs from "node:fs";

/** What happened when: printed as it happens, and kept in a file. */
export class Timeline {
  readonly startedAt = new Date();

  constructor(private readonly file: string) {
    fs.writeFileSync(file, "");
  }

  /** Says one thing, under the time since the start. */
  say(text: string): void {
    for (const line of text.split("\n")) {
      const stamped = `${clock(this.seconds)}  ${line}`;
      console.log(stamped);
      fs.appendFileSync(this.file, `${stamped}\n`);
    }
  }

  /** Seconds since the start. */
  get seconds(): number {
    return (Date.now() - this.startedAt.getTime()) / 1000;
  }
}

/** Minutes and seconds: ` 3:07`. */
export const clock = (seconds: number): string => {
  const whole = Math.floor(seconds);
  return `${String(Math.floor(whole / 60)).padStart(2)}:${String(whole % 60).padStart(2, "0")}`;
};
