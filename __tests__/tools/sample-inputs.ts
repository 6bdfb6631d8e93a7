import { inputs, t } from "../../kernel";

/** Inputs with the JSDoc that they should have. */
export const describedInputs = inputs({
  /**
   * Most items of a list,
   * in pieces.
   * @default 10
   */
  most: t.number().default(10),
  /** Rules. */
  rules: t.map(
    t.object({
      /** Place among them. */
      priority: t.number(),
    }),
  ),
  /**
   * Groups.
   * @default [{ name: "all" }]
   */
  groups: t
    .list(
      t.object({
        /** Name of it. Null has none. */
        name: t.string().optional(),
      }),
    )
    .default([{ name: "all" }]),
});

/** Inputs with something missing or wrong in the JSDoc of each. */
export const mistakenInputs = inputs({
  undescribed: t.string(),
  /**
   * Has another default.
   * @default 10
   */
  another: t.number().default(9),
  /** Says nothing of its default. */
  silent: t.bool().default(false),
  /**
   * Has no default at all.
   * @default "x"
   */
  required: t.string(),
  /** Holds another input. */
  parent: t.object({
    /** Says nothing of its default. */
    child: t.list(t.string()).default([]),
  }),
});
