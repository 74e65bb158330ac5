import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { findSeat, lockBoard } from "../../board/store.ts";
import { deriveSeatState } from "../../board/term.ts";
import type { Actor } from "../../kernel/actor.ts";
import { digestOf } from "../../kernel/digest.ts";
import { refuse } from "../../kernel/refusal.ts";
import { normalizeName } from "../../kernel/text.ts";
import { toPersonId } from "../../notifications/person.ts";
import { notify } from "../../notifications/store.ts";
import { type AllegedMatter, assessAllegation } from "../allegation.ts";
import { allegedOfYou, nobodyRules, ruledByAnother, rulingNeeded } from "../allegation-notices.ts";
import { refuseAllegation } from "../allegation-refusals.ts";
import { insertAllegation, loadPending, type StoredAllegation } from "../allegation-store.ts";
import { AllegeConflictInput, AllegedAnswer } from "../allegation-view.ts";
import { requireModelId } from "../conflict-store.ts";
import { toVotingEvent } from "../events.ts";
import { loadPlace } from "../place-store.ts";
import { derivePhase } from "../proposal-state.ts";
import { loadAdminUserIds, loadProposal, type StoredProposal, toRecord } from "../proposal-store.ts";
import type { RulingRight } from "../ruling-right.ts";
import { type Bench, loadBench, loadConflicted, loadRulingRight } from "../ruling-store.ts";

export const allegeConflict = defineOperation({
  name: "voting.allege_conflict",
  summary: "Allege a conflict of interest of another member with a model, a vendor or an open proposal",
  permission: "board.allege_conflict",
  effect: "write",
  input: AllegeConflictInput,
  output: AllegedAnswer,
  async run({ input, actor, now, tx }) {
    const allegedBy = toPersonId(actor);
    // The same is alleged once.
    await lockBoard(tx);
    const seat = await findSeat(tx, input.reference);
    if (seat === null) throw refuse("kernel.not_found", { subject: "board seat", reference: input.reference });
    const { userId, reference: seatReference } = seat;
    const { proposal, ...matter } = await findMatter(tx, input, actor);
    const at = await now();
    const bench = await loadBench(tx, at);
    const verdict = assessAllegation({
      actorUserId: allegedBy,
      allegedUserId: userId,
      isSeated: ["in_office", "scheduled"].includes(deriveSeatState(seat, at)),
      isKnown: proposal === null && (await loadConflicted(tx, matter, bench.conflicts)).has(userId),
      pending: findSame(await loadPending(tx), userId, matter),
      vote:
        proposal === null
          ? null
          : { state: derivePhase(toRecord(proposal), at), place: (await loadPlace(tx, proposal.id, userId, at)).place },
    });
    if (verdict.outcome === "refused") throw refuseAllegation(verdict.reasons[0], seatReference);

    const { reason, evidence } = input;
    const texts = { reason, evidence };
    const made = await insertAllegation(tx, { ...matter, ...texts, userId, seatReference, allegedBy, allegedAt: at });
    const right = await loadRulingRight(tx, made, bench);
    await tell(tx, made, right, bench);
    const { reference, kind } = made;
    const textDigest = digestOf({ reference, ...texts });
    const details = { userId, seat: seatReference, kind, textDigest, ruler: right.ruler?.userId ?? null };
    const subject = { type: "allegation", reference } as const;
    await tx.record(toVotingEvent("voting.conflict_alleged", subject, details, { isAnnounced: false }));
    return { reference, ruler: right.ruler === null ? null : { id: right.ruler.userId, name: right.ruler.name } };
  },
});

type Found = AllegedMatter & { modelId: string | null; proposalId: string | null; proposal: StoredProposal | null };

async function findMatter(tx: UnitOfWork, input: AllegeConflictInput, actor: Actor): Promise<Found> {
  const nothing = { modelId: null, proposalId: null, proposal: null };
  switch (input.kind) {
    case "model":
      return { ...nothing, kind: "model", target: input.model, modelId: await requireModelId(tx, input.model) };
    case "vendor":
      return { ...nothing, kind: "vendor", target: input.vendor };
    case "proposal": {
      const proposal = await loadProposal(tx, input.proposal, actor);
      return { ...nothing, kind: "proposal", target: proposal.reference, proposalId: proposal.id, proposal };
    }
  }
}

function findSame(
  pending: readonly StoredAllegation[],
  userId: string,
  { kind, target }: AllegedMatter,
): string | null {
  const isSame = (each: StoredAllegation) =>
    each.userId === userId && each.kind === kind && normalizeName(each.target) === normalizeName(target);
  return pending.find(isSame)?.reference ?? null;
}

/** Whom it is about, who rules, and the chair where that is another; the admins where nobody may. */
async function tell(tx: UnitOfWork, made: StoredAllegation, { ruler }: RulingRight, { seats }: Bench): Promise<void> {
  await notify(tx, allegedOfYou(made, made.userId));
  if (ruler === null) return void (await notify(tx, nobodyRules(made, await loadAdminUserIds(tx))));
  await notify(tx, rulingNeeded(made, ruler.userId));
  const others = seats.filter(
    ({ role, userId }) => role === "chair" && userId !== made.userId && userId !== ruler.userId,
  );
  const chairs = others.map((seat) => seat.userId);
  await notify(tx, ruledByAnother(made, chairs, ruler.name));
}
