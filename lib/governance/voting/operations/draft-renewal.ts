import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import { planRenewal } from "../../policy/grant.ts";
import { loadToday, lockGrant } from "../../policy/grant-store.ts";
import { grantEnds } from "../../policy/notices.ts";
import { GrantReference } from "../../policy/view.ts";
import { toVotingEvent } from "../events.ts";
import { insertProposal } from "../proposal-store.ts";
import { UNHEARD } from "../proposing-store.ts";
import { toRenewalTitle } from "../renewal.ts";
import { isPointless, isToBeRenewed, loadOriginalText, loadRenewalPeople } from "../renewal-store.ts";

export const draftRenewal = defineOperation({
  name: "voting.draft_renewal",
  summary: "Put the renewal of an acceptance or exception before the board, as a draft on the same terms",
  permission: "system.run",
  effect: "write",
  input: GrantReference,
  output: z.strictObject({ proposal: z.string().nullable() }),
  async run({ input, now, tx }) {
    const grant = await lockGrant(tx, input.reference);
    const at = await now();
    if (!(await isToBeRenewed(tx, grant, at))) {
      tx.unchanged();
      return { proposal: null };
    }
    const { reference, kind, matter, until, model, granted } = grant;
    const { proposer, told } = await loadRenewalPeople(tx, grant, at);
    const drafts = proposer !== null && !(await isPointless(tx, grant));
    const subject = { reference, kind, matter, until };
    const count = await notify(tx, grantEnds(subject, { userIds: told, drafted: drafts ? proposer.name : null }));
    if (!drafts) {
      // Said once; the grant stays at its day, and the next morning finds it told.
      if (count === 0) tx.unchanged();
      else await tx.record(toVotingEvent("voting.grant_lapsed", { type: "grant", reference }, { kind, until }));
      return { proposal: null };
    }
    const { title, description, votingHours } = await loadOriginalText(tx, grant.proposal);
    const { terms } = planRenewal(granted, grant, await loadToday(tx, at));
    const proposal = await insertProposal(tx, {
      ...{ kind, description, votingHours, payload: terms, conditions: [] },
      title: toRenewalTitle(title),
      proposerUserId: proposer.userId,
      ...{ modelId: model?.id ?? null, packageId: null, isBinding: true, createdAt: at },
    });
    const details = { kind, grant: reference, until: terms.until };
    const about = { type: "proposal", reference: proposal.reference } as const;
    const extras = { personal: { title: proposal.title }, ...UNHEARD };
    await tx.record(toVotingEvent("voting.renewal_drafted", about, details, extras));
    return { proposal: proposal.reference };
  },
});
