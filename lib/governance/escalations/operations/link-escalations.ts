import { defineOperation } from "../../../db/operation.ts";
import { answerItems } from "../acknowledgement-store.ts";
import type { EscalationsEvent } from "../events.ts";
import { hasProposal, insertLinks, lockItems } from "../item-store.ts";
import { judgeMany } from "../many.ts";
import { refuse } from "../refusals.ts";
import { LinkManyInput } from "../schema.ts";
import { ManyAnswer } from "../view.ts";

export const linkEscalations = defineOperation({
  name: "escalations.link_escalations",
  summary: "Say which proposal several escalations were converted to; what cannot be is left and named",
  permission: "escalations.respond",
  effect: "write",
  input: LinkManyInput,
  output: ManyAnswer,
  async run({ input: { references, proposal }, actor, now, tx }) {
    const items = await lockItems(tx, references);
    const at = await now();
    if (!(await hasProposal(tx, proposal))) throw refuse("escalations.unknown_proposal", { proposal });
    const { allowed, left } = judgeMany(items, { references, act: "assign", actor, at });
    const done = allowed.map(({ reference }) => reference);
    const by = actor.kind === "person" ? actor.userId : null;
    const links = allowed.map(({ id }) => ({ escalationId: id, kind: "proposal" as const, reference: proposal }));
    if ((await insertLinks(tx, links, { at, by })) === 0) {
      tx.unchanged();
      return { done, left };
    }
    await answerItems(tx, allowed, { at, by });
    await tx.record({
      action: "escalations.escalations_linked",
      subject: { type: "organization", reference: tx.organizationId },
      details: { escalations: done, proposal },
    } satisfies EscalationsEvent);
    return { done, left };
  },
});
