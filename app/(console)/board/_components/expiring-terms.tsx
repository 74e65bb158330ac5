import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { paths, withQuery } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { BoardView } from "@/lib/governance/board/schema";

type Term = BoardView["expiringTerms"][number];

/** Terms that end within 90 days (BRD-6). */
export function ExpiringTerms({ terms, canSeat }: { terms: readonly Term[]; canSeat: boolean }) {
  if (terms.length === 0) return null;
  return (
    <Section title="Terms that end within 90 days" note={plural(terms.length, "term")}>
      <ul className="border-t border-line">
        {terms.map((term) => (
          <li key={term.reference} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2">
            <p className="min-w-0 flex-1 basis-64">
              <span className="font-medium">{term.name}</span>, {BOARD_ROLE_LABELS[term.role].toLowerCase()}: ends{" "}
              <Instant at={term.termEndAt} as="day" />,{" "}
              {term.daysLeft === 0 ? "today" : `in ${plural(term.daysLeft, "day")}`}.{" "}
              <span className="text-ink-muted">
                {term.hasSuccessor ? "A successor is appointed." : "No successor is appointed."}
              </span>
            </p>
            {canSeat && !term.hasSuccessor ? (
              <LinkButton
                size="small"
                href={withQuery(paths.board.appoint(), { role: term.role, after: term.reference })}
              >
                Appoint a successor
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
