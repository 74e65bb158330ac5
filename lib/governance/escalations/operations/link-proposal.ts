import { defineOperation } from "../../../db/operation.ts";
import { answerItems } from "../acknowledgement-store.ts";
import { type EscalationsEvent, escalationSubject } from "../events.ts";
import { hasProposal, insertLinks, lockItem } from "../item-store.ts";
import { assessAct } from "../life.ts";
import { refuse } from "../refusals.ts";
import { refusalOf } from "../requirement.ts";
import { LinkProposalInput } from "../schema.ts";
import { ActAnswer } from "../view.ts";

export const linkProposal = defineOperation({
  name: "escalations.link_proposal",
  summary: "Say which proposal an escalation was converted to; an open one is acknowledged by that",
  permission: "escalations.respond",
  effect: "write",
  input: LinkProposalInput,
  output: ActAnswer,
  async run({ input: { reference, proposal }, actor, now, tx }) {
    const item = await lockItem(tx, reference);
    const at = await now();
    const refused = refusalOf(assessAct(item, "assign", actor, at), item, "assign", "");
    if (refused !== null) throw refused;
    if (!(await hasProposal(tx, proposal))) throw refuse("escalations.unknown_proposal", { proposal });
    const by = actor.kind === "person" ? actor.userId : null;
    const status = item.status === "open" ? ("acknowledged" as const) : item.status;
    const link = { escalationId: item.id, kind: "proposal" as const, reference: proposal };
    if ((await insertLinks(tx, [link], { at, by })) === 0) {
      tx.unchanged();
      return { reference: item.reference, status: item.status };
    }
    await answerItems(tx, [item], { at, by });
    await tx.record({
      action: "escalations.proposal_linked",
      subject: escalationSubject(item.reference),
      details: { proposal },
    } satisfies EscalationsEvent);
    return { reference: item.reference, status };
  },
});
