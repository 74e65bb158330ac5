import { cn } from "@/components/ui/class-names";
import type { SectionDifference } from "@/lib/governance/board/charter-draft";
import { CHARTER_SECTION_LABELS } from "./charter-labels";

type Row = SectionDifference["rows"][number];
const MARKS: Record<Row["kind"], string> = { same: "", added: "Added", removed: "Removed", changed: "Changed" };

/** Two charters side by side, section by section; on the phone the old line stands above the new one. */
export function CharterDifference({
  differences,
  before,
  after,
}: {
  differences: readonly SectionDifference[];
  before: string;
  after: string;
}) {
  const changed = differences.filter((one) => one.isChanged);
  if (changed.length === 0) return <p className="text-ink-muted">No difference.</p>;
  return (
    <div className="space-y-4">
      {changed.map((one) => (
        <section key={one.section} aria-label={CHARTER_SECTION_LABELS[one.section]}>
          <h3 className="text-sm font-medium">{CHARTER_SECTION_LABELS[one.section]}</h3>
          <SectionRows rows={one.rows} before={before} after={after} />
        </section>
      ))}
    </div>
  );
}

/** Lines that stay are counted, not shown. */
export function SectionRows({ rows, before, after }: { rows: readonly Row[]; before: string; after: string }) {
  const changed = rows.filter((row) => row.kind !== "same");
  const same = rows.length - changed.length;
  return (
    <>
      <div className="mt-1 hidden grid-cols-2 gap-x-4 text-xs text-ink-muted md:grid print:grid">
        <span>{before}</span>
        <span>{after}</span>
      </div>
      <ul className="mt-1 border-t border-line text-sm leading-6">
        {changed.map((row) => (
          <li
            key={`${row.kind} ${row.before} ${row.after}`}
            className="grid gap-x-4 border-b border-line py-1.5 md:grid-cols-2 print:grid-cols-2"
          >
            <span className="sr-only">{MARKS[row.kind]}: </span>
            <Side text={row.before} tone="before" />
            <Side text={row.after} tone="after" />
          </li>
        ))}
      </ul>
      {same === 0 ? null : (
        <p className="mt-1 text-xs text-ink-muted">{same === 1 ? "1 line" : `${same} lines`} unchanged</p>
      )}
    </>
  );
}

function Side({ text, tone }: { text: string | null; tone: "before" | "after" }) {
  if (text === null) return <span className="text-ink-faint max-md:hidden">–</span>;
  const Mark = tone === "before" ? "del" : "ins";
  return (
    <Mark
      className={cn(
        "min-w-0 border-l-2 pl-2 break-words no-underline",
        tone === "before" ? "border-rejected text-ink-muted" : "border-passed",
      )}
    >
      {text}
    </Mark>
  );
}
