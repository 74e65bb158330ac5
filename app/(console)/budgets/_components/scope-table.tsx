import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { formatCount } from "@/lib/format/number";
import { keyOf, LEVEL_LABELS, type Scope } from "./scope-filter";
import { SetBudget } from "./set-budget";

function Use({ used, limit }: { used: number; limit: number }) {
  const isUp = used >= limit;
  return (
    <span className="inline-flex flex-col items-end gap-1 whitespace-nowrap max-md:flex-row max-md:items-center">
      <span className={cn(isUp && "font-medium text-severity-high")}>
        {formatCount(used)} of {formatCount(limit)}
        {isUp ? <span className="sr-only">, used up</span> : null}
      </span>
      <span aria-hidden className="h-1 w-20 overflow-hidden rounded-full bg-line max-md:hidden">
        <span
          className={cn("block h-full", isUp ? "bg-severity-high-solid" : "bg-accent")}
          style={{ width: `${limit === 0 ? 100 : Math.min(100, (used / limit) * 100)}%` }}
        />
      </span>
    </span>
  );
}

function Name({ scope: { level, reference, name, isOwn } }: { scope: Scope }) {
  const href =
    reference === null
      ? paths.portfolio.tree()
      : level === "portfolio"
        ? paths.portfolio.detail(reference)
        : paths.ventures.detail(reference);
  return (
    <>
      <Link href={href} className="rounded-sm font-medium hover:text-accent">
        {name}
      </Link>
      <span className="mt-0.5 flex flex-wrap items-center gap-2 text-xs font-normal text-ink-muted">
        {LEVEL_LABELS[level]}
        {isOwn && reference !== null ? <Badge>Limits of its own</Badge> : null}
      </span>
    </>
  );
}

const COLUMNS: readonly Column<Scope>[] = [
  { key: "name", header: "Scope", phone: "title", cell: (scope) => <Name scope={scope} /> },
  {
    ...{ key: "immediate", header: "Immediate today", phoneLabel: "immediate", align: "right", width: "w-36" },
    cell: ({ immediate }) => <Use {...immediate} />,
  },
  {
    ...{ key: "cards", header: "Cards today", phoneLabel: "cards", align: "right", width: "w-36" },
    cell: ({ nextBriefing }) => <Use {...nextBriefing} />,
  },
  {
    ...{ key: "weekly", header: "Digest this week", phoneLabel: "weekly", align: "right", width: "w-36" },
    cell: ({ weekly }) => <Use {...weekly} />,
  },
];

function toTarget(scope: Scope) {
  const { name, revision, immediate, nextBriefing, weekly } = scope;
  return {
    ...{ scope: keyOf(scope), name, revision },
    limits: { immediatePerDay: immediate.limit, nextBriefingPerDay: nextBriefing.limit, weeklyPerWeek: weekly.limit },
    consequence:
      "Limits of its own, from the next escalation on. Nothing is dropped: what does not fit goes one channel down.",
  };
}

/** What each scope has used today and this week (ESC-5). */
export function ScopeTable({
  scopes,
  mayChange,
  empty,
}: {
  scopes: readonly Scope[];
  mayChange: boolean;
  empty: ReactNode;
}) {
  const act: Column<Scope> = {
    ...{ key: "act", header: <span className="sr-only">Change</span>, align: "right", phone: "end", width: "w-24" },
    cell: (scope) => <SetBudget target={toTarget(scope)} />,
  };
  return (
    <Table
      label="Use by scope"
      columns={mayChange ? [...COLUMNS, act] : COLUMNS}
      rows={scopes}
      rowKey={keyOf}
      empty={empty}
    />
  );
}
