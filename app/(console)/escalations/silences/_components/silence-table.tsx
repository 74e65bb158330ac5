import Link from "next/link";
import type { ReactNode } from "react";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { SilenceView } from "@/lib/governance/escalations/silence";
import { EndSilence } from "./end-silence";
import { sayMatcher } from "./matcher-words";

function Until({ silence }: { silence: SilenceView }) {
  const { ended, endsAt, isActive } = silence;
  if (ended !== null) {
    return (
      <>
        Ended by {ended.by.name}, <Instant at={ended.at} as="dayTime" />
        <span className="block text-xs text-ink-muted">{ended.reason}</span>
      </>
    );
  }
  return (
    <>
      {isActive ? "Until " : "Ended "}
      <Instant at={endsAt} as="dayTime" />
    </>
  );
}

function Holds({ silence }: { silence: SilenceView }) {
  if (silence.holds === 0) return <span className="text-ink-muted">{silence.isActive ? "Nothing yet" : "–"}</span>;
  return (
    <Link className="link" href={paths.escalations.list({ view: "held", heldBy: silence.reference })}>
      {plural(silence.holds, "escalation")}
    </Link>
  );
}

export function SilenceTable({
  items,
  names,
  mayTriage,
  empty,
}: {
  items: readonly SilenceView[];
  /** Of portfolios, ventures and models by their reference. */
  names: ReadonlyMap<string, string>;
  mayTriage: boolean;
  empty: ReactNode;
}) {
  const columns: readonly Column<SilenceView>[] = [
    {
      key: "what",
      header: "What it holds",
      phone: "title",
      cell: (silence) => (
        <>
          <span className="font-medium">{sayMatcher(silence.matcher, names)}</span>
          <span className="block max-w-read text-xs font-normal text-ink-muted">
            <span className="font-mono">{silence.reference}</span> · {silence.reason}
          </span>
        </>
      ),
    },
    {
      key: "by",
      header: "By",
      cell: (silence) => (
        <>
          {silence.createdBy.name}, <Instant at={silence.startsAt} />
        </>
      ),
    },
    { key: "until", header: "How long", cell: (silence) => <Until silence={silence} /> },
    { key: "holds", header: "Holds now", phoneLabel: "Holds", cell: (silence) => <Holds silence={silence} /> },
    {
      key: "act",
      header: <span className="sr-only">Acts</span>,
      align: "right",
      cell: (silence) =>
        mayTriage && silence.isActive ? <EndSilence reference={silence.reference} holds={silence.holds} /> : null,
    },
  ];
  return <Table label="Silences" columns={columns} rows={items} rowKey={({ reference }) => reference} empty={empty} />;
}
