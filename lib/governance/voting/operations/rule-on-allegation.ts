import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { lockBoard } from "../../board/store.ts";
import type { PersonActor } from "../../kernel/actor.ts";
import { digestOf } from "../../kernel/digest.ts";
import { refuse } from "../../kernel/refusal.ts";
import { notify } from "../../notifications/store.ts";
import { assessRuling } from "../allegation.ts";
import { allegationRuled } from "../allegation-notices.ts";
import { refuseAllegation } from "../allegation-refusals.ts";
import {
  findAllegation,
  lockAllegation,
  requireVisible,
  type StoredAllegation,
  saveAllegation,
} from "../allegation-store.ts";
import { RuleOnAllegationInput, RulingAnswer } from "../allegation-view.ts";
import { enterConflict } from "../conflict-store.ts";
import { toVotingEvent } from "../events.ts";
import { findTouchedVotes, holdVotes, recuseFromVotes } from "../recusal-store.ts";
import { loadBench, loadRulingRight } from "../ruling-store.ts";

export const ruleOnAllegation = defineOperation({
  name: "voting.rule_on_allegation",
  summary: "Rule on an alleged conflict of interest; upheld, the member leaves the open votes on it at once",
  permission: "board.rule_on_conflict",
  effect: "write",
  input: RuleOnAllegationInput,
  output: RulingAnswer,
  async run({ input, actor, now, tx }) {
    if (actor.kind !== "person") throw refuse("kernel.sign_in_required", {});
    const { ruling, reason } = input;
    const { kind } = requireVisible(await findAllegation(tx, input.reference), input.reference, actor);
    // No vote opens meanwhile, which would freeze a roll without this conflict; what is ruled of one vote opens none.
    if (kind !== "proposal") await lockBoard(tx);
    const allegation = requireVisible(await lockAllegation(tx, input.reference), input.reference, actor);
    const { reference, userId, seatReference: seat } = allegation;
    const touched = ruling === "upheld" ? await findTouchedVotes(tx, userId, allegation) : [];
    const votes = await holdVotes(tx, touched, actor);
    const at = await now();
    const right = await loadRulingRight(tx, allegation, await loadBench(tx, at));
    const verdict = assessRuling(allegation, right, actor.userId);
    if (verdict.outcome === "refused") throw refuseAllegation(verdict.reasons[0], reference);

    const as = right.ruler?.role ?? "chair";
    const conflictId = ruling === "upheld" ? await putOnRecord(tx, allegation, { actor, reason, at }) : null;
    const leaving = { userId, at, basis: "chair_ruling", reason, by: actor.userId } as const;
    const recusedFrom = await recuseFromVotes(tx, votes, leaving);
    const left = recusedFrom.map((each) => each.proposal);
    await saveAllegation(tx, allegation.id, {
      ...{ ruling, rulingReason: reason, ruledBy: actor.userId, ruledAs: as, ruledAt: at, conflictId },
      recusedFrom: left,
    });
    await notify(tx, allegationRuled(allegation, { userIds: [userId, allegation.allegedBy], outcome: ruling, reason }));
    const textDigest = digestOf({ reference, reason });
    const inquorate = recusedFrom.filter((each) => each.isInquorate).map((each) => each.proposal);
    const details = { userId, seat, kind, textDigest, ruling, as, conflictId, recusedFrom: left, inquorate };
    const subject = { type: "allegation", reference } as const;
    // Recusals are public; that something was alleged and dismissed is not (BRD-174).
    const extras = { isAnnounced: left.length > 0 };
    await tx.record(toVotingEvent("voting.allegation_ruled", subject, details, extras));
    return { reference, ruling, recusedFrom };
  },
});

/** With a model or a vendor it holds for coming votes too; on one vote it ends with that vote. */
async function putOnRecord(
  tx: UnitOfWork,
  { kind, target, userId, modelId }: StoredAllegation,
  act: { readonly actor: PersonActor; readonly reason: string; readonly at: Date },
): Promise<string | null> {
  if (kind === "proposal") return null;
  const { actor, reason, at } = act;
  return enterConflict(tx, { kind, target, userId, modelId, reason, basis: "ruling", by: actor.userId, at });
}
