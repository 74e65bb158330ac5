import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { MarkdownText } from "@/components/ui/markdown";
import { Section } from "@/components/ui/section";
import { plural } from "@/lib/format/words";
import type { EscalationView } from "@/lib/governance/escalations/view";

/** What was said about it, and what has become of it. */
export function MatterPart({ item }: { item: EscalationView }) {
  const { resolved, description, said, occurrences, lastSeenAt } = item;
  return (
    <Section title="What was said">
      {resolved === null ? null : (
        <div className="mb-4 rounded-md border border-line bg-sunken px-4 py-3">
          <p className="text-xs text-ink-muted">
            Resolved{resolved.by === null ? "" : ` by ${resolved.by.name}`}, <Instant at={resolved.at} as="exact" />
          </p>
          <p className="mt-1 max-w-read whitespace-pre-line">{resolved.resolution}</p>
        </div>
      )}
      {description === "" ? (
        <p className="text-ink-muted">Nothing beyond the title.</p>
      ) : (
        <MarkdownText className="max-w-read">{description}</MarkdownText>
      )}
      {occurrences > 1 ? (
        <p className="mt-3 text-sm text-ink-muted">
          Raised {plural(occurrences, "time")} and merged into one, last <Instant at={lastSeenAt} />. That cost one unit
          of attention, not {occurrences}.
        </p>
      ) : null}
      {said.length === 0 ? null : (
        <Disclosure summary={`${plural(said.length, "other wording")} of the same`} className="mt-1">
          <ul className="border-t border-line text-sm">
            {said.map((each) => (
              <li key={`${each.at}-${each.title}`} className="border-b border-line py-2">
                <p className="font-medium">{each.title}</p>
                {each.description === "" ? null : <p className="max-w-read whitespace-pre-line">{each.description}</p>}
                <p className="text-xs text-ink-muted">
                  {each.source === "person" ? "A person" : each.source}, <Instant at={each.at} />
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}
