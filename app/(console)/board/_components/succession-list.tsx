import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { VerdictReasons } from "@/components/governance/verdict-reasons";
import { Badge } from "@/components/ui/badge";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { paths, withQuery } from "@/lib/client/paths";
import type { RoleRotationView } from "@/lib/governance/board/rotation-view";
import type { RoleView } from "@/lib/governance/board/schema";
import type { Candidate } from "./appoint-form";
import { EditSuccession } from "./edit-succession";
import { RoleRequirements } from "./role-requirements";

type Holder = RoleRotationView["holders"][number];
type Named = RoleRotationView["candidates"][number];

/** Seat by seat: who holds it until when, and who could follow. `people` null: only to be read. */
export function SuccessionList({
  roles,
  requirements,
  people,
  canSeat,
}: {
  roles: readonly RoleRotationView[];
  requirements: readonly RoleView[];
  people: readonly Candidate[] | null;
  canSeat: boolean;
}) {
  return (
    <ul className="border-t border-line">
      {roles.map((role) => {
        const needs = requirements.find((each) => each.role === role.role);
        const next = role.holders.find((holder) => holder.followedBy === null);
        return (
          <li key={role.role} className="grid gap-x-8 gap-y-2 border-b border-line py-4 md:grid-cols-[16rem_1fr_auto]">
            <div>
              <h2 className="flex flex-wrap items-center gap-2 font-medium">
                {BOARD_ROLE_LABELS[role.role]} {role.isRequired ? <Badge>required</Badge> : null}
              </h2>
              {role.holders.length === 0 ? <p className="text-sm text-ink-muted">Nobody holds it now.</p> : null}
              {role.holders.map((holder) => (
                <HolderWords key={holder.reference} holder={holder} />
              ))}
            </div>
            <div className="min-w-0">
              {role.candidates.length === 0 ? (
                <p className="text-ink-muted">Nobody is named to follow.</p>
              ) : (
                <ol
                  aria-label={`Named to follow as ${BOARD_ROLE_LABELS[role.role].toLowerCase()}`}
                  className="space-y-3"
                >
                  {role.candidates.map((candidate, index) => (
                    <CandidateLine
                      key={candidate.userId}
                      candidate={candidate}
                      place={index + 1}
                      seatHref={
                        canSeat && candidate.outcome === "suitable"
                          ? withQuery(paths.board.appoint(), {
                              role: role.role,
                              person: candidate.userId,
                              after: next?.reference,
                            })
                          : null
                      }
                    />
                  ))}
                </ol>
              )}
              {needs === undefined ? null : (
                <Disclosure summary="What this seat needs" className="mt-1">
                  <RoleRequirements role={needs} />
                </Disclosure>
              )}
            </div>
            {people === null ? null : <EditSuccession role={role} people={people} />}
          </li>
        );
      })}
    </ul>
  );
}

function HolderWords({ holder }: { holder: Holder }) {
  const { followedBy } = holder;
  return (
    <p className="mt-1 text-sm">
      {holder.name}{" "}
      <span className="text-ink-muted">
        until <Instant at={followedBy?.isRenewal ? holder.tenureEndAt : holder.termEndAt} as="day" />
        {followedBy === null ? "" : followedBy.isRenewal ? ", renewed" : `, then ${followedBy.name}`}
      </span>
      {holder.isOpenSoon ? (
        <span className="block text-severity-medium">Ends within 90 days, and nobody is appointed to go on</span>
      ) : null}
    </p>
  );
}

const STANDINGS: Record<Named["outcome"], string> = {
  appointed: "appointed",
  suitable: "can be seated",
  to_settle: "to settle first",
  unavailable: "not available",
};

function CandidateLine({ candidate, place, seatHref }: { candidate: Named; place: number; seatHref: string | null }) {
  const { name, department, note, outcome, reasons } = candidate;
  const isClear = outcome === "suitable" || outcome === "appointed";
  return (
    <li className="flex gap-3">
      <span aria-hidden className="w-4 shrink-0 text-right text-ink-muted tabular-nums">
        {place}.
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium">{name}</span>
          {department === "" ? null : <span className="text-ink-muted">{department}</span>}
          <Badge className={isClear ? undefined : "text-severity-medium"}>{STANDINGS[outcome]}</Badge>
        </p>
        {note === "" ? null : <p className="mt-0.5 max-w-read whitespace-pre-line">{note}</p>}
        <VerdictReasons reasons={reasons} label={`What is known of ${name}`} className="mt-0.5 text-ink-muted" />
        {seatHref === null ? null : (
          <LinkButton size="small" href={seatHref} className="mt-1.5">
            Seat {name}
          </LinkButton>
        )}
      </div>
    </li>
  );
}
