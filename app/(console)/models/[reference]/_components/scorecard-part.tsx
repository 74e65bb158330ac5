import { ScorecardTable } from "@/components/governance/scorecard-table";
import { VerdictReasons } from "@/components/governance/verdict-reasons";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { ModelView } from "@/lib/governance/registry/view";

/** The draft as it stands, with the score so far and what a submission would lead to. */
export function ScorecardPart({ model }: { model: ModelView }) {
  const { scorecard, acts } = model;
  const isBegun = scorecard.revision > 0;
  const href = paths.models.submit(model.reference);
  return (
    <Section
      title="Scorecard"
      act={
        acts.canEditScorecard ? (
          <LinkButton size="small" href={href}>
            {isBegun ? "Go on with the scorecard" : "Fill in the scorecard"}
          </LinkButton>
        ) : undefined
      }
    >
      {isBegun ? (
        <>
          <ScorecardTable
            rows={scorecard.evaluation.criteria.map((row) => ({ ...row, ...toWords(scorecard.scores[row.criterion]) }))}
            overallRatio={scorecard.evaluation.overallRatio}
            thresholdRatio={scorecard.evaluation.thresholdRatio}
            note={<SavedBy scorecard={scorecard} />}
          />
          <VerdictReasons reasons={scorecard.evaluation.reasons} label="Why this score" className="mt-3" />
        </>
      ) : (
        <p className="text-ink-muted">
          Nothing is filled in yet.{" "}
          {acts.canEditScorecard
            ? "Eight criteria, each with a score, a justification and evidence; it is saved while you type."
            : "Its owner fills in eight criteria, each with a score, a justification and evidence."}
        </p>
      )}
    </Section>
  );
}

function toWords(entry: ModelView["scorecard"]["scores"][keyof ModelView["scorecard"]["scores"]]) {
  return { justification: entry?.justification ?? null, evidence: entry?.evidence ?? [] };
}

function SavedBy({ scorecard }: { scorecard: ModelView["scorecard"] }) {
  if (scorecard.updatedAt === null) return null;
  return (
    <>
      saved <Instant at={scorecard.updatedAt} />
      {scorecard.updatedBy === null ? "" : ` by ${scorecard.updatedBy.name}`}
    </>
  );
}
