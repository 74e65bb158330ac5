import { Download } from "lucide-react";
import { buttonStyle } from "@/components/ui/button-style";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import { CountsLine } from "../../_components/counts-line";
import type { Detail } from "../../_components/import-words";
import { RowList, UnreadValues } from "./row-problems";
import { SpreadLines } from "./spread-lines";

/** What the import did: numbers that add up, and everything somebody should look at. */
export function ImportReport({ batch, report }: { batch: Detail; report: NonNullable<Detail["report"]> }) {
  const { counts, problems, duplicates, unread } = report;
  return (
    <>
      <CountsLine counts={counts} />
      <div data-screen-only className="mt-4 flex flex-wrap gap-2">
        <LinkButton tone="primary" href={paths.models.list()}>
          Open the models
        </LinkButton>
        <a href={paths.models.importReportFile(batch.reference)} download className={buttonStyle({})}>
          <Download aria-hidden />
          Download the report
        </a>
      </div>
      <Section title="The models of this inventory" note="Created, updated and unchanged">
        <div className="max-w-120">
          <SpreadLines byTier={report.byTier} byStatus={report.byStatus} />
        </div>
      </Section>
      <Section title="Rejected rows" note={plural(counts.rejected, "row")}>
        {problems.length === 0 ? (
          <p className="text-ink-muted">No row was rejected.</p>
        ) : (
          <>
            <RowList rows={problems} label="Rejected rows" />
            <Rest shown={problems.length} of={counts.rejected} />
          </>
        )}
      </Section>
      <Section title="Values left unread" note={plural(report.unreadValues, "value")}>
        {unread.length === 0 ? (
          <p className="text-ink-muted">Every value was understood.</p>
        ) : (
          <UnreadValues unread={unread} />
        )}
      </Section>
      <Section title="Duplicates" note="Identical to an earlier row of the file">
        {duplicates.length === 0 ? (
          <p className="text-ink-muted">No row repeats another.</p>
        ) : (
          <>
            <RowList rows={duplicates} label="Duplicate rows" />
            <Rest shown={duplicates.length} of={counts.duplicate} />
          </>
        )}
      </Section>
    </>
  );
}

function Rest({ shown, of }: { shown: number; of: number }) {
  if (shown >= of) return null;
  return <p className="mt-2 text-sm text-ink-muted">{`The first ${shown} of ${of}; the report holds all of them.`}</p>;
}
