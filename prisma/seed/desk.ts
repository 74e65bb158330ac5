// The acts of the desk: an amendment from the working draft of the charter, and a draft that is kept.
import { readCharterDraft } from "../../lib/governance/board/operations/read-charter-draft.ts";
import { saveCharterDraft } from "../../lib/governance/board/operations/save-charter-draft.ts";
import { createProposal } from "../../lib/governance/voting/operations/create-proposal.ts";
import { proposeAmendment } from "../../lib/governance/voting/operations/propose-amendment.ts";
import type { Draft, ScopeAmendment } from "./story.ts";
import type { DemoWorld } from "./world.ts";

/** Answers the proposal. */
export async function proposeScope(world: DemoWorld, story: ScopeAmendment): Promise<string> {
  const { by, added, title, summary, reason, votingHours } = story;
  const { sections, marks, charterVersion } = await world.act(by, readCharterDraft, {});
  const value = [...sections.scope, added];
  const { revision } = marks.scope;
  const saved = await world.act(by, saveCharterDraft, { section: "scope", value, revision, charterVersion });
  const draftRevision = saved.revision;
  const proposed = { title, summary, description: reason, draftRevision, votingHours };
  return (await world.act(by, proposeAmendment, proposed)).reference;
}

export async function draftDecommission(world: DemoWorld, model: string, { by, reason }: Draft): Promise<void> {
  const title = "Retire the withdrawn mortality table?";
  await world.act(by, createProposal, { kind: "decommission", title, description: reason, payload: { model, reason } });
}
