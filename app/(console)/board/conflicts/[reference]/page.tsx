import type { Metadata } from "next";
import { Instant } from "@/components/ui/instant";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { readAllegation } from "@/lib/governance/voting/operations/read-allegation";
import { pageQuery } from "@/lib/server/page-query";
import { sayTarget } from "../../_components/allegation-list";
import { AllegationSheet } from "../../_components/allegation-sheet";
import { AllegationState } from "../../_components/allegation-state";
import { AnswerAllegation } from "../../_components/answer-allegation";
import { RuleOnAllegation } from "../../_components/rule-on-allegation";

export const metadata: Metadata = { title: "Alleged conflict of interest" };

export default async function AllegationPage({ params }: { params: Promise<{ reference: string }> }) {
  const allegation = await pageQuery(readAllegation, { reference: (await params).reference });
  const { reference, member, mine, allegedAt, allegedBy, answer } = allegation;
  return (
    <>
      <PageHeader
        above={
          <>
            <BackLink href={paths.board.overview()}>Board</BackLink>{" "}
            <span className="font-mono text-xs">{reference}</span>
          </>
        }
        title={`${member.name}: ${sayTarget(allegation)}`}
        state={
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            <AllegationState allegation={allegation} />
            <span>
              Conflict of interest alleged <Instant at={allegedAt} /> by {allegedBy.name}
            </span>
          </span>
        }
        act={
          mine.rule.isAllowed ? (
            <RuleOnAllegation
              reference={reference}
              memberName={member.name}
              kind={allegation.kind}
              touches={allegation.touches}
              isAnswered={answer !== null}
            />
          ) : mine.answer.isAllowed ? (
            <AnswerAllegation reference={reference} />
          ) : null
        }
      />
      <AllegationSheet allegation={allegation} />
    </>
  );
}
