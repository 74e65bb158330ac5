import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DigestMark } from "@/components/governance/digest-mark";
import { Instant } from "@/components/ui/instant";
import { PageHeader } from "@/components/ui/page-header";
import type { SearchParams } from "@/lib/client/search-params";
import { listCharterVersions } from "@/lib/governance/board/operations/list-charter-versions";
import { readCharter } from "@/lib/governance/board/operations/read-charter";
import { pageQuery } from "@/lib/server/page-query";
import { CharterText } from "./_components/charter-text";
import { CharterVersions } from "./_components/charter-versions";
import { PrintButton } from "./_components/print-button";

export const metadata: Metadata = { title: "Charter" };

export default async function CharterPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { version } = await searchParams;
  const wanted = version === undefined ? undefined : Number(version);
  if (wanted !== undefined && !(Number.isSafeInteger(wanted) && wanted >= 1 && wanted <= 1_000_000)) notFound();
  const [charter, versions] = await Promise.all([
    pageQuery(readCharter, wanted === undefined ? {} : { version: wanted }),
    pageQuery(listCharterVersions, { limit: 200 }),
  ]);
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
        act={<PrintButton />}
      />
      <CharterText charter={charter} />
      <CharterVersions versions={versions.items} shown={charter.version} />
    </>
  );
}
