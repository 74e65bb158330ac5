import { Badge } from "@/components/ui/badge";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { joinList } from "@/lib/format/words";
import type { ToldView } from "@/lib/governance/escalations/view";
import { sayAudiences } from "./protocol-part";

const KINDS: Readonly<Record<string, string>> = { first: "Told", half_time: "Reminder", step: "Overdue step" };
const MAIL_STATES: Readonly<Record<string, string>> = {
  queued: "waiting",
  sent: "sent",
  failed: "failed",
  withdrawn: "withdrawn",
};

/** "in the page (3), mail sent (2)" */
function sayChannels(channels: ToldView["channels"]): string {
  const said = channels
    .filter(({ count }) => count > 0)
    .map(({ channel, state, count }) => {
      return channel === "page" ? `in the product (${count})` : `mail ${MAIL_STATES[state] ?? state} (${count})`;
    });
  return said.length === 0 ? "Nobody of these is a member any more" : joinList(said);
}

const COLUMNS: readonly Column<ToldView>[] = [
  {
    key: "who",
    header: "Who",
    phone: "title",
    cell: ({ people, audiences }) => (
      <span className="font-normal">
        {people.length === 0
          ? "Nobody"
          : joinList(
              people.map(({ name }) => name),
              6,
            )}
        <span className="block text-xs text-ink-muted">{sayAudiences(audiences)}</span>
      </span>
    ),
  },
  {
    key: "what",
    header: "What",
    width: "w-28",
    cell: ({ kind, step }) => `${KINDS[kind] ?? kind}${step > 0 ? ` ${step}` : ""}`,
  },
  { key: "how", header: "How", width: "w-36", cell: ({ channels }) => sayChannels(channels) },
  {
    key: "when",
    header: "When",
    align: "right",
    cell: ({ at, isLate }) => (
      <>
        <Instant at={at} as="dayTime" />
        {isLate ? <Badge className="ml-2 text-severity-high">Late</Badge> : null}
      </>
    ),
  },
];

export function ToldPart({ told }: { told: readonly ToldView[] }) {
  return (
    <Section title="Who was told">
      <Table
        label="Notices"
        columns={COLUMNS}
        rows={told}
        rowKey={({ kind, step, at }) => `${kind}-${step}-${at}`}
        empty={<p className="text-ink-muted">Nobody was told yet by itself; it is told with its digest.</p>}
      />
    </Section>
  );
}
