import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { paths, withQuery } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { BoardView, RoleView } from "@/lib/governance/board/schema";
import { RoleRequirements } from "./role-requirements";

type Vacancy = BoardView["vacancies"][number];

/** Seats that nobody holds, the required ones first, each with what it needs (BRD-1, BRD-3). */
export function VacantSeats({
  vacancies,
  roles,
  canSeat,
}: {
  vacancies: readonly Vacancy[];
  roles: readonly RoleView[];
  canSeat: boolean;
}) {
  if (vacancies.length === 0) return null;
  const required = vacancies.filter((vacancy) => vacancy.isRequired).length;
  const note = required === 0 ? "No required seat is vacant" : `${plural(required, "required seat")} vacant`;
  return (
    <Section title="Vacant seats" note={note}>
      <ul className="border-t border-line">
        {vacancies.map((vacancy) => {
          const role = roles.find((each) => each.role === vacancy.role);
          return (
            <li key={vacancy.role} className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line py-2">
              <div className="min-w-0 flex-1 basis-64">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {BOARD_ROLE_LABELS[vacancy.role]}
                  {vacancy.isRequired ? <Badge>required</Badge> : null}
                </p>
                {vacancy.successorStartsAt === null ? null : (
                  <p className="text-sm text-ink-muted">
                    Filled from <Instant at={vacancy.successorStartsAt} as="day" />
                  </p>
                )}
                {role === undefined ? null : (
                  <Disclosure summary="What this seat needs">
                    <RoleRequirements role={role} />
                  </Disclosure>
                )}
              </div>
              {canSeat ? (
                <LinkButton size="small" href={withQuery(paths.board.appoint(), { role: vacancy.role })}>
                  Seat a person
                </LinkButton>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
