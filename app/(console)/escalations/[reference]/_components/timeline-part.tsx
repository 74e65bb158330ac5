import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import type { EscalationView } from "@/lib/governance/escalations/view";
import { sayEntry } from "./timeline-words";

/** Everything that happened to it, newest first. */
export function TimelinePart({ item }: { item: EscalationView }) {
  return (
    <Section title="Timeline" note="Newest first">
      <ol className="border-t border-line text-sm">
        {item.timeline.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be of one instant and kind; drawn on the server
          <li key={index} className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2">
            <span className="min-w-0 flex-1 basis-52">
              {sayEntry(entry)}
              {entry.by === null ? null : <span className="text-ink-muted">, {entry.by.name}</span>}
            </span>
            <Instant at={entry.at} as="dayTime" className="text-ink-muted" />
          </li>
        ))}
      </ol>
    </Section>
  );
}
