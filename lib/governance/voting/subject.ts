// Answers "what exactly do ballots name, and which conflicts of interest touch it?" (VOT-6, REG-5, BRD-5, VOT-116).
import { digestOf } from "../kernel/digest.ts";
import { type MaterialFacts, toMaterialFacts } from "../registry/decision-package.ts";
import type { SourceFact } from "../registry/schema.ts";
import type { ProposalKind } from "./schema.ts";

const SUBJECT_FORMAT = "gavel.proposal-subject/1";

/** Digest of a proposal without a package: everything that a voter reads. */
export function toSubjectDigest(subject: {
  readonly kind: ProposalKind;
  readonly title: string;
  readonly description: string;
  readonly payload: unknown;
  readonly conditions: readonly { readonly text: string; readonly dueInDays: number }[];
  /** null for a subject without one: the payload says it all. */
  readonly model: MaterialFacts | null;
}): string {
  return digestOf({
    format: SUBJECT_FORMAT,
    ...subject,
    model: subject.model === null ? null : toMaterialFacts(subject.model),
  });
}

const NAMES_A_VENDOR = /vendor|supplier|contractor/iu;

/** Names that a declared conflict with a vendor is compared with: the model's tags, and what its source calls a vendor. */
export function vendorsOf(model: { readonly tags: readonly string[] }, sourceFacts: readonly SourceFact[]): string[] {
  const named = sourceFacts.filter(({ column, value }) => NAMES_A_VENDOR.test(column) && value.trim() !== "");
  return [...model.tags, ...named.map(({ value }) => value)];
}
