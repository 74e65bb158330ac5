import { StatusBadge } from "@/components/governance/status-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { ListKeys } from "@/components/ui/list-keys";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { Home, OwnedModelLine, OwnerTask } from "@/lib/governance/dashboard/schema";
import { toModelTitle } from "@/lib/governance/registry/schema";
import { WholeList } from "./whole-list";

const TASK_WORDS: Readonly<Record<OwnerTask, string>> = {
  renew_review: "Review due: renew the scorecard",
  revise_scorecard: "Sent back: revise the scorecard",
  finish_scorecard: "Finish the scorecard and submit",
  fill_scorecard: "Fill in the scorecard and submit",
  activate: "Approved: activate it when it goes live",
  await_vote: "The board is voting",
  await_chair: "The chair decides on the advice",
  await_release: "Suspended until it is released",
  nothing: "Nothing",
};

const WAITING: readonly OwnerTask[] = ["await_vote", "await_chair", "await_release", "nothing"];

const COLUMNS: readonly Column<OwnedModelLine>[] = [
  { key: "name", header: "Model", phone: "title", cell: toModelTitle },
  { key: "tier", header: "Tier", phone: "end", cell: (model) => <TierBadge tier={model.tier} short /> },
  { key: "status", header: "Status", phone: "hidden", cell: (model) => <StatusBadge status={model.status} /> },
  {
    key: "task",
    header: "Asked of you",
    cell: (model) => (
      <span className={WAITING.includes(model.task) ? "text-ink-muted" : "text-ink"}>{TASK_WORDS[model.task]}</span>
    ),
  },
  { key: "risk", header: "Risk", align: "right", phone: "hidden", cell: (model) => model.riskScore },
  {
    key: "review",
    header: "Next review",
    align: "right",
    phone: "hidden",
    from: "lg",
    cell: (model) => (model.nextReviewAt === null ? "–" : <Instant at={model.nextReviewAt} />),
  },
];

/** The models this person answers for, where each stands, and what is asked. */
export function OwnerModels({ owner }: { owner: NonNullable<Home["owner"]> }) {
  return (
    <Section
      title="Your models"
      rule={false}
      act={
        <LinkButton size="small" href={paths.models.register()}>
          Register a model
        </LinkButton>
      }
    >
      <ListKeys>
        <Table
          label="Your models"
          columns={COLUMNS}
          rows={owner.items}
          rowKey={(model) => model.reference}
          rowHref={(model) => paths.models.detail(model.reference)}
        />
      </ListKeys>
      <WholeList
        shown={owner.items.length}
        total={owner.total}
        what="models of yours"
        href={paths.models.list({ owner: "me" })}
      />
    </Section>
  );
}
