import type { Metadata } from "next";
import { TRUST_LABELS } from "@/components/governance/labels";
import { DefinitionList } from "@/components/ui/definition-list";
import { Instant } from "@/components/ui/instant";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import { readComponent } from "@/lib/governance/portfolio/operations/read-component";
import { toComponentTitle } from "@/lib/governance/portfolio/schema";
import { listKinds } from "@/lib/governance/voting/operations/list-kinds";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { pageQuery } from "@/lib/server/page-query";
import { ComponentStatus } from "../_components/component-status";
import { ChangeHistory } from "./_components/change-history";
import { OpenProposals } from "./_components/open-proposals";
import { ProposeActs } from "./_components/propose-acts";

export const metadata: Metadata = { title: "Component" };

export default async function ComponentPage({ params }: { params: Promise<{ reference: string }> }) {
  const component = await pageQuery(readComponent, await params);
  const { reference, capabilities, riskAssessment, status, trustLevel } = component;
  const [{ items: kinds }, { items: proposals }] = await Promise.all([
    pageQuery(listKinds, {}),
    pageQuery(listProposals, { component: reference, limit: 50 }),
  ]);
  const mayPropose = kinds.filter((one) => one.mayPropose).map((one) => one.kind);
  const carriedOut = new Set(component.changes.map((one) => one.proposal));
  return (
    <>
      <PageHeader
        above={
          <>
            <BackLink href={paths.components.list()}>Components</BackLink>{" "}
            <span className="font-mono text-xs">{reference}</span>
          </>
        }
        title={toComponentTitle(component)}
        state={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <ComponentStatus status={status} />
            <span>Trust level {TRUST_LABELS[trustLevel].toLowerCase()}</span>
            <span>
              last changed <Instant at={component.updatedAt} />
            </span>
          </span>
        }
        act={<ProposeActs component={component} mayPropose={mayPropose} />}
      />
      <DefinitionList
        className="max-w-200"
        items={[
          {
            term: "Capabilities",
            value: (
              <ul className="list-disc space-y-0.5 pl-5 marker:text-ink-faint">
                {capabilities.map((capability) => (
                  <li key={capability}>{capability}</li>
                ))}
              </ul>
            ),
          },
          { term: "Risk assessment", value: <p className="max-w-read whitespace-pre-wrap">{riskAssessment}</p> },
          { term: "Registered", value: <Instant at={component.registeredAt} as="dayTime" /> },
        ]}
      />
      <Section title="Proposals about it">
        <OpenProposals proposals={proposals.filter((one) => !carriedOut.has(one.reference))} />
      </Section>
      <Section title="What decisions made of it" note="Only decisions change a component">
        <ChangeHistory changes={component.changes} />
      </Section>
      <LiveRefresh areas={["voting"]} />
    </>
  );
}
