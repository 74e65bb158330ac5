"use client";
import { CHARTER_SECTION_LABELS } from "@/components/governance/charter-labels";
import type { CharterSection } from "@/lib/governance/board/charter-draft";
import { sectionId } from "./section-frame";
import type { CharterDesk } from "./use-charter-draft";

/** In the order in which they are read. */
const SECTIONS = Object.keys(CHARTER_SECTION_LABELS) as CharterSection[];

/** The way to each section of a long page, with what the draft changed. */
export function SectionIndex({ desk }: { desk: CharterDesk }) {
  const changed = new Set(desk.view.differences.filter((one) => one.isChanged).map((one) => one.section));
  return (
    <nav aria-label="Sections of the charter">
      <ol className="flex flex-wrap gap-x-4 text-sm">
        {SECTIONS.map((section) => (
          <li key={section} className="flex items-center gap-1.5">
            <a className="link inline-flex min-h-8 items-center max-md:min-h-11" href={`#${sectionId(section)}`}>
              {CHARTER_SECTION_LABELS[section]}
            </a>
            {changed.has(section) ? <span className="text-xs text-ink-muted">changed</span> : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
