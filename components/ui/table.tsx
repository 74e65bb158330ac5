// biome-ignore-all lint/a11y/noRedundantRoles: the phone layout (display: flex) takes the native roles away
import { ArrowDown, ArrowUp } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./class-names";

/** Where a column goes on the phone: before the first line, in it, at its right end, in the second line, or nowhere. */
type PhonePlace = "start" | "title" | "end" | "line" | "hidden";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  align?: "left" | "right";
  phone?: PhonePlace;
  /** Said before the value on the phone, where the header is not seen. */
  phoneLabel?: string;
  /** Shown only from this width on; the phone goes by `phone`. */
  from?: "lg" | "xl";
  /** Tailwind width such as "w-32"; the title column takes what is left. */
  width?: string;
  /** Link that sorts by this column, and how it is sorted now. */
  sort?: { href: string; direction: "ascending" | "descending" | null };
};

const FROM = { lg: "md:max-lg:hidden", xl: "md:max-xl:hidden" } as const;

const PHONE: Record<PhonePlace, string> = {
  start: "max-md:order-0 max-md:shrink-0 max-md:self-center",
  title:
    "md:min-w-56 max-md:order-1 max-md:col-start-1 max-md:row-start-1 max-md:min-w-0 max-md:flex-[1_1_0] max-md:font-medium",
  end: "max-md:order-2 max-md:shrink-0 max-md:text-right",
  line: "max-md:order-4 max-md:text-xs max-md:text-ink-muted",
  hidden: "max-md:hidden",
};

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const direction = column.sort?.direction ?? null;
  return (
    <th
      scope="col"
      role="columnheader"
      aria-sort={column.sort === undefined ? undefined : (direction ?? "none")}
      className={cn(
        "h-9 px-3 text-xs font-medium whitespace-nowrap text-ink-muted first:pl-0 last:pr-0",
        column.align === "right" ? "text-right" : "text-left",
        column.width,
        column.from && FROM[column.from],
      )}
    >
      {column.sort === undefined ? (
        column.header
      ) : (
        <Link
          href={column.sort.href}
          scroll={false}
          className="inline-flex items-center gap-1 rounded-sm py-1 hover:text-ink"
        >
          {column.header}
          {direction === "ascending" ? <ArrowUp aria-hidden className="size-3" /> : null}
          {direction === "descending" ? <ArrowDown aria-hidden className="size-3" /> : null}
        </Link>
      )}
    </th>
  );
}

/**
 * Rows of 40 px; on the phone two lines: title and end, then the rest. With `rowHref` the whole row opens it, and the
 * title column's text is the link. Roles are spelled out because the phone layout takes the table's own away.
 */
export function Table<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowHref,
  rowNote,
  rowState,
  empty,
  className,
}: {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowHref?: (row: Row) => string | null;
  /** Lesser words below the title. */
  rowNote?: (row: Row) => ReactNode;
  /** Where the keyboard stands, and what is chosen. */
  rowState?: (row: Row) => { isCurrent: boolean; isChosen: boolean };
  empty?: ReactNode;
  className?: string;
}) {
  if (rows.length === 0 && empty !== undefined) return <>{empty}</>;
  const titleKey = (columns.find((column) => column.phone === "title") ?? columns[0])?.key;
  return (
    <table role="table" aria-label={label} data-list className={cn("w-full border-collapse max-md:block", className)}>
      <thead role="rowgroup" className="border-b border-line max-md:sr-only">
        <tr role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => {
          const href = rowHref?.(row) ?? null;
          const state = rowState?.(row);
          return (
            <tr
              key={rowKey(row)}
              role="row"
              data-key={rowKey(row)}
              aria-current={state?.isCurrent || undefined}
              className={cn(
                state?.isChosen && "bg-accent-soft",
                state?.isCurrent && "outline-2 -outline-offset-2 outline-accent",
                "relative border-b border-line max-md:flex max-md:min-h-14 max-md:flex-wrap max-md:items-baseline max-md:gap-x-2.5 max-md:gap-y-0.5 max-md:py-2.5",
                href !== null && "transition-colors hover:bg-line/35 has-[a[data-row]:focus-visible]:bg-line/35",
              )}
            >
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  role="cell"
                  className={cn(
                    "h-10 px-3 py-1.5 align-middle max-md:h-auto max-md:p-0",
                    index === 0 && "pl-0",
                    index === columns.length - 1 && "pr-0",
                    column.align === "right" && "text-right max-md:text-left",
                    column.from && FROM[column.from],
                    PHONE[column.phone ?? (column.key === titleKey ? "title" : "line")],
                  )}
                >
                  {column.phoneLabel === undefined ? null : <span className="md:hidden">{column.phoneLabel} </span>}
                  {href !== null && column.key === titleKey ? (
                    <Link
                      data-row
                      href={href}
                      className="line-clamp-2 font-medium after:absolute after:inset-0 hover:text-accent"
                    >
                      {column.cell(row)}
                    </Link>
                  ) : (
                    column.cell(row)
                  )}
                  {column.key === titleKey && rowNote !== undefined ? rowNote(row) : null}
                </td>
              ))}
              {/* forces the second line on the phone */}
              <td aria-hidden className="hidden max-md:order-3 max-md:block max-md:h-0 max-md:basis-full max-md:p-0" />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
