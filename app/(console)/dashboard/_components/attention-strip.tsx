import Link from "next/link";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { QueueItem } from "@/lib/governance/escalations/view";
import { EscalationList } from "../../escalations/_components/escalation-list";

/** For the chair what nobody answers for yet, for everybody what is in their own hands; nothing when there is nothing. */
export function AttentionStrip({
  waiting,
  mine,
}: {
  /** null for everybody but the chair. */
  waiting: readonly QueueItem[] | null;
  mine: readonly QueueItem[];
}) {
  return (
    <>
      {waiting === null || waiting.length === 0 ? null : (
        <Section
          title="Attention"
          rule={false}
          act={
            <span className="flex gap-4">
              <Link className="link" href={paths.briefing()}>
                Briefing
              </Link>
              <Link className="link" href={paths.escalations.list()}>
                Queue
              </Link>
            </span>
          }
        >
          <EscalationList label="Escalations to answer" items={waiting} />
        </Section>
      )}
      {mine.length === 0 ? null : (
        <Section
          title="In your hands"
          act={
            <Link className="link" href={paths.escalations.list({ view: "all", assignee: "me" })}>
              All of yours
            </Link>
          }
        >
          <EscalationList label="Escalations in your hands" items={mine} />
        </Section>
      )}
    </>
  );
}
