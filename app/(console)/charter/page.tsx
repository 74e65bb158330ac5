import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DigestMark } from "@/components/governance/digest-mark";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { compareCharterVersions } from "@/lib/governance/board/operations/compare-charter-versions";
import { listCharterVersions } from "@/lib/governance/board/operations/list-charter-versions";
import { readCharter } from "@/lib/governance/board/operations/read-charter";
import { readCharterDraft } from "@/lib/governance/board/operations/read-charter-draft";
import { listDecisions } from "@/lib/governance/voting/operations/list-decisions";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { BeforeTheBoard } from "./_components/before-the-board";
import { CharterState } from "./_components/charter-state";
import { CharterText } from "./_components/charter-text";
import { CharterVersions } from "./_components/charter-versions";
import { PrintButton } from "./_components/print-button";
import { readVersions } from "./_components/version-choice";
import { VersionComparison } from "./_components/version-comparison";

export const metadata: Metadata = { title: "Charter" };

export default async function CharterPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, search] = await Promise.all([requireActor(), searchParams]);
  const { version, against } = readVersions(search);
  if (version === null) notFound();
  const mayFollow = mayInvoke(actor, listProposals);
  const [charter, versions, open, adopted] = await Promise.all([
    pageQuery(readCharter, { version }),
    pageQuery(listCharterVersions, { limit: 200 }),
    mayFollow ? pageQuery(listProposals, { kind: "charter_amendment", group: "open", limit: 10 }) : null,
    mayFollow ? pageQuery(listDecisions, { kind: "charter_amendment", limit: 200 }) : null,
  ]);
  const isCompared = against !== charter.version && versions.items.some((one) => one.version === against);
  const pair = [against ?? 1, charter.version].toSorted((one, other) => one - other) as [number, number];
  const comparison = isCompared ? await pageQuery(compareCharterVersions, { from: pair[0], to: pair[1] }) : null;
  return (
    <>
      <PageHeader
        decided
        above={<span className="font-mono text-xs">{charter.reference}</span>}
        title={`Charter of ${charter.content.organization}`}
        state={
          <>
            <CharterState charter={charter} /> <DigestMark digest={charter.contentDigest} what="Text" />
          </>
        }
        more={<PrintButton />}
        act={
          mayInvoke(actor, readCharterDraft) ? (
            <LinkButton href={paths.charterDraft()} tone="primary">
              Edit the draft
            </LinkButton>
          ) : undefined
        }
      />
      <BeforeTheBoard proposals={open?.items ?? []} />
      {comparison === null ? null : <VersionComparison comparison={comparison} />}
      <CharterText charter={charter} />
      <CharterVersions
        versions={versions.items}
        shown={charter.version}
        against={comparison === null ? null : (against ?? null)}
        proposalOf={new Map(adopted?.items.map((one) => [one.reference, one.proposal]))}
      />
    </>
  );
}
