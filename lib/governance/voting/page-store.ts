// Gathers one proposal as it stands for a reader: record, roll, rule, model. Shared by the decision page and the result.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { loadModelById, type StoredModel } from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { loadRoll } from "./electorate-store.ts";
import type { KindReading } from "./kinds/kind.ts";
import { type Opening, planOpening } from "./opening-store.ts";
import { loadProposal, type StoredProposal, toRecord } from "./proposal-store.ts";
import type { Roll } from "./roll.ts";
import { describeRule } from "./rule-sentence.ts";
import type { DecisionRule } from "./schema.ts";
import { deriveStanding, type Standing } from "./standing.ts";
import { withoutBallots } from "./why.ts";

export type ProposalPage = {
  readonly proposal: StoredProposal;
  /** null for a subject without one. */
  readonly model: StoredModel | null;
  readonly reading: KindReading;
  readonly roll: Roll;
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
  const roll = opening === null ? await loadRoll(tx, proposal.id, at) : toPlannedRoll(opening, at);
  const record = toRecord(proposal);
  const standing = deriveStanding({ record, roll, closing: proposal.result, actor, at });
  const rule = proposal.rule ?? opening?.rule;
  const tally = standing.countedTally ?? opening?.tally;
  if (rule === undefined || tally === undefined) throw new Error(`Proposal ${proposal.reference} has no rule`);
  const ruleSentence = describeRule(rule, withoutBallots(tally));
  const userId = actor.kind === "person" ? actor.userId : null;
  return { proposal, model, reading, roll, standing, rule, ruleSentence, opening, userId, at };
}

/** Who would be on the roll if the draft opened now. */
function toPlannedRoll({ seats, electorate }: Opening, at: Date): Roll {
  const seatOf = new Map(seats.map((seat) => [seat.userId, seat]));
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
