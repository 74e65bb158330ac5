import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CharterDifference } from "@/components/governance/charter-difference";
import { DigestMark } from "@/components/governance/digest-mark";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { compareCharterVersions } from "@/lib/governance/board/operations/compare-charter-versions";
import { listCharterVersions } from "@/lib/governance/board/operations/list-charter-versions";
import { readCharter } from "@/lib/governance/board/operations/read-charter";
import { readCharterDraft } from "@/lib/governance/board/operations/read-charter-draft";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { CharterText } from "./_components/charter-text";
import { CharterVersions } from "./_components/charter-versions";
import { PrintButton } from "./_components/print-button";

export const metadata: Metadata = { title: "Charter" };

export default async function CharterPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { version, against } = await searchParams;
  const actor = await requireActor();
  const wanted = version === undefined ? undefined : Number(version);
  if (wanted !== undefined && !(Number.isSafeInteger(wanted) && wanted >= 1 && wanted <= 1_000_000)) notFound();
  const [charter, versions] = await Promise.all([
    pageQuery(readCharter, wanted === undefined ? {} : { version: wanted }),
    pageQuery(listCharterVersions, { limit: 200 }),
  ]);
  const earlier = charter.version - 1;
  const isCompared = against === String(earlier) && earlier >= 1;
  const comparison = isCompared
    ? await pageQuery(compareCharterVersions, { from: earlier, to: charter.version })
    : null;
  return (
    <>
      <PageHeader
        decided
        above={<span className="font-mono text-xs">{charter.reference}</span>}
        title={`Charter of ${charter.content.organization}`}
        state={
          <>
            Version {charter.label}, {charter.isInForce ? "in force" : "not in force"}, since{" "}
            <Instant at={charter.effectiveAt} as="day" />; review {charter.isReviewDue ? "was due" : "due"}{" "}
            <Instant at={charter.reviewDueAt} as="day" />. <DigestMark digest={charter.contentDigest} what="Text" />
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
      {comparison === null ? null : (
        <Section title={`What version ${comparison.to} changed`}>
          <CharterDifference
            differences={comparison.differences}
            before={`Version ${comparison.from}`}
            after={`Version ${comparison.to}`}
          />
        </Section>
      )}
      <CharterText charter={charter} />
      <CharterVersions versions={versions.items} shown={charter.version} />
    </>
  );
}
