// Gathers one proposal as it stands for a reader: record, roll, rule, model. Shared by the decision page and the result.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { isInOffice } from "../board/term.ts";
import { type Actor, hasRole } from "../kernel/actor.ts";
import { TAKING_PART } from "../kernel/permission.ts";
import { loadModelById, type StoredModel } from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { HALF_VOTES } from "./electorate.ts";
import type { KindReading } from "./kinds/kind.ts";
import { type Opening, planOpening } from "./opening-store.ts";
import { loadPlace } from "./place-store.ts";
import { loadProposal, type StoredProposal, toRecord } from "./proposal-store.ts";
import { NO_PLACE, type OwnPlace, type Roll } from "./roll.ts";
import { loadShownRoll, NAMES_SHOWN } from "./roll-store.ts";
import { describeRule } from "./rule-sentence.ts";
import type { DecisionRule } from "./schema.ts";
import { deriveStanding, type Standing } from "./standing.ts";
import { loadCountedTally } from "./tally-store.ts";
import { withoutBallots } from "./why.ts";

export type ProposalPage = {
  readonly proposal: StoredProposal;
  /** null for a subject without one. */
  readonly model: StoredModel | null;
  readonly reading: KindReading;
  /** Names to show; of a large electorate only some. */
  readonly roll: Roll;
  readonly isRollWhole: boolean;
  readonly own: OwnPlace;
  readonly standing: Standing;
  /** The frozen rule; for a draft the one that opening now would freeze. */
  readonly rule: DecisionRule;
  readonly ruleSentence: string;
  readonly opening: Opening | null;
  readonly userId: string | null;
  readonly at: Date;
};

export async function loadProposalPage(
  tx: UnitOfWork,
  request: { readonly reference: string; readonly actor: Actor; readonly now: () => Promise<Date> },
): Promise<ProposalPage> {
  const { actor } = request;
  const proposal = await loadProposal(tx, request.reference, actor);
  const at = await request.now();
  const model = proposal.modelId === null ? null : await loadModelById(tx, proposal.modelId);
  const reading = readPayload(proposal.kind, proposal.payload);
  const opening = proposal.openedAt === null ? await planOpening(tx, { proposal, model, reading }, at) : null;
  const counted = opening === null ? await loadCountedTally(tx, proposal, at) : null;
  const userId = actor.kind === "person" ? actor.userId : null;
  const planned = opening === null ? [] : toPlannedRoll(opening, at);
  const own = opening === null ? await loadPlace(tx, proposal.id, userId, at) : toPlannedPlace(opening, planned, actor);
  const standing = deriveStanding({
    record: toRecord(proposal),
    tally: counted,
    own,
    closing: proposal.result,
    actor,
    at,
  });
  const rule = proposal.rule ?? opening?.rule;
  const tally = standing.countedTally ?? opening?.tally;
  if (rule === undefined || tally === undefined) throw new Error(`Proposal ${proposal.reference} has no rule`);
  const ruleSentence = describeRule(rule, withoutBallots(tally));
  const isRollWhole = tally.entitled.voters + tally.recused.voters <= NAMES_SHOWN;
  const shown = { proposalId: proposal.id, at, isWhole: isRollWhole, userId, seesChoices: standing.visibility.choices };
  const roll = opening === null ? await loadShownRoll(tx, shown) : planned;
  return { proposal, model, reading, roll, isRollWhole, own, standing, rule, ruleSentence, opening, userId, at };
}

/** The reader's place if the draft opened now. */
function toPlannedPlace({ board, recusals, rule }: Opening, planned: Roll, actor: Actor): OwnPlace {
  if (actor.kind !== "person") return NO_PLACE;
  const mine = planned.find((entry) => entry.userId === actor.userId);
  const takesPart =
    board === null && actor.trustLevel !== "quarantine" && TAKING_PART.some((role) => hasRole(actor, role));
  if (mine === undefined && !takesPart) return NO_PLACE;
  const isRecused = recusals.some((recusal) => recusal.userId === actor.userId);
  const weight = rule.weightUnit === "seat" ? 1 : HALF_VOTES[actor.trustLevel];
  return { place: isRecused ? "recused" : "elector", hasRights: true, weight, ballot: null };
}

/** Who would be on the roll if the draft opened now; where trust entitles they are not named. */
function toPlannedRoll({ board }: Opening, at: Date): Roll {
  if (board === null) return [];
  const { seats, electorate } = board;
  const seatOf = new Map(seats.filter((seat) => isInOffice(seat, at)).map((seat) => [seat.userId, seat]));
  const base = (member: { userId: string; weight: number; isChair: boolean }) => ({
    userId: member.userId,
    name: seatOf.get(member.userId)?.name ?? "",
    seatRole: seatOf.get(member.userId)?.role ?? null,
    weight: member.weight,
    isChair: member.isChair,
    hasRights: true,
    ballot: null,
  });
  return [
    ...electorate.electors.map((member) => ({ ...base(member), recusal: null })),
    ...electorate.recused.map((member) => ({
      ...base(member),
      recusal: { at, basis: member.recusal.basis, reason: member.recusal.reason, by: null },
    })),
  ];
}
