// Saves one section of the draft while it is typed (BRD-112). Who saves on an older revision is told what the other wrote.
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { compareCharters } from "../charter-difference.ts";
import { CharterDraftView, SaveCharterDraftInput } from "../charter-draft.ts";
import {
  saveCharterDraft as keep,
  loadCharterVersionsFor,
  lockCharterDraft,
  toDraftView,
} from "../charter-draft-store.ts";
import { applyChange, assessChange } from "../draft-change.ts";
import type { BoardEvent } from "../events.ts";

export const saveCharterDraft = defineOperation({
  name: "board.save_charter_draft",
  summary: "Save one section of the working draft of the charter",
  permission: "charter.draft",
  effect: "write",
  input: SaveCharterDraftInput,
  output: CharterDraftView,
  async run({ input, actor, now, tx }) {
    const before = await lockCharterDraft(tx);
    const at = await now();
    const charter = await loadCharterVersionsFor(tx, before, at, [input.charterVersion]);
    const verdict = assessChange(before, input, charter);
    if (verdict === "unchanged") {
      tx.unchanged();
      return toDraftView(tx, before, at);
    }
    const { section } = input;
    if (verdict === "changed_meanwhile") {
      const { sections, marks, charterVersion } = await toDraftView(tx, before, at);
      const { revision, updatedAt, updatedBy } = marks[section];
      const mine = { ...sections, [section]: input.value };
      const rows = compareCharters(sections, mine).find((one) => one.section === section)?.rows ?? [];
      const theirs = { section, value: sections[section], rows, revision, charterVersion, updatedAt, updatedBy };
      throw refuseInKernel("kernel.changed_meanwhile", { subject: "The charter section", reference: section, theirs });
    }
    const userId = actor.kind === "person" ? actor.userId : null;
    const draft = applyChange(before, input, { charterVersion: charter.version, userId, at });
    await keep(tx, draft, at);
    const view = await toDraftView(tx, draft, at);
    await tx.record({
      action: "board.charter_draft_saved",
      subject: { type: "charter", reference: charter.inForce.reference },
      details: { section, revision: draft.revision },
    } satisfies BoardEvent & AuditEvent);
    return view;
  },
});
