// Answers "what does somebody who writes a charter type, section by section?" (BRD-9, BRD-111, BRD-112). A draft is text as
// typed: numbers and fractions may still be wrong; `draft-assessment.ts` says what is. Browser-safe: zod only.
import { z } from "zod";
import { Comparison, type Fraction, formatFraction } from "../kernel/fraction.ts";
import { findUnstorableText } from "../kernel/text.ts";
import { PersonView } from "../registry/scorecard-view.ts";
import type { CharterContent } from "./charter.ts";
import { EscalationAudience, EscalationSeverity } from "./charter.ts";
import { BoardAuthority, BoardDecisionKind, QuorumBase, ThresholdBase } from "./decision-right.ts";
import { BoardRole } from "./schema.ts";

/** In the order in which a charter is read. */
export const CharterSection = z.enum([
  "purpose",
  "scope",
  "authority",
  "accountability",
  "decisionRights",
  "membership",
  "quorum",
  "sealedBallots",
  "escalationPaths",
  "constitution",
  "amendmentProcess",
  "reviewEveryMonths",
]);
export type CharterSection = z.infer<typeof CharterSection>;

const text = (max: number) =>
  z
    .string()
    .max(max, { message: `At most ${max.toLocaleString("en")} characters` })
    .refine((typed) => findUnstorableText(typed) === null, {
      message: "The text contains characters that cannot be stored; remove them",
    });
const Paragraph = text(8_000);
const Lines = z.array(text(1_000)).max(60, { message: "At most 60 lines" });
/** A number or a fraction as typed. */
const Entry = text(60);

export const DecisionRightDraft = z.strictObject({
  authority: BoardAuthority,
  threshold: Entry,
  comparison: Comparison,
  base: ThresholdBase,
  quorumSource: z.enum(["charter", "own", "none"]),
  /** Read when the source is `own`. */
  quorumRatio: Entry,
  escalates: z.boolean(),
});
export type DecisionRightDraft = z.infer<typeof DecisionRightDraft>;

export const CharterSections = z.strictObject({
  purpose: Paragraph,
  scope: Lines,
  authority: Lines,
  accountability: Paragraph,
  decisionRights: z.record(BoardDecisionKind, DecisionRightDraft),
  membership: z.strictObject({ requiredRoles: z.array(BoardRole).max(8), rules: Lines }),
  quorum: z.strictObject({ ratio: Entry, base: QuorumBase, minimumNonRecused: Entry }),
  sealedBallots: z.boolean(),
  escalationPaths: z.record(
    EscalationSeverity,
    z.strictObject({ respondWithinHours: Entry, steps: z.array(z.array(EscalationAudience).max(7)).max(7) }),
  ),
  constitution: z.array(z.strictObject({ key: text(60), name: text(200), definition: text(2_000) })).max(30),
  amendmentProcess: Paragraph,
  reviewEveryMonths: Entry,
});
export type CharterSections = z.infer<typeof CharterSections>;

const Revision = z.int({ error: "The revision is the number that the draft gave" }).min(0);

function changeOf<Section extends CharterSection>(section: Section) {
  return z.strictObject({
    section: z.literal(section),
    value: CharterSections.shape[section],
    /** Of this section as it was read; somebody else's change meanwhile is not overwritten. */
    revision: Revision,
    /** The version in force that was seen. */
    charterVersion: z.int().min(1),
  });
}

export const SaveCharterDraftInput = z.discriminatedUnion("section", [
  changeOf("purpose"),
  changeOf("scope"),
  changeOf("authority"),
  changeOf("accountability"),
  changeOf("decisionRights"),
  changeOf("membership"),
  changeOf("quorum"),
  changeOf("sealedBallots"),
  changeOf("escalationPaths"),
  changeOf("constitution"),
  changeOf("amendmentProcess"),
  changeOf("reviewEveryMonths"),
]);
export type SaveCharterDraftInput = z.infer<typeof SaveCharterDraftInput>;

