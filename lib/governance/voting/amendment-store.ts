// Reads around an amendment of the charter: what it is frozen from, and what it is compared with (BRD-9, VOT-130).
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { countVotingMembers, loadCharterVersionsFor, lockCharterDraft } from "../board/charter-draft-store.ts";
import { assessDraft } from "../board/draft-assessment.ts";
import { toDraftSections } from "../board/draft-change.ts";
import { findCharterVersion, loadCharterInForce } from "../board/store.ts";
import { digestOf } from "../kernel/digest.ts";
import { refuse as refuseInKernel } from "../kernel/refusal.ts";
import { toAmendmentView } from "./amendment.ts";
import { AmendmentPayload } from "./kinds/charter-amendment.ts";
import type { ProposalView } from "./proposal-view.ts";
import { refuse } from "./refusals.ts";

/** Freezes the working draft as it was seen on that revision; refuses with every place that is not right yet. */
export async function freezeAmendment(
  tx: UnitOfWork,
  wanted: { readonly draftRevision: number; readonly summary: string; readonly now: () => Promise<Date> },
): Promise<{ readonly amendment: AmendmentPayload; readonly at: Date }> {
  const draft = await lockCharterDraft(tx);
  const at = await wanted.now();
  const charter = await loadCharterVersionsFor(tx, draft, at);
  const { reference, version, content: base } = charter.inForce;
  if (draft.revision !== wanted.draftRevision) {
    throw refuseInKernel("kernel.changed_meanwhile", { subject: "The draft of the charter", reference });
  }
  const board = { organization: base.organization, votingMembers: await countVotingMembers(tx, at) };
  const { content, problems } = assessDraft(toDraftSections(draft, base), board);
  if (content === null) {
    const errors = problems.map(({ section, path, code, message }) => {
      return { path: [section, path].filter((part) => part !== "").join("."), code, message };
    });
    throw refuseInKernel("kernel.invalid_input", { fields: errors.map((error) => error.path) }, errors);
  }
  const [baseDigest, contentDigest] = [digestOf(base), digestOf(content)];
  if (baseDigest === contentDigest) throw refuse("voting.amendment_empty", { charter: reference });
  const { summary } = wanted;
  const amendment = { baseVersion: version, baseCharter: reference, baseDigest, content, contentDigest, summary };
  return { amendment, at };
}

/** What a proposed amendment changes; null for other proposals. */
export async function loadAmendment(
  tx: UnitOfWork,
  proposal: { readonly kind: string; readonly payload: unknown },
  at: Date,
): Promise<ProposalView["amendment"]> {
  if (proposal.kind !== "charter_amendment") return null;
  const amendment = AmendmentPayload.parse(proposal.payload);
  const base = await findCharterVersion(tx, amendment.baseVersion);
  if (base === null) throw new Error(`Version ${amendment.baseVersion} of the charter is gone`);
  return toAmendmentView(amendment, { base: base.content, inForce: await loadCharterInForce(tx, at) });
}
