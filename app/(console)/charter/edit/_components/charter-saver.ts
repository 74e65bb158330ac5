"use client";
// Saves the draft of the charter while it is typed: section by section, one save at a time, each on the revision that was
// seen. A section that somebody else changed is held until the person has chosen; the others go on.
import type {
  CharterDraftView,
  CharterSection,
  CharterSections,
  SectionDifference,
  SectionMark,
} from "@/lib/governance/board/charter-draft";
import type { ActionResult } from "@/lib/governance/kernel/problem";
import { saveCharterDraftAction } from "../../actions";

const PAUSE_MS = 700;
const RETRY_MS = 5_000;

type SaveInput = Parameters<typeof saveCharterDraftAction>[0];
type Seen = { readonly revision: number; readonly charterVersion: number };
export type Theirs = Seen &
  Pick<SectionMark, "updatedAt" | "updatedBy"> & {
    readonly section: CharterSection;
    readonly value: never;
    /** Theirs beside what was to be saved. */
    readonly rows: SectionDifference["rows"];
  };

export type SectionState =
  | { readonly kind: "waiting" }
  | { readonly kind: "refused"; readonly detail: string }
  | { readonly kind: "changed"; readonly theirs: Theirs };

type Listeners = {
  /** The server's answer; sections named in `own` hold words that are not saved yet. */
  readonly onView: (view: CharterDraftView, own: ReadonlySet<CharterSection>) => void;
  readonly onState: (section: CharterSection, state: SectionState | null) => void;
};

export class CharterSaver {
  private readonly waiting = new Map<CharterSection, unknown>();
  private readonly held = new Map<CharterSection, unknown>();
  private readonly seen = new Map<CharterSection, Seen>();
  private readonly listeners: Listeners;
  /** Of the whole draft, by the last answer. */
  private revision: number;
  private charterVersion: number;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private saving: Promise<void> = Promise.resolve();

  constructor(view: CharterDraftView, listeners: Listeners) {
    this.listeners = listeners;
    this.revision = view.revision;
    this.charterVersion = view.charterVersion;
    for (const section of Object.keys(view.marks) as CharterSection[]) this.see(section, view);
  }

  change<Section extends CharterSection>(section: Section, value: CharterSections[Section]): void {
    if (this.held.has(section)) {
      this.held.set(section, value);
      return;
    }
    this.waiting.set(section, value);
    this.listeners.onState(section, { kind: "waiting" });
    this.later(PAUSE_MS);
  }

  /** Resolves with the draft's revision once everything typed is saved; with null when something is not. */
  async save(): Promise<number | null> {
    clearTimeout(this.timer);
    this.saving = this.saving.then(() => this.flush());
    await this.saving;
    return this.waiting.size === 0 && this.held.size === 0 ? this.revision : null;
  }

  /** After somebody else changed the section: goes on with theirs, or puts one's own over it. */
  settle(theirs: Theirs, whose: "mine" | "theirs"): void {
    const { section, revision, charterVersion } = theirs;
    const mine = this.held.get(section);
    this.held.delete(section);
    this.seen.set(section, { revision, charterVersion });
    this.listeners.onState(section, null);
    if (whose === "mine") this.change(section, mine as never);
  }

  /** Takes over what the server says, but for sections with words of one's own. */
  look(view: CharterDraftView): void {
    this.revision = view.revision;
    this.charterVersion = view.charterVersion;
    const own = new Set([...this.waiting.keys(), ...this.held.keys()]);
    for (const section of Object.keys(view.marks) as CharterSection[]) {
      if (!own.has(section)) this.see(section, view);
    }
    this.listeners.onView(view, own);
  }

  /** The page read the draft again; an answer that a save has overtaken meanwhile tells nothing new. */
  renew(view: CharterDraftView): void {
    if (view.revision > this.revision || view.charterVersion > this.charterVersion) this.look(view);
  }

  /** The page is left: words typed a moment ago still go out. */
  leave(): void {
    clearTimeout(this.timer);
    if (this.waiting.size > 0) void this.save();
  }

  private see(section: CharterSection, { marks, charterVersion }: CharterDraftView): void {
    this.seen.set(section, { revision: marks[section].revision, charterVersion });
  }

  private later(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), milliseconds);
  }

  private async flush(): Promise<void> {
    for (const [section, value] of [...this.waiting]) {
      const input = { section, value, ...this.seen.get(section) } as SaveInput;
      const result = await saveCharterDraftAction(input).catch(() => null);
      this.settleSave(section, value, result);
    }
  }

  private settleSave(section: CharterSection, sent: unknown, result: ActionResult<CharterDraftView> | null): void {
    if (result === null) {
      this.listeners.onState(section, {
        kind: "refused",
        detail: "The server could not be reached; it is tried again",
      });
      this.later(RETRY_MS);
      return;
    }
    if (result.ok) {
      this.see(section, result.value);
      if (this.waiting.get(section) === sent) {
        this.waiting.delete(section);
        this.listeners.onState(section, null);
      } else this.later(PAUSE_MS);
      this.look(result.value);
      return;
    }
    const { code, facts, errors, detail } = result.problem;
    if (code === "kernel.changed_meanwhile") {
      this.held.set(section, this.waiting.get(section));
      this.waiting.delete(section);
      this.listeners.onState(section, { kind: "changed", theirs: facts.theirs as Theirs });
      return;
    }
    this.listeners.onState(section, { kind: "refused", detail: errors[0]?.message ?? detail });
  }
}
