import { type Column, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/format/number";
import type { ScopeLevel } from "@/lib/governance/escalations/budget";
import type { Limits } from "./limit-words";
import { LEVEL_LABELS } from "./scope-filter";
import { SetBudget } from "./set-budget";

type Level = Limits & { readonly level: ScopeLevel; readonly revision: number };

const WHOSE: Readonly<Record<ScopeLevel, string>> = {
  ecosystem: "The whole organisation",
  portfolio: "Each portfolio without limits of its own",
  venture: "Each venture without limits of its own",
};
const NAMES: Readonly<Record<ScopeLevel, string>> = {
  ecosystem: "the ecosystem",
  portfolio: "portfolios",
  venture: "ventures",
};

const COLUMNS: readonly Column<Level>[] = [
  {
    key: "level",
    header: "Level",
    phone: "title",
    cell: ({ level }) => (
      <>
        {LEVEL_LABELS[level]}
        <span className="block text-xs font-normal text-ink-muted">{WHOSE[level]}</span>
      </>
    ),
  },
  {
    key: "immediate",
    header: "Immediate a day",
    phoneLabel: "immediate",
    align: "right",
    width: "w-36",
    cell: (one) => formatCount(one.immediatePerDay),
  },
  {
    key: "cards",
    header: "Decision cards a day",
    phoneLabel: "cards",
    align: "right",
    width: "w-44",
    cell: (one) => formatCount(one.nextBriefingPerDay),
  },
  {
    key: "weekly",
    header: "Weekly digest a week",
    phoneLabel: "weekly",
    align: "right",
    width: "w-44",
    cell: (one) => formatCount(one.weeklyPerWeek),
  },
];

function toTarget({ level, revision, ...limits }: Level) {
  const consequence =
    level === "ecosystem"
      ? "It holds for everything together, from the next escalation on. Nothing is dropped: what does not fit goes one channel down."
      : `It holds for each ${level} without limits of its own, from the next escalation on.`;
  return { ...{ scope: level, name: NAMES[level], revision, consequence }, limits };
}

/** The limits of each level of the tree (ESC-5). */
export function LevelTable({ levels, mayChange }: { levels: readonly Level[]; mayChange: boolean }) {
  const act: Column<Level> = {
    ...{ key: "act", header: <span className="sr-only">Change</span>, align: "right", phone: "end", width: "w-24" },
    cell: (level) => <SetBudget target={toTarget(level)} />,
  };
  return (
    <Table
      label="Limits by level"
      columns={mayChange ? [...COLUMNS, act] : COLUMNS}
      rows={levels.toReversed()}
      rowKey={({ level }) => level}
    />
  );
}
