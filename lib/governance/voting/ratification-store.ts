// Opens the vote on a chair's decision, and tells what has become of it when the vote ends (VOT-11), each in the transaction
// of the act that causes it. Until escalations have a room of their own the chair and the admins are told, and a topic is out.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import { notify } from "../notifications/store.ts";
import type { StoredModel } from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { nameRatification } from "./decision-standing-store.ts";
import { loadKindContext } from "./effect-store.ts";
import { loadBoardUserIds } from "./electorate-store.ts";
import type { Settled } from "./events.ts";
import { type ChairAct, sayActUndone } from "./kinds/chair-act.ts";
import { inquorate } from "./notices.ts";
import { type Opened, openForVoting } from "./opening-store.ts";
import { insertProposal, loadAdminUserIds, type StoredProposal, saveProposal } from "./proposal-store.ts";
import {
  decidedByChair,
  describeOutlook,
  explainRatification,
  type Outlook,
  RATIFICATION_HOURS,
  type RatificationEnd,
  ratificationEnded,
} from "./ratification.ts";
import { PROPOSAL_INQUORATE } from "./recusal-store.ts";
import { describeRule } from "./rule-sentence.ts";
import type { ChairDecisionKind, Tally } from "./schema.ts";
import { toSubjectDigest } from "./subject.ts";
import { loadTally } from "./tally-store.ts";

export type Ratifiable = {
  readonly decision: string;
  readonly kind: ChairDecisionKind;
  readonly title: string;
  readonly rationale: string;
  readonly act: ChairAct;
  /** As it was when the chair decided; null for an act that is about none. */
  readonly model: StoredModel | null;
  readonly chairUserId: string;
  readonly actor: Actor;
  readonly at: Date;
};

/** The chair stands aside as proposer; everybody else in office decides (BRD-5). */
export async function openRatification(
  tx: UnitOfWork,
  { decision, kind, title, rationale, act, model, chairUserId, actor, at }: Ratifiable,
): Promise<Opened & { readonly outlook: Outlook }> {
  const payload = { decision, act };
  const content = { kind, title, description: rationale, payload, conditions: [] };
  const proposal = await insertProposal(tx, {
    ...{ ...content, isBinding: true, proposerUserId: chairUserId, votingHours: RATIFICATION_HOURS },
    ...{ modelId: model?.id ?? null, packageId: null, createdAt: at },
  });
  const subjectDigest = toSubjectDigest({ ...content, model });
  const reading = readPayload(kind, payload);
  const opened = await openForVoting(tx, { proposal, model, reading, subjectDigest, actor, at });
  await nameRatification(tx, decision, proposal.id);
  const outlook = outlookOf(opened.proposal, await loadTally(tx, proposal.id, at));
  if (!outlook.canBeRatified) await markHopeless(tx, opened.proposal, outlook, chairUserId);
  await tellOthers(tx, opened.proposal, { model, rationale, at });
  await tx.publish("voting.chair_decided", {
    ...{ decisionReference: decision, proposalReference: proposal.reference, kind },
    ...{ modelReference: model?.reference ?? null, canBeRatified: outlook.canBeRatified },
  });
  return { ...opened, outlook };
}

function outlookOf({ rule, reference }: StoredProposal, tally: Tally): Outlook {
  if (rule === null) throw new Error(`Proposal ${reference} is open without a rule`);
  return describeOutlook(rule, describeRule(rule, tally), tally);
}

/** An emergency is decided also by a board that could not ratify it; it says at once what follows (VOT-144). */
async function markHopeless(tx: UnitOfWork, proposal: StoredProposal, outlook: Outlook, chair: string): Promise<void> {
  await saveProposal(tx, proposal.id, { isInquorate: true });
  await tx.publish(PROPOSAL_INQUORATE, { proposalReference: proposal.reference });
  const userIds = [...new Set([chair, ...(await loadAdminUserIds(tx))])];
  await notify(tx, inquorate(proposal, { userIds, why: outlook.sentence }));
}

/** Whoever has no vote on it and yet has to know: advisors, admins and the owner of the model. */
async function tellOthers(
  tx: UnitOfWork,
  proposal: StoredProposal,
  facts: { readonly model: StoredModel | null; readonly rationale: string; readonly at: Date },
): Promise<void> {
  const owner = facts.model?.ownerUserId ?? null;
  const others = [...(await loadBoardUserIds(tx, facts.at)), ...(await loadAdminUserIds(tx))];
  const known = new Set([...(await loadRollUserIds(tx, proposal)), proposal.proposerUserId]);
  const told = new Set(owner === null ? others : [...others, owner]);
  const userIds = [...told].filter((userId) => !known.has(userId));
  await notify(tx, decidedByChair(proposal, userIds, facts.rationale));
}

export type RatificationEnding = {
  readonly proposal: StoredProposal;
  /** As it was before the effect; null for an act that is about none. */
  readonly model: StoredModel | null;
  /** The decision that the vote led to. */
  readonly settledBy: string;
  readonly isRatified: boolean;
  /** Why it could not be reversed. */
  readonly failure: string | null;
  /** What the vote says by itself. */
  readonly why: string;
  readonly at: Date;
};

export type Concluded = { readonly why: string; readonly settled: Settled };

/** Tells what has become of the chair's decision, and answers the sentence that says it; null for any other vote. */
export async function concludeRatification(tx: UnitOfWork, ending: RatificationEnding): Promise<Concluded | null> {
  const { proposal, model, isRatified, failure } = ending;
  const reading = readPayload(proposal.kind, proposal.payload);
  if (reading.effect.type !== "ratify") return null;
  const { decision, act } = reading.effect;
  const context = await loadKindContext(tx, reading, { model, conditions: 0 });
  const end = { decision, isRatified, failure, undone: sayActUndone(act, context) };
  const why = explainRatification(ending.why, end);
  const standing = isRatified ? "final" : failure === null ? "reversed" : "provisional";
  const settled: Settled = { settles: decision, standing };
  await tellEnd(tx, { ...ending, why }, end);
  const { settledBy } = ending;
  await tx.publish("voting.chair_decision_settled", {
    ...{ decisionReference: decision, settledBy, proposalReference: proposal.reference, standing },
    ...{ modelReference: model?.reference ?? null, failure },
  });
  return { why, settled };
}

/** Everybody on the roll and the owner; chair and admins at once where it was not ratified. */
async function tellEnd(tx: UnitOfWork, ending: RatificationEnding, end: RatificationEnd): Promise<void> {
  const { proposal, model, why, at } = ending;
  const escalated = new Set([...(await loadBoardUserIds(tx, at, "chair")), ...(await loadAdminUserIds(tx))]);
  const owner = model?.ownerUserId ?? null;
  const asked = await loadRollUserIds(tx, proposal);
  const concerned = [...asked, proposal.proposerUserId, ...(owner === null ? [] : [owner])];
  const others = concerned.filter((userId) => !escalated.has(userId));
  await notify(tx, ratificationEnded(proposal, { userIds: [...escalated], isEscalated: true, why }, end));
  await notify(tx, ratificationEnded(proposal, { userIds: others, isEscalated: false, why }, end));
}

/** The board as it was asked, whoever stands aside included. */
async function loadRollUserIds(tx: UnitOfWork, { id }: StoredProposal): Promise<string[]> {
  const rows = await tx.db.elector.findMany({ where: { proposalId: id }, select: { userId: true } });
  return rows.map((row) => row.userId);
}
