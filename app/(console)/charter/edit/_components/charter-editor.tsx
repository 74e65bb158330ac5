"use client";
import type { CharterDraftView } from "@/lib/governance/board/charter-draft";
import { ConstitutionSection } from "./constitution-section";
import { DecisionRightsSection } from "./decision-rights-section";
import { DeskBar } from "./desk-bar";
import { EscalationSection } from "./escalation-section";
import { ProposePart } from "./propose-part";
import { BallotsSection, MembershipSection, QuorumSection, ReviewSection } from "./rule-sections";
import { SectionIndex } from "./section-index";
import { ListSection, ProseSection } from "./text-sections";
import { useCharterDraft } from "./use-charter-draft";

/** The whole charter as a form, in the order in which it is read; then the difference and the one act. */
export function CharterEditor({ draft }: { draft: CharterDraftView }) {
  const desk = useCharterDraft(draft);
  return (
    <>
      <SectionIndex desk={desk} />
      <ProseSection desk={desk} section="purpose" />
      <ListSection desk={desk} section="scope" />
      <ListSection desk={desk} section="authority" />
      <ProseSection desk={desk} section="accountability" />
      <DecisionRightsSection desk={desk} />
      <MembershipSection desk={desk} />
      <QuorumSection desk={desk} />
      <BallotsSection desk={desk} />
      <EscalationSection desk={desk} />
      <ConstitutionSection desk={desk} />
      <ProseSection desk={desk} section="amendmentProcess" />
      <ReviewSection desk={desk} />
      <ProposePart desk={desk} />
      <DeskBar desk={desk} />
    </>
  );
}
