import type { Metadata } from "next";
import { DigestMark } from "@/components/governance/digest-mark";
import { ScorecardTable } from "@/components/governance/scorecard-table";
import { Instant } from "@/components/ui/instant";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import { readPackage } from "@/lib/governance/registry/operations/read-package";
import { toModelTitle } from "@/lib/governance/registry/schema";
import { pageQuery } from "@/lib/server/page-query";
import { PackageDifference } from "../../_components/package-difference";
import { PackageFacts } from "./_components/package-facts";
import { toScorecardRows } from "./_components/package-rows";
import { RawPackage } from "./_components/raw-package";

export const metadata: Metadata = { title: "Package" };

type Params = Promise<{ reference: string; digest: string }>;

export default async function PackagePage({ params }: { params: Params }) {
  const decided = await pageQuery(readPackage, await params);
  const { reference, digest, conditions, evaluation, sequence } = decided;
  return (
    <>
      <PageHeader
        decided
        above={
          <>
            <BackLink href={paths.models.detail(reference)}>{String(decided.model.name)}</BackLink>{" "}
            <span className="font-mono text-xs">{reference}</span>
          </>
        }
        title={`Package ${sequence} of ${toModelTitle({ name: String(decided.model.name), version: String(decided.model.version) })}`}
        state={
          <>
            Submitted <Instant at={decided.submittedAt} as="dayTime" /> by {decided.submittedBy.name}; frozen since.
            {decided.isApproved ? " The model is approved on it." : ""}
          </>
        }
      />
      <DigestMark digest={digest} what="digest" whole />
      <Section title="What changed">
        <PackageDifference difference={decided.difference} />
      </Section>
      <Section title="Scorecard">
        <ScorecardTable
          rows={toScorecardRows(decided)}
          overallRatio={decided.overallRatio}
          thresholdRatio={evaluation.threshold.numerator / evaluation.threshold.denominator}
          note={evaluation.recommendation === "approve" ? "passes" : "does not pass"}
        />
      </Section>
      <Section title="Conditions">
        {conditions.length === 0 ? (
          <p className="text-ink-muted">None.</p>
        ) : (
          <ol className="list-decimal space-y-1 pl-5">
            {conditions.map((condition, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a frozen list whose entries may be equal
              <li key={index}>
                {condition.text}
                {condition.dueInDays === null ? "" : `, within ${plural(condition.dueInDays, "day")} of the decision`}
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section title="Facts of the model then">
        <PackageFacts decided={decided} />
      </Section>
      <Section title="The bytes" note="What the digest is of, as UTF-8">
        <RawPackage canonical={decided.canonical} digest={digest} fileName={`${reference}-package-${sequence}.json`} />
      </Section>
    </>
  );
}
