import { Environment } from "../environments/definition";
import { imagesIn } from "../environments/definition/names/images";
import { recovered } from "../environments/definition/recovered";
import { Check, Expression, Flag, Stack, local, raw, tf } from "../kernel";
import { RELEASE, ToldRelease, whole } from "../recovery/contract";
import { Handover } from "../recovery/handover";
import { Condition, Readiness } from "../recovery/readiness";
import { definitionHashes } from "../wiring/release";

/** The variable by which an operator insists on the checkout that is worked in: `--var release=this`. */
export const RELEASE_VARIABLE = {
  name: "release",
  description:
    "`this`: start the images that this checkout states, and compare it with nothing. Without it, dr starts the images that the primary region ran, and refuses another definition than that of then.",
  /** The images that ran. */
  otherwise: "recorded",
} as const;

const INSIST = "this";

/**
 * What the primary region ran when it was lost, against what this checkout states: images are those that ran, so that no older
 * one works with newer data, and a definition that differs is refused, with the commit to check out.
 */
export class RecordedRelease {
  private readonly told: ToldRelease;
  private readonly stated: Readonly<Record<string, string>>;

  /**
   * @param environment as its file states it, without what is laid over it in the recovery region
   * @param given what the operator gave by the variable; null without it
   */
  constructor(
    private readonly stack: Stack,
    private readonly environment: Environment,
    region: string,
    handover: Handover,
    private readonly given: Expression,
  ) {
    this.told = handover.read(RELEASE);
    this.stated = imagesIn(region, recovered(environment));
    this.warn();
  }

  /** That this checkout is of what ran. Where nothing was recorded, nothing is compared. */
  get conditions(): Condition[] {
    const { told } = this;
    const commit = tf`try(coalesce(${told.commit}, "unknown"), "unknown")`;
    return [
      {
        condition: tf`${this.given} == null ? true : ${this.given} == ${INSIST}`,
        errorMessage: `release must be ${INSIST}, which insists on this checkout, or be left out (got ${tf`jsonencode(${this.given})`}). Nothing was made.`,
      },
      {
        condition: tf`${this.insists} ? true : length(${this.differing}) == 0`,
        errorMessage:
          `The primary region ran commit ${commit}, deployed by ${tf`try(${told.by}, "nobody")`} at ${tf`try(${told.at}, "no time")`}, and this checkout states otherwise: ${tf`try(join(", ", ${this.differing}), "")`}. ` +
          `Check that commit out (git checkout ${tf`replace(${commit}, "-dirty", "")`}), and deploy again; or insist on this checkout with --var release=${INSIST}. Nothing was made.`,
      },
    ];
  }

  /** The image of each container, by its name, which can be read once all conditions hold. */
  images(ready: Readiness): Expression {
    return ready.pass("images", tf`${this.chosen}`);
  }

  private get insists(): Expression {
    return tf`try(${this.given} == ${INSIST}, false)`;
  }

  /** Parts of the definition that are stated otherwise, or are on one side only. */
  private get differing(): Expression {
    const here = definitionHashes(this.environment);
    const recorded = tf`try(${whole(this.told.definition)}, {})`;
    return tf`${whole(this.told)} == null ? [] : [for part in distinct(concat(keys(${recorded}), keys(${here}))) : part if lookup(${recorded}, part, "") != lookup(${here}, part, "")]`;
  }

  /** Images by the names of containers: what ran, by its digest where that is known. */
  private get chosen(): Record<string, Expression> {
    return Object.fromEntries(
      Object.entries(this.stated).map(([name, stated]) => {
        const { image, digest } = this.told.images(name);
        const ran = tf`${digest} == null ? ${image} : format("%s@%s", replace(${image}, "/(:[^:/@]+)?(@.*)?$/", ""), ${digest})`;
        return [name, tf`${this.insists} ? ${stated} : try(${ran}, ${stated})`];
      }),
    );
  }

  /** Says what is started instead of what is stated, and that nobody knows what ran. */
  private warn(): void {
    const ran = this.told.images(raw<string>("name")).image;
    const others = tf`${local(
      this.stack,
      "release_others",
      tf`[for name, stated in ${this.stated} : format("%s %s instead of %s", name, ${ran}, stated) if try(${ran} != stated, false)]`,
    )}`;
    new Check(this.stack, "other_images", {
      condition: tf<Flag>`${this.insists} ? true : length(${others}) == 0`,
      message: `The primary region ran other images than this checkout states, and those are started: ${tf`try(join(", ", ${others}), "")`}. For a release of this checkout: --var release=${INSIST}.`,
    });
    new Check(this.stack, "no_release", {
      condition: tf<Flag>`${whole(this.told)} != null`,
      message:
        "Nothing says what the primary region ran: this checkout's images are started, and its definition is compared with nothing. Make sure that it is the release that was deployed last.",
    });
  }
}
