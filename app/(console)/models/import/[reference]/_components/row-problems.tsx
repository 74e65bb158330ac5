import Link from "next/link";
import { Disclosure } from "@/components/ui/disclosure";
import { paths } from "@/lib/client/paths";
import { formatCount } from "@/lib/format/number";
import { joinList, plural } from "@/lib/format/words";
import type { Report } from "../../_components/import-words";
import { FIELD_LABELS } from "../../_components/import-words";

const SHOWN_ROWS = 12;

/** Rows that ended as something else than a model, each with why. */
export function RowList({ rows, label }: { rows: Report["problems"]; label: string }) {
  return (
    <ul aria-label={label} className="border-t border-line text-sm">
      {rows.map((row) => (
        <li key={row.row} className="flex flex-wrap gap-x-4 gap-y-0.5 border-b border-line py-2">
          <span className="w-20 shrink-0 font-mono text-xs leading-5">row {formatCount(row.row)}</span>
          <span className="min-w-0 flex-1 basis-60 break-words">{row.detail ?? "–"}</span>
          {row.reference === null ? (
            <span className="min-w-0 basis-60 truncate text-ink-muted">{row.name}</span>
          ) : (
            <Link href={paths.models.detail(row.reference)} className="link min-w-0 basis-60 truncate">
              {row.name ?? row.reference}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Values nobody gave a meaning to, or that could not be read, by column; most frequent first. */
export function UnreadValues({ unread }: { unread: Report["unread"] }) {
  const columns = [...new Set(unread.map(({ column }) => column))];
  return (
    <div className="border-t border-line">
      {columns.map((column) => {
        const values = unread.filter((each) => each.column === column);
        const [first] = values;
        if (first === undefined) return null;
        const rows = values.reduce((sum, { count }) => sum + count, 0);
        return (
          <div key={column} className="border-b border-line py-1.5">
            <Disclosure
              summary={
                <span className="text-left">
                  <span className="font-medium text-ink">{column}</span>, for {FIELD_LABELS[first.field].toLowerCase()}:{" "}
                  {plural(values.length, "value")} in {plural(rows, "row")}
                </span>
              }
            >
              <ul className="pl-5 text-sm">
                {values.map((each) => (
                  <li key={`${each.value}${each.cause}`} className="border-b border-line py-1.5 last:border-b-0">
                    <p className="break-words whitespace-pre-line">“{each.value}”</p>
                    <p className="text-xs text-ink-muted">
                      {each.cause.replaceAll("_", " ")}; row{each.count === 1 ? "" : "s"}{" "}
                      {joinList([
                        ...each.rows.slice(0, SHOWN_ROWS).map(formatCount),
                        ...(each.count > SHOWN_ROWS ? [`${formatCount(each.count - SHOWN_ROWS)} more`] : []),
                      ])}
                    </p>
                  </li>
                ))}
              </ul>
            </Disclosure>
          </div>
        );
      })}
    </div>
  );
}
