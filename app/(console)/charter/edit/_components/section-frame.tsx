"use client";
import type { ReactNode } from "react";
import { SectionRows } from "@/components/governance/charter-difference";
import { CHARTER_SECTION_LABELS } from "@/components/governance/charter-labels";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { FieldError } from "@/components/ui/field";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import type { CharterSection } from "@/lib/governance/board/charter-draft";
import type { CharterDesk } from "./use-charter-draft";

/** Where the page jumps to. */
export const sectionId = (section: CharterSection) => `section-${section}`;

/** One section: its fields, whether they are saved, what stands in the way, and the difference to the version in force. */
export function SectionFrame({
  desk,
  section,
  hint,
  children,
}: {
  desk: CharterDesk;
  section: CharterSection;
  hint?: string;
  children: ReactNode;
}) {
  const { view } = desk;
  const mark = view.marks[section];
  const difference = view.differences.find((one) => one.section === section);
  const own = view.problems.filter((one) => one.section === section && one.path === "");
  return (
    <Section
      id={sectionId(section)}
      title={
        <span className="inline-flex flex-wrap items-center gap-2">
          {CHARTER_SECTION_LABELS[section]}
          {difference?.isChanged ? <Badge>Changed</Badge> : null}
        </span>
      }
      act={<SaveState desk={desk} section={section} />}
    >
      {hint === undefined ? null : <p className="mb-2 text-xs text-ink-muted">{hint}</p>}
      {mark.isOvertaken ? (
        <p className="mb-2 text-sm text-rejected">
          Version {view.label} changed this section after this draft had begun it. Compare before you propose.
        </p>
      ) : null}
      <Conflict desk={desk} section={section} />
      {children}
      {desk.states[section] === undefined
        ? own.map((one) => <FieldError key={one.message}>{one.message}</FieldError>)
        : null}
      {difference?.isChanged ? (
        <Disclosure summary="Beside the version in force" className="mt-2">
          <SectionRows rows={difference.rows} before={`Version ${view.label}, in force`} after="This draft" />
        </Disclosure>
      ) : null}
    </Section>
  );
}

function SaveState({ desk, section }: { desk: CharterDesk; section: CharterSection }) {
  const state = desk.states[section];
  const mark = desk.view.marks[section];
  return (
    <span className="text-xs text-ink-muted">
      {state?.kind === "waiting" ? "Saving…" : null}
      {state?.kind === "refused" ? <span className="text-rejected">Not saved: {state.detail}</span> : null}
      {state === undefined && mark.isTouched && mark.updatedAt !== null ? (
        <>
          Saved, {mark.updatedBy?.name ?? "the product"}, <Instant at={mark.updatedAt} as="dayTime" />
        </>
      ) : null}
    </span>
  );
}

function Conflict({ desk, section }: { desk: CharterDesk; section: CharterSection }) {
  const state = desk.states[section];
  if (state?.kind !== "changed") return null;
  const { theirs } = state;
  return (
    <div role="alert" className="mb-3 rounded-md border border-rejected bg-rejected-soft px-3 py-2 text-sm">
      <p className="font-medium">
        Not saved: {theirs.updatedBy?.name ?? "somebody else"} changed this section meanwhile. Yours is still below.
      </p>
      <SectionRows rows={theirs.rows} before="What they wrote" after="Yours" />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={() => desk.settle(theirs, "theirs")}>
          Take theirs, drop mine
        </Button>
        <Button size="small" onClick={() => desk.settle(theirs, "mine")}>
          Save mine over it
        </Button>
      </div>
    </div>
  );
}
