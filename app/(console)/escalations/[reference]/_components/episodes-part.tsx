import Link from "next/link";
import { ESCALATION_STATUS_LABELS } from "@/components/governance/escalation-labels";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { EscalationView } from "@/lib/governance/escalations/view";

/** The same, at other times (ESC-4). */
export function EpisodesPart({ episodes }: { episodes: EscalationView["episodes"] }) {
  if (episodes.length === 0) return null;
  return (
    <Section title="Other episodes of the same">
      <ul className="border-t border-line text-sm">
        {episodes.map(({ reference, episode, status, raisedAt, occurrences, resolution }) => (
          <li key={reference} className="border-b border-line py-2">
            <p className="flex flex-wrap gap-x-4">
              <Link className="link font-medium" href={paths.escalations.detail(reference)}>
                Episode {episode}
              </Link>
              <span className="text-ink-muted">
                {ESCALATION_STATUS_LABELS[status].toLowerCase()}, raised {plural(occurrences, "time")}, first{" "}
                <Instant at={raisedAt} />
              </span>
            </p>
            {resolution === null ? null : <p className="mt-0.5 max-w-read">{resolution}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
