import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { paths, withQuery } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { BoardView, RoleView } from "@/lib/governance/board/schema";
import { RenewTerm } from "./renew-term";

type Term = BoardView["expiringTerms"][number];

/** Terms that end within 90 days (BRD-6), and who goes on. */
export function ExpiringTerms({
  terms,
  roles,
  canSeat,
}: {
  terms: readonly Term[];
  roles: readonly RoleView[];
  canSeat: boolean;
}) {
  if (terms.length === 0) return null;
  return (
    <Section title="Terms that end within 90 days" note={plural(terms.length, "term")}>
      <ul className="border-t border-line">
        {terms.map((term) => (
          <li key={term.reference} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2">
            <p className="min-w-0 flex-1 basis-64">
              <span className="font-medium">{term.name}</span>, {BOARD_ROLE_LABELS[term.role].toLowerCase()}: ends{" "}
              <Instant at={term.termEndAt} as="day" />,{" "}
              {term.daysLeft === 0 ? "today" : `in ${plural(term.daysLeft, "day")}`}. <WhoGoesOn term={term} />
            </p>
            {canSeat && !term.hasSuccessor ? (
              <div className="flex flex-wrap gap-2">
                <RenewTerm
                  term={term}
                  minimumMonths={roles.find((role) => role.role === term.role)?.minimumTermMonths ?? 12}
                  size="small"
                />
                <LinkButton
                  size="small"
                  href={withQuery(paths.board.appoint(), { role: term.role, after: term.reference })}
                >
                  Appoint a successor
                </LinkButton>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function WhoGoesOn({ term: { followedBy } }: { term: Term }) {
  if (followedBy === null) return <span className="text-ink-muted">Nobody is appointed to go on.</span>;
  const { isRenewal, name, termStartAt } = followedBy;
  return (
    <span className="text-ink-muted">
      {isRenewal ? (
        "Renewed: goes on without a gap."
      ) : (
        <>
          {name} follows on <Instant at={termStartAt} as="day" />.
        </>
      )}
    </span>
  );
}