export const DiscardCharterDraftInput = z.strictObject({ revision: Revision });

const Instant = z.iso.datetime();

/** Who changed a section last, and on which revision the next change must build. */
export const SectionMark = z.strictObject({
  revision: z.int(),
  isTouched: z.boolean(),
  /** The version in force changed this section too, after the draft had begun it. */
  isOvertaken: z.boolean(),
  updatedAt: Instant.nullable(),
  updatedBy: PersonView.nullable(),
});
export type SectionMark = z.infer<typeof SectionMark>;

export const DraftProblem = z.strictObject({
  section: CharterSection,
  /** Dotted place inside the section; empty for the section as a whole. */
  path: z.string(),
  code: z.string(),
  message: z.string(),
  /** Fractions that may have been meant; choosing one settles it. */
  candidates: z.array(z.string()),
});
export type DraftProblem = z.infer<typeof DraftProblem>;

/** One line on both sides; null where a side has none. */
const DifferenceRow = z.strictObject({
  kind: z.enum(["same", "added", "removed", "changed"]),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export const SectionDifference = z.strictObject({
  section: CharterSection,
  isChanged: z.boolean(),
  rows: z.array(DifferenceRow),
});
export type SectionDifference = z.infer<typeof SectionDifference>;

/** What a decision right means for the board of today. */
export const RightMeaning = z.strictObject({
  kind: BoardDecisionKind,
  sentence: z.string(),
  isReachable: z.boolean(),
});
export type RightMeaning = z.infer<typeof RightMeaning>;

export const CharterDraftView = z.strictObject({
  charter: z.string(),
  charterVersion: z.int(),
  label: z.string(),
  nextLabel: z.string(),
  organization: z.string(),
  /** Of the draft as a whole: it grows with every change. */
  revision: z.int(),
  isChanged: z.boolean(),
  sections: CharterSections,
  marks: z.record(CharterSection, SectionMark),
  problems: z.array(DraftProblem),
  differences: z.array(SectionDifference),
  votingMembers: z.int(),
  meanings: z.array(RightMeaning),
  quorumMeaning: z.string(),
  /** null while something stands in the way. */
  contentDigest: z.string().nullable(),
});
export type CharterDraftView = z.infer<typeof CharterDraftView>;

/** A charter as its editor shows it. */
export function toCharterSections(content: CharterContent): CharterSections {
  const { organization: _organization, decisionRights, escalationPaths, quorum, reviewEveryMonths, ...rest } = content;
  return {
    ...rest,
    decisionRights: mapRecord(decisionRights, ({ authority, threshold, quorum: demand, escalates }) => ({
      authority,
      threshold: formatFraction(threshold as Fraction),
      comparison: threshold.comparison,
      base: threshold.base,
      quorumSource: demand.source,
      quorumRatio: demand.source === "own" ? formatFraction(demand.ratio) : "",
      escalates,
    })),
    escalationPaths: mapRecord(escalationPaths, ({ respondWithinHours, steps }) => ({
      respondWithinHours: String(respondWithinHours),
      steps,
    })),
    quorum: {
      ratio: formatFraction(quorum.ratio),
      base: quorum.base,
      minimumNonRecused: String(quorum.minimumNonRecused),
    },
    reviewEveryMonths: String(reviewEveryMonths),
  };
}

export function mapRecord<Key extends string, Value, Result>(
  record: Readonly<Record<Key, Value>>,
  change: (value: Value, key: Key) => Result,
): Record<Key, Result> {
  const entries = Object.entries(record) as [Key, Value][];
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value, key)])) as Record<Key, Result>;
}

const Version = z.coerce.number({ error: "A version is a whole number" }).int().min(1).max(1_000_000);
export const CompareCharterInput = z.strictObject({ from: Version, to: Version });
export const CharterComparison = z.strictObject({
  from: z.string(),
  to: z.string(),
  differences: z.array(SectionDifference),
});
