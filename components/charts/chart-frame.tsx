import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { type ChartValue, colourOf, DASHES, type Series } from "./series";

export type ChartTable = { columns: readonly string[]; rows: readonly (readonly ChartValue[])[] };

/** A cell that a spreadsheet could run as a formula is given an apostrophe; quotes are doubled. */
function toCell(value: ChartValue): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\n\r]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toCsv(table: ChartTable): string {
  return [table.columns, ...table.rows].map((row) => row.map(toCell).join(",")).join("\r\n");
}

function Legend({ series, lines }: { series: readonly Series[]; lines: boolean }) {
  if (series.length < 2) return null;
  return (
    <ul aria-hidden className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-muted">
      {series.map((one, index) => (
        <li key={one.key} className="flex items-center gap-1.5">
          {lines ? (
            <svg width="20" height="4" aria-hidden>
              <line
                x1="0"
                y1="2"
                x2="20"
                y2="2"
                stroke={colourOf(one, index)}
                strokeWidth="2"
                strokeDasharray={DASHES[index % 6]}
              />
            </svg>
          ) : (
            <span className="size-2.5 rounded-[2px]" style={{ background: colourOf(one, index) }} />
          )}
          {one.label}
        </li>
      ))}
    </ul>
  );
}

function TableBehind({ title, table }: { title: string; table: ChartTable }) {
  return (
    <Disclosure summary={<span className="text-xs">Table</span>} className="mt-1">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll-x max-h-72 overflow-y-auto" aria-label={`${title}, as a table`} tabIndex={0}>
        <table className="w-full text-xs">
          <thead>
            <tr className="border-b border-line text-left">
              {table.columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="py-1.5 pr-4 font-medium whitespace-nowrap text-ink-muted not-first:text-right"
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a picture have no identity
              <tr key={index} className="border-b border-line">
                {row.map((value, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: neither have its cells
                  <td key={column} className="py-1.5 pr-4 whitespace-nowrap not-first:text-right">
                    {value ?? "–"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <a
        href={`data:text/csv;charset=utf-8,${encodeURIComponent(toCsv(table))}`}
        download={`${title.toLowerCase().replace(/[^a-z0-9]+/gu, "-")}.csv`}
        className="link mt-2 inline-block text-xs"
      >
        Download as CSV
      </a>
    </Disclosure>
  );
}

/** The one container of every chart: title, one sentence, key, picture of fixed height, and the table behind it. */
export function ChartFrame({
  title,
  sentence,
  series,
  lines = false,
  table,
  height,
  isEmpty,
  empty = "Nothing to show yet.",
  children,
  className,
}: {
  title: string;
  sentence?: string;
  series: readonly Series[];
  lines?: boolean;
  table: ChartTable;
  height: number;
  isEmpty: boolean;
  empty?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <figure className={cn("min-w-0", className)}>
      <figcaption className="mb-3">
        <span className="block text-sm font-semibold">{title}</span>
        {sentence === undefined ? null : <span className="block text-xs text-ink-muted">{sentence}</span>}
      </figcaption>
      {isEmpty ? (
        <div
          className="flex items-center justify-center rounded-md border border-dashed border-line-strong/60 px-6 text-center text-sm text-ink-muted"
          style={{ height }}
        >
          <span>{empty}</span>
        </div>
      ) : (
        <>
          <Legend series={series} lines={lines} />
          <div
            role="img"
            aria-label={`${title}. ${sentence ?? "The figures are in the table below."}`}
            // Until it has been measured a picture has a width that may be too wide for its place.
            className="overflow-x-clip"
            style={{ height }}
          >
            {children}
          </div>
          <TableBehind title={title} table={table} />
        </>
      )}
    </figure>
  );
}
