import Link from "next/link";
import { DefinitionList } from "@/components/ui/definition-list";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import { formatUsd } from "@/lib/format/money";
import { LAST_STAGE, type VentureItem } from "@/lib/governance/portfolio/schema";

/** What a venture is; a key stage says what it means for escalations (ESC-1). */
export function VentureFacts({ venture, isKeyStage }: { venture: VentureItem; isKeyStage: boolean }) {
  const { description, portfolio, stage, allocationUsd, lead, createdAt, updatedAt } = venture;
  return (
    <DefinitionList
      className="max-w-200"
      items={[
        ...(description === ""
          ? []
          : [{ term: "Description", value: <p className="max-w-read whitespace-pre-wrap">{description}</p> }]),
        {
          term: "Portfolio",
          value: (
            <Link className="link" href={paths.portfolio.detail(portfolio.reference)}>
              {portfolio.name}
            </Link>
          ),
        },
        {
          term: "Stage",
          value: (
            <>
              {stage} of {LAST_STAGE}
              {isKeyStage ? (
                <span className="block text-xs text-ink-muted">
                  A key stage: it adds 2 points to the severity of an escalation.{" "}
                  <Link className="link" href={paths.escalations.rules()}>
                    Rules
                  </Link>
                </span>
              ) : null}
            </>
          ),
        },
        { term: "Allocation", value: formatUsd(allocationUsd) },
        { term: "Lead", value: lead?.name ?? <span className="text-ink-muted">Nobody leads it</span> },
        { term: "Created", value: <Instant at={createdAt} as="dayTime" /> },
        { term: "Last changed", value: <Instant at={updatedAt} /> },
      ]}
    />
  );
}
