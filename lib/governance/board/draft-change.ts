// Answers "what does the draft say now, and may this change be written over it?" (BRD-112). A draft keeps only the sections
// that somebody changed; the others follow the version in force. Two people lose nothing: a change of a section that was
// changed since it was read is refused, changes of different sections never meet.
import { toCanonicalJson } from "../kernel/digest.ts";
import type { CharterContent } from "./charter.ts";
import {
  CharterSection,
  type CharterSections,
  type SaveCharterDraftInput,
  toCharterSections,
} from "./charter-draft.ts";

export type SectionOnDraft = {
  readonly value: unknown;
  readonly revision: number;
  /** The version in force when it was written. */
  readonly charterVersion: number;
  readonly updatedBy: string | null;
  readonly updatedAt: string;
  /** Taken back: the section follows the version in force again, on a revision of its own. */
  readonly isDropped: boolean;
};
export type StoredDraft = {
  readonly revision: number;
  readonly sections: Readonly<Partial<Record<CharterSection, SectionOnDraft>>>;
};

export type CharterVersions = {
  readonly version: number;
  readonly content: CharterContent;
  /** Earlier versions that sections of the draft were written on, or that a reader saw. */
  readonly earlier: ReadonlyMap<number, CharterContent>;
};

/** The whole charter as the draft would have it. */
export function toDraftSections(draft: StoredDraft, inForce: CharterContent): CharterSections {
  const begun = toCharterSections(inForce);
  const touched = CharterSection.options.flatMap((section) => {
    const kept = draft.sections[section];
    return kept === undefined || kept.isDropped ? [] : [[section, kept.value] as const];
  });
  return { ...begun, ...(Object.fromEntries(touched) as Partial<CharterSections>) };
}

export type ChangeVerdict = "unchanged" | "accepted" | "changed_meanwhile";

/** Whether `input` builds on what is there. */
export function assessChange(
  draft: StoredDraft,
  input: SaveCharterDraftInput,
  charter: CharterVersions,
): ChangeVerdict {
  const { section } = input;
  const now = toDraftSections(draft, charter.content)[section];
  if (isSame(now, input.value)) return "unchanged";
  const kept = draft.sections[section];
  if ((kept?.revision ?? 0) !== input.revision) return "changed_meanwhile";
  return hasMoved(section, input.charterVersion, charter) && (kept === undefined || kept.isDropped)
    ? "changed_meanwhile"
    : "accepted";
}

/** The version in force says something else here than the version named. */
export function hasMoved(section: CharterSection, seen: number, charter: CharterVersions): boolean {
  if (seen === charter.version) return false;
  const then = charter.earlier.get(seen);
  if (then === undefined) return true;
  return !isSame(toCharterSections(then)[section], toCharterSections(charter.content)[section]);
}

export function isSame(one: unknown, other: unknown): boolean {
  return toCanonicalJson(one) === toCanonicalJson(other);
}

/** The draft after one section was changed; the section takes the draft's new revision. */
export function applyChange(
  draft: StoredDraft,
  input: Pick<SaveCharterDraftInput, "section" | "value">,
  by: { readonly charterVersion: number; readonly userId: string | null; readonly at: Date },
): StoredDraft {
  const revision = draft.revision + 1;
  const kept: SectionOnDraft = {
    value: input.value,
    revision,
    charterVersion: by.charterVersion,
    updatedBy: by.userId,
    updatedAt: by.at.toISOString(),
    isDropped: false,
  };
  return { revision, sections: { ...draft.sections, [input.section]: kept } };
}

/** Every section follows the version in force again. Revisions go on, so that nobody who still types overwrites anything. */
export function applyDiscard(
  draft: StoredDraft,
  by: { readonly charterVersion: number; readonly userId: string | null; readonly at: Date },
): StoredDraft {
  const revision = draft.revision + 1;
  const dropped = { value: null, revision, updatedBy: by.userId, updatedAt: by.at.toISOString(), isDropped: true };
  const sections = Object.keys(draft.sections).map((section) => [
    section,
    { ...dropped, charterVersion: by.charterVersion },
  ]);
  return { revision, sections: Object.fromEntries(sections) };
}
