// The board adopts the next version of its charter (BRD-9): the text frozen when it was proposed, against the version that
// was in force then.
import { z } from "zod";
import { CharterContent, formatCharterVersion } from "../../board/charter.ts";
import { textSchema } from "../../kernel/text.ts";
import type { KindDefinition } from "./kind.ts";

/** Kept with the proposal; nobody sends it, it is frozen from the working draft (VOT-130). */
export const AmendmentPayload = z.strictObject({
  /** The version it amends, and how that is called on record. */
  baseVersion: z.int().min(1),
  baseCharter: z.string(),
  baseDigest: z.string(),
  content: CharterContent,
  contentDigest: z.string(),
  /** Becomes the description of the new version. */
  summary: textSchema({ max: 500, what: "The summary" }),
});
export type AmendmentPayload = z.infer<typeof AmendmentPayload>;

export const charterAmendment: KindDefinition = {
  summary: "Adopt the next version of the charter",
  way: { by: "own_way", sentence: "An amendment is drafted on the charter’s page and proposed from there." },
  input: null,
  read: (payload) => {
    const amendment = AmendmentPayload.parse(payload);
    const [from, to] = [amendment.baseVersion, amendment.baseVersion + 1].map(formatCharterVersion);
    return {
      model: null,
      subject: amendment.baseCharter,
      effect: { type: "adopt_charter", amendment },
      grounds: amendment.summary,
      ask: () => `Adopt version ${to} of the charter?`,
      describeEffect: () => ({
        sentence: `Version ${to} of the charter takes effect with the result. Proposals that are open then keep the rules they were opened under.`,
        items: [{ what: "Charter", before: `version ${from}`, after: `version ${to}` }],
      }),
    };
  },
};
