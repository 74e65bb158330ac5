import type { Metadata } from "next";
import Link from "next/link";
import { AttentionTabs } from "@/components/governance/attention-tabs";
import { Instant } from "@/components/ui/instant";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { readCharter } from "@/lib/governance/board/operations/read-charter";
import { saveCharterDraft } from "@/lib/governance/board/operations/save-charter-draft";
import { changeRules } from "@/lib/governance/escalations/operations/change-rules";
import { listTriggers } from "@/lib/governance/escalations/operations/list-triggers";
import { readRules } from "@/lib/governance/escalations/operations/read-rules";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { EscalationPaths } from "../../charter/_components/escalation-paths";
import { KnownTriggers } from "./_components/known-triggers";
import { RulesForm } from "./_components/rules-form";
import { RulesList } from "./_components/rules-list";

export const metadata: Metadata = { title: "Rules of escalations" };

/** Who is told and when, what weighs, and when digests go out (ESC-1, ESC-2, ESC-9, ESC-124). */
export default async function EscalationRulesPage() {
  const actor = await requireActor();
  const [charter, { revision, updatedAt, ...rules }] = await Promise.all([
    pageQuery(readCharter, {}),
    pageQuery(readRules, {}),
  ]);
  // They are offered to who may raise something.
  const known = mayInvoke(actor, listTriggers) ? await pageQuery(listTriggers, {}) : null;
  const mayAmend = mayInvoke(actor, saveCharterDraft);
  return (
    <>
      <AttentionTabs />
      <PageHeader
        title="Rules of escalations"
        state={
          updatedAt === null ? (
            "The standard ones hold."
          ) : (
            <>
              Last changed <Instant at={updatedAt} />
            </>
          )
        }
      />
      <Section
        title="Response by severity"
        rule={false}
        className="mt-0"
        act={
          <Link className="link" href={mayAmend ? paths.charterDraft() : paths.charter()}>
            {mayAmend ? "Amend in the charter" : "The charter"}
          </Link>
        }
      >
        <EscalationPaths paths={charter.content.escalationPaths} />
        <p className="mt-3 max-w-read text-sm text-ink-muted">
          Critical ones go out at once, high ones as a card of the next briefing, medium ones in the daily summary, low
          ones in the weekly digest. Half the time without an answer is a reminder; from the deadline on each step of
          the path is told once, ending at the chair. High and critical ones are resolved after a post-incident review.
          All of this is part of the charter: the board decides on a change.
        </p>
      </Section>
      <Section title="Hours, stages and exemptions" note="For everybody, in the organisation’s time zone">
        {mayInvoke(actor, changeRules) ? (
          <RulesForm key={revision} rules={rules} revision={revision} />
        ) : (
          <RulesList rules={rules} />
        )}
      </Section>
      {known === null ? null : (
        <Section title="Known triggers" note="A title with these words is at least that severe">
          <KnownTriggers triggers={known.triggers} />
        </Section>
      )}
    </>
  );
}
