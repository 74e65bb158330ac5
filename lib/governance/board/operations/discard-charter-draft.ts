import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { CharterDraftView, DiscardCharterDraftInput } from "../charter-draft.ts";
import { lockCharterDraft, saveCharterDraft, toDraftView } from "../charter-draft-store.ts";
import { applyDiscard } from "../draft-change.ts";
import type { BoardEvent } from "../events.ts";
import { loadCharterInForce } from "../store.ts";

export const discardCharterDraft = defineOperation({
  name: "board.discard_charter_draft",
  summary: "Discard the working draft: every section follows the charter in force again",
  permission: "charter.draft",
  effect: "write",
  input: DiscardCharterDraftInput,
  output: CharterDraftView,
  async run({ input, actor, now, tx }) {
    const before = await lockCharterDraft(tx);
    const at = await now();
    const { reference, version: charterVersion } = await loadCharterInForce(tx, at);
    if (before.revision !== input.revision) {
      throw refuseInKernel("kernel.changed_meanwhile", { subject: "The draft of the charter", reference });
    }
    const sections = Object.entries(before.sections).filter(([, one]) => !one.isDropped);
    if (sections.length === 0) {
      tx.unchanged();
      return toDraftView(tx, before, at);
    }
    const userId = actor.kind === "person" ? actor.userId : null;
    const draft = applyDiscard(before, { charterVersion, userId, at });
    await saveCharterDraft(tx, draft, at);
    const view = await toDraftView(tx, draft, at);
    await tx.record({
      action: "board.charter_draft_discarded",
      subject: { type: "charter", reference },
      details: { sections: sections.map(([section]) => section), revision: draft.revision },
    } satisfies BoardEvent & AuditEvent);
    return view;
  },
});
