"use client";
// What is typed but not saved yet survives a reload of this tab.
import type { DraftText } from "./draft-text";

export type Backup = { readonly typed: DraftText; readonly revision: number };

const keyOf = (reference: string) => `scorecard:${reference}`;

export function readBackup(reference: string): Backup | null {
  try {
    const kept = sessionStorage.getItem(keyOf(reference));
    return kept === null ? null : (JSON.parse(kept) as Backup);
  } catch {
    // No storage, or not ours: what the server has stands.
    return null;
  }
}

/** null: everything typed is saved. */
export function writeBackup(reference: string, backup: Backup | null): void {
  try {
    if (backup === null) sessionStorage.removeItem(keyOf(reference));
    else sessionStorage.setItem(keyOf(reference), JSON.stringify(backup));
  } catch {
    // A full or forbidden storage costs only what is unsaved when the page is reloaded.
  }
}
