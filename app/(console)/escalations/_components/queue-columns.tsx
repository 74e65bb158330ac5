import { sayCategory } from "@/components/governance/escalation-labels";
import { SeverityPill } from "@/components/governance/severity-pill";
import { Instant } from "@/components/ui/instant";
import type { Column } from "@/components/ui/table";
import { toShortName } from "@/lib/format/words";
import type { QueueItem } from "@/lib/governance/escalations/view";
import type { QueueView } from "./queue-filter";
import { Counts, QueueMarks } from "./queue-marks";

/** What it is about, said by whom, and how old it is. */
export function QueueNote({ item }: { item: QueueItem }) {
  const category = item.category === null ? undefined : sayCategory(item.category);
  const source = item.source === "person" ? undefined : item.source;
  const said = [item.model?.name, item.venture?.name, category, source].filter((each) => each !== undefined);
  return (
    <span className="mt-0.5 block text-xs font-normal text-ink-muted">
      {said.map((each) => (
        <span key={each}>
          <Shortened>{each}</Shortened> ·{" "}
        </span>
      ))}
      raised <Instant at={item.raisedAt} />
    </span>
  );
}

/** A long name takes no more than its part of the line; the whole of it is said on hover. */
function Shortened({ children }: { children: string }) {
  return (
    <span title={children} className="inline-block max-w-52 truncate align-bottom">
      {children}
    </span>
  );
}

function RespondBy({ item }: { item: QueueItem }) {
  if (item.status === "resolved") return <span className="text-ink-muted">Resolved</span>;
  return (
    <span className={item.isOverdue ? "font-medium text-severity-critical" : undefined}>
      {item.isOverdue ? "Overdue " : <span className="text-ink-muted md:sr-only">Resolve by </span>}
      <Instant at={item.respondBy} />
    </span>
  );
}

function AnsweredBy({ item }: { item: QueueItem }) {
  if (item.assignee !== null) return toShortName(item.assignee.name);
  return <span className="text-ink-muted">{item.status === "open" ? "Nobody yet" : "–"}</span>;
}

const ANSWERS: Column<QueueItem> = {
  key: "who",
  header: "Answers for it",
  width: "w-28",
  from: "lg",
  phone: "hidden",
  cell: (item) => <AnsweredBy item={item} />,
};

const COLUMNS: readonly Column<QueueItem>[] = [
  {
    key: "severity",
    header: "Severity",
    width: "w-24",
    phone: "end",
    cell: (item) => <SeverityPill severity={item.severity} />,
  },
  {
    key: "title",
    header: "Matter",
    phone: "title",
    cell: (item) => (
      <>
        {item.title}
        <Counts item={item} />
      </>
    ),
  },
  { key: "standing", header: "Where it stands", width: "w-60", cell: (item) => <QueueMarks item={item} /> },
  {
    key: "due",
    header: "Resolve by",
    width: "w-32",
    cell: (item) => <RespondBy item={item} />,
  },
];

/** Nobody answers yet for what is still to be answered. */
export function columnsOf(view: QueueView): readonly Column<QueueItem>[] {
  return view === "answer" ? COLUMNS : [...COLUMNS, ANSWERS];
}
