import type { Metadata } from "next";
import { LifecycleBadge, StageMark } from "@/components/governance/venture-marks";
import { LinkButton } from "@/components/ui/link-button";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import { formatUsd } from "@/lib/format/money";
import { listEscalations } from "@/lib/governance/escalations/operations/list-escalations";
import { raiseEscalation } from "@/lib/governance/escalations/operations/raise-escalation";
import { readBudgets } from "@/lib/governance/escalations/operations/read-budgets";
import { readRules } from "@/lib/governance/escalations/operations/read-rules";
import { readVenture } from "@/lib/governance/portfolio/operations/read-venture";
import { updateVenture } from "@/lib/governance/portfolio/operations/update-venture";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { AttentionPart } from "../../portfolio/_components/attention-part";
import { EndVenture } from "./_components/end-venture";
import { VentureFacts } from "./_components/venture-facts";

export const metadata: Metadata = { title: "Venture" };

const SHOWN = 10;

export default async function VenturePage({ params }: { params: Promise<{ reference: string }> }) {
  const venture = await pageQuery(readVenture, await params);
  const { reference, name, stage, lifecycle, allocationUsd, portfolio } = venture;
  const [actor, open, budgets, rules] = await Promise.all([
    requireActor(),
    pageQuery(listEscalations, { venture: reference, limit: SHOWN }),
    pageQuery(readBudgets, {}),
    pageQuery(readRules, {}),
  ]);
  const mayEdit = mayInvoke(actor, updateVenture) && lifecycle !== "ended";
  const mayEnd = mayEdit && actor.roles.includes("chair");
  return (
    <>
      <PageHeader
        above={
          <>
            <BackLink href={paths.portfolio.detail(portfolio.reference)}>{portfolio.name}</BackLink>{" "}
            <span className="font-mono text-xs">{reference}</span>
          </>
        }
        title={name}
        state={
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <LifecycleBadge lifecycle={lifecycle} />
            <span>
              Stage <StageMark stage={stage} />
            </span>
            <span>{formatUsd(allocationUsd)} allocated</span>
          </span>
        }
        more={mayEnd ? <EndVenture venture={venture} /> : undefined}
        act={
          mayEdit ? (
            <LinkButton tone="primary" href={paths.ventures.edit(reference)}>
              Edit
            </LinkButton>
          ) : undefined
        }
      />
      <VentureFacts venture={venture} isKeyStage={rules.keyStages.includes(stage)} />
      <AttentionPart
        what="venture"
        reference={reference}
        items={open.items}
        hasMore={open.nextCursor !== null}
        budget={budgets.scopes.find((scope) => scope.reference === reference) ?? null}
        mayRaise={mayInvoke(actor, raiseEscalation) && lifecycle !== "ended"}
      />
      <LiveRefresh areas={["portfolio", "escalations"]} />
    </>
  );
}
