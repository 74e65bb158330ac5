// Answers "how does the working draft stand?" (BRD-9, BRD-112, BRD-113): its text, who changed what, what stands in the way,
// the difference to the version in force, and what its rules mean for the board of today.
import { digestOf } from "../kernel/digest.ts";
import { describeMeaning, describeQuorumMeaning } from "./board-meaning.ts";
import { formatCharterVersion } from "./charter.ts";
import { compareCharters } from "./charter-difference.ts";
import { type CharterDraftView, CharterSection, toCharterSections } from "./charter-draft.ts";
import { BoardDecisionKind } from "./decision-right.ts";
import { assessDraft, readRules } from "./draft-assessment.ts";
import { type CharterVersions, hasMoved, isSame, type StoredDraft, toDraftSections } from "./draft-change.ts";

export type DraftFacts = {
  readonly reference: string;
  readonly charter: CharterVersions;
  readonly draft: StoredDraft;
  readonly votingMembers: number;
  readonly nameOf: (userId: string) => string;
};

export function toCharterDraftView(facts: DraftFacts): CharterDraftView {
  const { draft, charter, votingMembers } = facts;
  const sections = toDraftSections(draft, charter.content);
  const { content, problems } = assessDraft(sections, { organization: charter.content.organization, votingMembers });
  const differences = compareCharters(toCharterSections(charter.content), sections);
  const rules = readRules(sections) ?? charter.content;
  return {
    charter: facts.reference,
    charterVersion: charter.version,
    label: formatCharterVersion(charter.version),
    nextLabel: formatCharterVersion(charter.version + 1),
    organization: charter.content.organization,
    revision: draft.revision,
    isChanged: differences.some((one) => one.isChanged),
    sections,
    marks: toMarks(facts),
    problems: [...problems],
    differences,
    votingMembers,
    meanings: BoardDecisionKind.options.map((kind) => describeMeaning(kind, rules, votingMembers)),
    quorumMeaning: describeQuorumMeaning(rules.quorum, votingMembers),
    contentDigest: content === null ? null : digestOf(content),
  };
}

function toMarks({ draft, charter, nameOf }: DraftFacts): CharterDraftView["marks"] {
  const begun = toCharterSections(charter.content);
  const marks = CharterSection.options.map((section) => {
    const kept = draft.sections[section];
    const by = kept?.updatedBy ?? null;
    const isTouched = kept !== undefined && !kept.isDropped && !isSame(kept.value, begun[section]);
    const mark = {
      revision: kept?.revision ?? 0,
      isTouched,
      isOvertaken: isTouched && hasMoved(section, kept.charterVersion, charter),
      updatedAt: kept?.updatedAt ?? null,
      updatedBy: by === null ? null : { id: by, name: nameOf(by) },
    };
    return [section, mark] as const;
  });
  return Object.fromEntries(marks) as CharterDraftView["marks"];
}
