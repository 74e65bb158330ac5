import { Badge } from "@/components/ui/badge";
import { Instant } from "@/components/ui/instant";
import { ListKeys } from "@/components/ui/list-keys";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { FollowUpLine, Home, ProposalLine, ProvisionalLine, RenewalLine } from "@/lib/governance/dashboard/schema";
import { WholeList } from "./whole-list";

type Queue = NonNullable<Home["chair"]>;
type Matter = {
  key: string;
  what: string;
  title: string;
  detail: string;
  verb: string;
  at: string | null;
  href: string;
};

function ofProposal(line: ProposalLine, what: string, detail: string, verb: "closes" | "closed"): Matter {
  const at = verb === "closes" ? line.deadlineAt : line.closedAt;
  const href = paths.proposals.detail(line.reference);
  return { key: `${what}-${line.reference}`, what, title: line.title, detail, verb, at, href };
}

function ofFollowUp(line: FollowUpLine): Matter {
  const detail = line.assignee ?? "nobody assigned";
  const href = paths.actions({ isOverdue: true });
  return { key: line.reference, what: "Overdue", title: line.title, detail, verb: "due", at: line.dueAt, href };
}

function ofRenewal(line: RenewalLine): Matter {
  const { reference, title, proposer, endsAt } = line;
  const what = line.kind === "risk_acceptance" ? "Acceptance ends" : "Exception ends";
  const href = paths.grants.detail(reference);
  return { key: reference, what, title, detail: `renewal drafted for ${proposer}`, verb: "until", at: endsAt, href };
}

function ofNotReversed({ proposal, decision, title, deadlineAt }: ProvisionalLine): Matter {
  const href = paths.proposals.detail(proposal);
  return {
    key: decision,
    what: "Could not be reversed",
    title,
    detail: decision,
    verb: "lapsed",
    at: deadlineAt,
    href,
  };
}

const turnout = (line: ProposalLine) =>
  line.cast === null ? `${line.entitled} entitled` : `${line.cast} of ${line.entitled} voted`;

/** One queue: decisions to take first, then votes to close, then what is stuck, then what comes back, then what is late. */
function toMatters(queue: Queue): Matter[] {
  return [
    ...queue.awaitingDecision.items.map((line) => ofProposal(line, "Decide on advice", turnout(line), "closed")),
    ...queue.readyToClose.items.map((line) => ofProposal(line, "Ready to close", turnout(line), "closes")),
    ...queue.inquorate.items.map((line) => ofProposal(line, "No quorum possible", turnout(line), "closes")),
    ...queue.renewals.items.map(ofRenewal),
    ...queue.notReversed.items.map(ofNotReversed),
    ...queue.overdueFollowUps.items.map(ofFollowUp),
  ];
}

const COLUMNS: readonly Column<Matter>[] = [
  { key: "title", header: "Matter", phone: "title", cell: (matter) => matter.title },
  {
    key: "what",
    header: "Asked of you",
    width: "w-44",
    cell: (matter) => <Badge className="text-ink">{matter.what}</Badge>,
  },
  { key: "detail", header: "Stands at", from: "lg", cell: (matter) => matter.detail },
  {
    key: "when",
    header: "When",
    align: "right",
    cell: (matter) =>
      matter.at === null ? (
        "–"
      ) : (
        <>
          <span className="text-ink-muted">{matter.verb}</span> <Instant at={matter.at} />
        </>
      ),
  },
];

/** What only the chair can move; nothing at all when nothing waits. */
export function ChairQueue({ queue }: { queue: Queue }) {
  const matters = toMatters(queue);
  const { awaitingDecision, readyToClose, inquorate, notReversed, renewals, overdueFollowUps: late } = queue;
  const votes = awaitingDecision.total + readyToClose.total + inquorate.total + notReversed.total;
  const shownVotes = matters.length - late.items.length - renewals.items.length;
  if (matters.length === 0) return null;
  return (
    <Section title="For the chair" rule={false}>
      <ListKeys>
        <Table
          label="Matters for the chair"
          columns={COLUMNS}
          rows={matters}
          rowKey={(matter) => matter.key}
          rowHref={(matter) => matter.href}
        />
      </ListKeys>
      <WholeList shown={shownVotes} total={votes} what="votes" href={paths.proposals.list()} />
      <WholeList
        shown={renewals.items.length}
        total={renewals.total}
        what="acceptances and exceptions at their end"
        href={paths.grants.list({ state: "expired" })}
      />
      <WholeList
        shown={late.items.length}
        total={late.total}
        what="overdue follow-ups"
        href={paths.actions({ isOverdue: true })}
      />
    </Section>
  );
}
