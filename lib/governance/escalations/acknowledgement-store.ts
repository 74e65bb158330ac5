// Answers an item in the caller's transaction (ESC-11): whoever converts it to a proposal or dates a review has answered it
// just as if they had acknowledged it.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { withdrawMail } from "../notifications/store.ts";
import { loadPaths } from "./ground-store.ts";
import { type Acknowledgement, type StoredItem, saveAcknowledged } from "./item-store.ts";
import { loadAnsweredKeys } from "./notice-store.ts";
import { nextStepAt } from "./path.ts";
import type { EscalationStatus } from "./schema.ts";

/** When the paths of these items speak next, were they in that status. */
export async function planNextSteps(
  tx: UnitOfWork,
  items: readonly StoredItem[],
  status: EscalationStatus,
): Promise<Acknowledgement[]> {
  const paths = await loadPaths(
    tx,
    items.map(({ charterVersion }) => charterVersion),
  );
  return items.map((item) => {
    const path = paths.get(item.charterVersion)?.[item.severity];
    if (path === undefined) throw new Error(`The charter of ${item.reference} is missing`);
    return { id: item.id, nextStepAt: nextStepAt({ ...item, status }, path) };
  });
}

/** Stops every later notice of the step that it is at; the items are locked and open. */
export async function acknowledgeItems(
  tx: UnitOfWork,
  items: readonly StoredItem[],
  mark: { readonly at: Date; readonly by: string | null; readonly assignee: string | null },
): Promise<void> {
  if (items.length === 0) return;
  await saveAcknowledged(tx, await planNextSteps(tx, items, "acknowledged"), mark);
  const ids = items.map(({ id }) => id);
  await withdrawMail(tx, await loadAnsweredKeys(tx, ids));
}

/** Leaves those that are acknowledged already as they are. */
export async function answerItems(
  tx: UnitOfWork,
  items: readonly StoredItem[],
  mark: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  const open = items.filter(({ status }) => status === "open");
  await acknowledgeItems(tx, open, { ...mark, assignee: mark.by });
}
