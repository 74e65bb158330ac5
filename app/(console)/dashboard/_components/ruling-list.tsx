import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { Home, RulingLine } from "@/lib/governance/dashboard/schema";
import { WholeList } from "./whole-list";

const COLUMNS: readonly Column<RulingLine>[] = [
  { key: "member", header: "Member", phone: "title", cell: (line) => line.member },
  {
    key: "about",
    header: "Alleged conflict with",
    cell: (line) => (line.kind === "vendor" ? `vendor ${line.about}` : line.about),
  },
  {
    key: "answer",
    header: "Answer",
    width: "w-32",
    cell: (line) => (line.isAnswered ? "answered" : <span className="text-ink-muted">not yet</span>),
  },
  { key: "when", header: "Alleged", align: "right", width: "w-28", cell: (line) => <Instant at={line.allegedAt} /> },
];

/** Alleged conflicts of interest that wait for this person's ruling; nothing at all when none does. */
export function RulingList({ rulings }: { rulings: Home["rulings"] }) {
  if (rulings.total === 0) return null;
  return (
    <Section title={`Conflicts to rule on (${rulings.total})`} rule={false}>
      <Table
        label="Conflicts to rule on"
        columns={COLUMNS}
        rows={rulings.items}
        rowKey={(line) => line.reference}
        rowHref={(line) => paths.board.allegation(line.reference)}
      />
      <WholeList shown={rulings.items.length} total={rulings.total} what="of them" href={paths.board.overview()} />
    </Section>
  );
}
