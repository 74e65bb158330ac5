import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { type Column, Table } from "@/components/ui/table";
import type { CharterView } from "@/lib/governance/board/charter-view";

type Right = CharterView["inWords"]["decisionRights"][number];

const COLUMNS: readonly Column<Right>[] = [
  { key: "kind", header: "Decision", cell: (right) => PROPOSAL_KIND_LABELS[right.kind], phone: "title" },
  { key: "authority", header: "Authority", cell: (right) => right.authority, phone: "end" },
  { key: "passes", header: "Passes when", cell: (right) => right.passesWhen, width: "w-[36%]" },
  { key: "quorum", header: "Quorum", cell: (right) => <Quorum words={right.quorum} />, width: "w-48" },
  {
    key: "escalates",
    header: "Escalates",
    cell: (right) => (right.escalates ? "escalates at once" : <span className="max-md:hidden">no</span>),
  },
];

/** The column's name goes with it onto the phone, where there is no header. */
function Quorum({ words }: { words: string }) {
  return (
    <>
      <span className="md:hidden">quorum: </span>
      {words}
    </>
  );
}

/** What each kind of board decision demands (BRD-8). */
export function DecisionRightsTable({ rights }: { rights: readonly Right[] }) {
  return <Table label="Decision rights" columns={COLUMNS} rows={rights} rowKey={(right) => right.kind} />;
}
