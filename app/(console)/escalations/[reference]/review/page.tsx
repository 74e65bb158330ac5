import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SeverityPill } from "@/components/governance/severity-pill";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readEscalation } from "@/lib/governance/escalations/operations/read-escalation";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { pageQuery } from "@/lib/server/page-query";
import { toPersonOption } from "../../_components/people-options";
import { toFirstEvents } from "./_components/review-draft";
import { ReviewForm } from "./_components/review-form";

export const metadata: Metadata = { title: "Post-incident review" };

const MOST = 200;

export default async function ReviewPage({ params }: { params: Promise<{ reference: string }> }) {
  const item = await pageQuery(readEscalation, { reference: (await params).reference });
  const { reference, title, severity, acts, review } = item;
  if (review !== null) redirect(`${paths.escalations.detail(reference)}#review`);
  const people = await pageQuery(listPeople, { access: "active", limit: MOST });
  return (
    <>
      <PageHeader
        above={<BackLink href={paths.escalations.detail(reference)}>{reference}</BackLink>}
        title="Post-incident review"
        state={
          <span className="flex flex-wrap items-center gap-2">
            <SeverityPill severity={severity} /> {title}
          </span>
        }
      />
      {acts.includes("review") ? (
        <ReviewForm
          reference={reference}
          people={people.items.map(toPersonOption)}
          events={toFirstEvents(item.timeline)}
        />
      ) : (
        <EmptyState
          title="No review can be written here"
          action={<LinkButton href={paths.escalations.detail(reference)}>Back to the escalation</LinkButton>}
        >
          {item.protocol.needsReview
            ? "It is resolved already, or others answer for it."
            : "Reviews are for high and critical ones; this one is resolved by saying what was done."}
        </EmptyState>
      )}
    </>
  );
}
