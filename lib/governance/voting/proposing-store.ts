// Puts a proposal on record in the caller's transaction, as a draft or opened at once, with its audit entry (VOT-2, VOT-3).
// What the effect needs and the board are locked by the caller, before the clock was read.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { Actor } from "../kernel/actor.ts";
import type { StoredModel } from "../registry/store.ts";
import { readPayload } from "./decision-kind.ts";
import { requireCarriable } from "./effect-store.ts";
import { toVotingEvent } from "./events.ts";
import { openForVoting } from "./opening-store.ts";
import { insertProposal, type NewProposal, type StoredProposal } from "./proposal-store.ts";
import { toSubjectDigest } from "./subject.ts";
import type { ProposalAnswer } from "./view.ts";

export type PutForward = {
  readonly proposal: Omit<NewProposal, "isBinding" | "modelId" | "packageId" | "createdAt">;
  /** Locked; null for a subject without one. */
  readonly model: StoredModel | null;
  readonly isDraft: boolean;
  readonly actor: Actor;
  readonly at: Date;
};

/** Who may not see a draft does not hear of it either (VOT-118). */
export const UNHEARD = { isAnnounced: false } as const;
const NOTHING_DECIDED = { outcome: null, isAwaitingChair: false, decision: null, why: null } as const;

export async function putForward(tx: UnitOfWork, request: PutForward): Promise<ProposalAnswer> {
  const { model, actor, at } = request;
  const links = { modelId: model?.id ?? null, packageId: null };
  const proposal = await insertProposal(tx, { ...request.proposal, ...links, isBinding: true, createdAt: at });
  if (!request.isDraft) return openDraft(tx, { proposal, model, actor, at });
  const { kind, reference, title, votingHours, conditions } = proposal;
  const reading = readPayload(kind, proposal.payload);
  await requireCarriable(tx, reading.effect, { proposal, model, actor, at });
  const details = { kind, subject: reading.subject, votingHours, conditions: conditions.length };
  const subject = { type: "proposal", reference } as const;
  await tx.record(toVotingEvent("voting.proposal_created", subject, details, { personal: { title }, ...UNHEARD }));
  return { reference, state: "draft", deadlineAt: null, ...NOTHING_DECIDED };
}

/** Opens a kept draft; the digest that ballots name covers everything that a voter reads (VOT-122). */
export async function openDraft(
  tx: UnitOfWork,
  draft: {
    readonly proposal: StoredProposal;
    readonly model: StoredModel | null;
    readonly actor: Actor;
    readonly at: Date;
  },
): Promise<ProposalAnswer> {
  const { proposal, model } = draft;
  const { kind, title, description, payload, conditions, reference } = proposal;
  const subjectDigest = toSubjectDigest({ kind, title, description, payload, conditions, model });
  const opened = await openForVoting(tx, { ...draft, reading: readPayload(kind, payload), subjectDigest });
  const subject = { type: "proposal", reference } as const;
  await tx.record(toVotingEvent("voting.proposal_opened", subject, opened.details, { personal: { title } }));
  return { reference, state: "open", deadlineAt: opened.details.deadlineAt, ...NOTHING_DECIDED };
}
