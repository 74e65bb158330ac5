import type { Metadata } from "next";
import { Day, GrantBadge, sayDaysLeft } from "@/components/governance/grant-marks";
import { GRANT_KIND_LABELS } from "@/components/governance/policy-labels";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import { readGrant } from "@/lib/governance/policy/operations/read-grant";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { pageQuery } from "@/lib/server/page-query";
import { GrantHistory } from "./_components/grant-history";
import { GrantTerms } from "./_components/grant-terms";
import { Revoke } from "./_components/revoke";

type Params = Promise<{ reference: string }>;

export async function generateMetadata({ params }: { params: Params }): Promise<Metadata> {
  return { title: (await params).reference.toUpperCase() };
}

export default async function GrantPage({ params }: { params: Params }) {
  const grant = await pageQuery(readGrant, { reference: (await params).reference });
  const { reference, kind, matter, state, until, daysLeft, mayRevoke, renewedBy } = grant;
  const renewals = await pageQuery(listProposals, { about: reference, limit: 20 });
  const what = GRANT_KIND_LABELS[kind];
  const isOpen = renewals.items.some((each) => each.state === "draft" || each.state === "open");
  return (
    <>
      <PageHeader
        decided
        above={
          <>
            <BackLink href={paths.grants.list()}>Acceptances and exceptions</BackLink>{" "}
            <span className="font-mono text-xs">{reference}</span>
          </>
        }
        title={`${what} for ${matter}`}
        state={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <GrantBadge grant={grant} />
            {state === "revoked" ? (
              <span>
                It would have held until <Day day={until} />
              </span>
            ) : (
              <span>
                {state === "expired" ? "held until" : "holds until the end of"} <Day day={until} />,{" "}
                {sayDaysLeft(daysLeft)}
              </span>
            )}
          </span>
        }
        act={mayRevoke ? <Revoke reference={reference} what={what.toLowerCase()} /> : undefined}
      />
      <GrantTerms grant={grant} />
      <Section title="How it came and what follows">
        <GrantHistory grant={grant} renewals={renewals.items} />
        {state === "in_force" && renewedBy === null && !isOpen ? (
          <p className="mt-2 text-ink-muted">
            On its last day a renewal on the same terms is drafted in the proposer’s name.
          </p>
        ) : null}
      </Section>
      <LiveRefresh references={[reference, ...renewals.items.map((each) => each.reference)]} />
    </>
  );
}
