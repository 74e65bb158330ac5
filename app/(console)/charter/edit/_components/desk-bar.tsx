"use client";
import { CHARTER_SECTION_LABELS } from "@/components/governance/charter-labels";
import { ActionBar } from "@/components/layout/action-bar";
import { LinkButton } from "@/components/ui/link-button";
import { joinList, plural } from "@/lib/format/words";
import type { CharterSection } from "@/lib/governance/board/charter-draft";
import { sectionId } from "./section-frame";
import type { CharterDesk } from "./use-charter-draft";

export const PROPOSE_ID = "propose";

/** Always in sight: whether everything typed is saved, where it is not, and the way to the difference. */
export function DeskBar({ desk }: { desk: CharterDesk }) {
  return (
    <ActionBar
      label="This draft"
      className="md:sticky md:bottom-0 md:z-10 md:mt-8 md:justify-between md:border-t md:border-line md:bg-paper md:py-3"
    >
      <p role="status" className="min-w-0 text-sm max-md:flex-1 max-md:text-xs">
        <SaveWords desk={desk} />
      </p>
      {desk.view.isChanged ? (
        <LinkButton href={`#${PROPOSE_ID}`} size="small">
          Compare and propose
        </LinkButton>
      ) : null}
    </ActionBar>
  );
}

function SaveWords({ desk }: { desk: CharterDesk }) {
  const unsaved = Object.entries(desk.states) as [CharterSection, NonNullable<CharterDesk["states"][CharterSection]>][];
  const stuck = unsaved.filter(([, state]) => state.kind !== "waiting").map(([section]) => section);
  const [first] = stuck;
  if (first !== undefined) {
    return (
      <span className="font-medium text-rejected">
        Not saved:{" "}
        <a className="underline" href={`#${sectionId(first)}`}>
          {joinList(stuck.map((section) => CHARTER_SECTION_LABELS[section]))}
        </a>
      </span>
    );
  }
  if (unsaved.length > 0) return "Saving…";
  const changed = desk.view.differences.filter((one) => one.isChanged).length;
  const { problems } = desk.view;
  if (changed === 0) return "Nothing is changed yet.";
  const open = problems.length === 0 ? "" : ` ${plural(problems.length, "thing stands", "things stand")} in the way.`;
  return `${plural(changed, "section")} changed, everything is saved.${open}`;
}
