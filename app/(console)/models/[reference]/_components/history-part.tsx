import Link from "next/link";
import { RecordLink } from "@/components/governance/record-link";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { plural, sentenceCase } from "@/lib/format/words";
import type { ModelView } from "@/lib/governance/registry/view";

type Entry = ModelView["history"][number] & { times: number };
const SHOWN = 6;

/** What the record says of this model, newest first. */
export function HistoryPart({ model, mayAudit }: { model: ModelView; mayAudit: boolean }) {
  const history = gather(model.history);
  const older = history.slice(SHOWN);
  return (
    <Section
      title="On record"
      act={
        mayAudit ? (
          <Link href={paths.audit.list({ subject: model.reference })} className="link">
            All entries in the audit log
          </Link>
        ) : undefined
      }
    >
      {history.length === 0 ? (
        <p className="text-sm text-ink-muted">
          It came in with an import, which is one entry of the record; nothing was done to it alone since.
        </p>
      ) : (
        <Entries entries={history.slice(0, SHOWN)} mayAudit={mayAudit} />
      )}
      {older.length === 0 ? null : (
        <Disclosure summary={plural(older.length, "older entry", "older entries")}>
          <Entries entries={older} mayAudit={mayAudit} />
        </Disclosure>
      )}
    </Section>
  );
}

/** The same act again and again by the same person, such as saving while typing, is one line with its number. */
function gather(history: ModelView["history"]): Entry[] {
  const lines: Entry[] = [];
  for (const entry of history) {
    const last = lines.at(-1);
    if (last?.action === entry.action && last.actor?.id === entry.actor?.id) last.times += 1;
    else lines.push({ ...entry, times: 1 });
  }
  return lines;
}

function Entries({ entries, mayAudit }: { entries: readonly Entry[]; mayAudit: boolean }) {
  return (
    <ul className="border-t border-line text-sm">
      {entries.map((entry) => (
        <li key={entry.number} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1.5">
          <RecordLink number={entry.number} linked={mayAudit} />
          <span className="min-w-0 flex-1">
            {sentenceCase(entry.action)}
            {entry.times === 1 ? "" : `, ${entry.times} times`}
          </span>
          <span className="text-ink-muted">{entry.actor?.name ?? "the system"}</span>
          <Instant at={entry.occurredAt} className="text-ink-muted" />
        </li>
      ))}
    </ul>
  );
}
