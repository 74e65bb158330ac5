"use client";
// Saves a scorecard while it is typed: after a pause, one save at a time, on the revision that was seen. Whoever saved
// meanwhile is not overwritten: it holds until the person has chosen.
import type { Problem } from "@/lib/governance/kernel/problem";
import type { ScorecardView } from "@/lib/governance/registry/scorecard-view";
import { readScorecardAction, saveScorecardAction } from "../actions";
import { writeBackup } from "./draft-backup";
import { type DraftText, toDraft } from "./draft-text";

const PAUSE_MS = 700;
const RETRY_MS = 5_000;

export type SaveState =
  | { readonly kind: "saved" }
  | { readonly kind: "waiting" }
  | { readonly kind: "refused"; readonly title: string; readonly detail: string }
  /** Somebody else saved; null when theirs could not be read either. */
  | { readonly kind: "changed"; readonly theirs: ScorecardView | null };

type Listeners = { readonly onView: (view: ScorecardView) => void; readonly onState: (state: SaveState) => void };

const UNREACHABLE = { title: "The server could not be reached", detail: "It is tried again by itself" };

export class DraftSaver {
  private saving: Promise<boolean> | null = null;
  private isHeld = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private typed: DraftText;
  private revision: number;
  private readonly reference: string;
  private readonly listeners: Listeners;

  constructor(reference: string, begin: { typed: DraftText; revision: number }, listeners: Listeners) {
    this.reference = reference;
    this.typed = begin.typed;
    this.revision = begin.revision;
    this.listeners = listeners;
  }

  change(typed: DraftText, revision = this.revision): void {
    this.typed = typed;
    this.revision = revision;
    this.backUp();
    if (this.isHeld) return;
    this.listeners.onState({ kind: "waiting" });
    this.later(PAUSE_MS);
  }

  /** Resolves with whether everything typed until now is saved. */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.saving !== null) await this.saving;
    if (this.isHeld) return false;
    this.saving = this.sendOnce();
    const isSaved = await this.saving;
    this.saving = null;
    return isSaved;
  }

  /** After somebody else saved: goes on with theirs, or puts one's own over it. */
  settle(theirs: ScorecardView, kept: DraftText | null): void {
    this.isHeld = false;
    this.revision = theirs.revision;
    this.listeners.onView(theirs);
    if (kept !== null) this.change(kept);
  }

  /** What is typed was taken over from the server as it is. */
  accept(typed: DraftText): void {
    this.typed = typed;
    writeBackup(this.reference, null);
    this.listeners.onState({ kind: "saved" });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), milliseconds);
  }

  private backUp(): void {
    writeBackup(this.reference, { typed: this.typed, revision: this.revision });
  }

  private async sendOnce(): Promise<boolean> {
    const sent = this.typed;
    const { draft, problems } = toDraft(sent);
    const { reference, revision } = this;
    const result = await saveScorecardAction({ reference, ...draft, revision }).catch(() => null);
    if (result === null || !result.ok) {
      await this.refuse(result === null ? null : result.problem);
      return false;
    }
    this.revision = result.value.revision;
    this.listeners.onView(result.value);
    if (this.typed !== sent) return false;
    if (Object.keys(problems).length === 0) writeBackup(reference, null);
    else this.backUp();
    this.listeners.onState({ kind: "saved" });
    return true;
  }

  private async refuse(problem: Problem | null): Promise<void> {
    if (problem === null) {
      this.listeners.onState({ kind: "refused", ...UNREACHABLE });
      this.later(RETRY_MS);
      return;
    }
    if (problem.code !== "kernel.changed_meanwhile") {
      this.listeners.onState({ kind: "refused", title: problem.title, detail: problem.hint ?? problem.detail });
      return;
    }
    this.isHeld = true;
    const theirs = await readScorecardAction({ reference: this.reference }).catch(() => null);
    this.listeners.onState({ kind: "changed", theirs: theirs?.ok ? theirs.value : null });
  }
}
