import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SectionRows } from "@/components/governance/charter-difference";
import { PolicyBadge } from "@/components/governance/policy-badge";
import { LinkButton } from "@/components/ui/link-button";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { readPolicy } from "@/lib/governance/policy/operations/read-policy";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { BeforeTheBoard } from "./_components/before-the-board";
import { PolicyText } from "./_components/policy-text";
import { PolicyVersions } from "./_components/policy-versions";

type Props = { params: Promise<{ reference: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).reference.toUpperCase() };
}

export default async function PolicyPage({ params, searchParams }: Props) {
  const { version: typed } = await searchParams;
  const wanted = typed === undefined ? undefined : Number(typed);
  if (wanted !== undefined && !(Number.isSafeInteger(wanted) && wanted >= 1 && wanted <= 1_000_000)) notFound();
  const [actor, policy] = await Promise.all([
    requireActor(),
    pageQuery(readPolicy, { reference: (await params).reference, version: wanted }),
  ]);
  const { reference, version, shown, standing, difference, content } = policy;
  const { items } = await pageQuery(listProposals, { about: reference, limit: 50 });
  const pending = items.filter((each) => each.state === "draft" || each.state === "open");
  const mayPropose = standing !== "retired" && mayInvoke(actor, createProposal);
  return (
    <>
      <PageHeader
        decided
        above={
          <>
            <BackLink href={paths.policies.list()}>Policies</BackLink>{" "}
            <span className="font-mono text-xs">{reference}</span>
          </>
        }
        title={content.name}
        state={
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <PolicyBadge standing={standing} />
            {shown === version ? `Version ${version}, the latest` : `Version ${shown}; the latest is ${version}`}
          </span>
        }
        act={
          mayPropose ? (
            <LinkButton tone="primary" href={paths.proposals.create({ kind: "policy_change", policy: reference })}>
              Propose a change
            </LinkButton>
          ) : undefined
        }
      />
      <BeforeTheBoard proposals={pending} />
      <PolicyText policy={policy} />
      {difference === null ? null : (
        <Section title={`What version ${shown} changed`}>
          <SectionRows rows={difference} before={`Version ${shown - 1}`} after={`Version ${shown}`} />
        </Section>
      )}
      <PolicyVersions policy={policy} />
      <LiveRefresh references={[reference, ...pending.map((each) => each.reference)]} />
    </>
  );
}
