"use client";
import { CHARTER_SECTION_LABELS } from "@/components/governance/charter-labels";
import { Textarea } from "@/components/ui/input";
import type { CharterSection } from "@/lib/governance/board/charter-draft";
import { SectionFrame } from "./section-frame";
import type { CharterDesk } from "./use-charter-draft";

type Prose = Extract<CharterSection, "purpose" | "accountability" | "amendmentProcess">;
type Listed = Extract<CharterSection, "scope" | "authority">;

const proseStyle = "font-serif text-base md:text-base";

export function ProseSection({ desk, section }: { desk: CharterDesk; section: Prose }) {
  return (
    <SectionFrame desk={desk} section={section}>
      <Textarea
        aria-label={CHARTER_SECTION_LABELS[section]}
        className={proseStyle}
        rows={5}
        value={desk.typed[section]}
        onChange={(event) => desk.change(section, event.target.value)}
      />
    </SectionFrame>
  );
}

export function ListSection({ desk, section }: { desk: CharterDesk; section: Listed }) {
  return (
    <SectionFrame desk={desk} section={section} hint="One item a line">
      <LinesArea
        label={CHARTER_SECTION_LABELS[section]}
        lines={desk.typed[section]}
        onChange={(lines) => desk.change(section, lines)}
      />
    </SectionFrame>
  );
}

export function LinesArea({
  label,
  lines,
  onChange,
}: {
  label: string;
  lines: readonly string[];
  onChange: (lines: string[]) => void;
}) {
  return (
    <Textarea
      aria-label={label}
      className={proseStyle}
      rows={Math.max(3, lines.length)}
      value={lines.join("\n")}
      onChange={(event) => onChange(event.target.value.split("\n"))}
    />
  );
}
