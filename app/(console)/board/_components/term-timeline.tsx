import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Instant } from "@/components/ui/instant";
import type { MemberView } from "@/lib/governance/board/schema";

type Span = { from: number; to: number };

/** Whole years around every term and today, so that the year lines stand at the ends too. */
function spanOf(members: readonly MemberView[], at: number): Span {
  const starts = members.map((member) => Date.parse(member.termStartAt));
  const ends = members.map((member) => Date.parse(member.termEndAt));
  const first = new Date(Math.min(at, ...starts)).getUTCFullYear();
  const last = new Date(Math.max(at, ...ends)).getUTCFullYear();
  return { from: Date.UTC(first, 0, 1), to: Date.UTC(last + 1, 0, 1) };
}

function place(instant: number, { from, to }: Span): number {
  return ((instant - from) / (to - from)) * 100;
}

function yearsOf({ from, to }: Span): { year: number; left: number }[] {
  const years: { year: number; left: number }[] = [];
  for (let year = new Date(from).getUTCFullYear(); Date.UTC(year, 0, 1) < to; year += 1) {
    years.push({ year, left: place(Date.UTC(year, 0, 1), { from, to }) });
  }
  return years;
}

/** One bar a member; the words beside it say the same. Decorative for screen readers, who have the words. */
export function TermTimeline({ members, at }: { members: readonly MemberView[]; at: string }) {
  const now = Date.parse(at);
  const span = spanOf(members, now);
  const years = yearsOf(span);
  const step = Math.ceil(years.length / 6);
  return (
    <div>
      <div aria-hidden className="relative mb-1 ml-0 h-4 text-xs text-ink-muted md:ml-72">
        {years
          .filter((_, index) => index % step === 0)
          .map(({ year, left }) => (
            <span key={year} className="absolute border-l border-line-strong/60 pl-1" style={{ left: `${left}%` }}>
              {year}
            </span>
          ))}
      </div>
      <ul aria-label="Terms of the members">
        {members.map((member) => {
          const left = place(Date.parse(member.termStartAt), span);
          const width = place(Date.parse(member.termEndAt), span) - left;
          const isComing = member.state === "scheduled";
          return (
            <li key={member.reference} className="items-center border-t border-line py-1.5 md:flex md:py-0">
              <p className="relative min-w-0 truncate md:w-72 md:pr-4">
                {member.name}
                <span className="text-ink-muted">, {BOARD_ROLE_LABELS[member.role].toLowerCase()}</span>
                <span className="sr-only">
                  : <Instant at={member.termStartAt} as="day" /> to <Instant at={member.termEndAt} as="day" />
                  {isComing ? ", appointed" : ""}
                </span>
              </p>
              <div aria-hidden className="relative h-5 md:h-9 md:flex-1">
                {years.map((mark) => (
                  <span
                    key={mark.year}
                    className="absolute inset-y-0 border-l border-line"
                    style={{ left: `${mark.left}%` }}
                  />
                ))}
                <span
                  className={
                    isComing
                      ? "absolute top-1/2 h-3 -translate-y-1/2 rounded-sm border border-dashed border-accent"
                      : "absolute top-1/2 h-3 -translate-y-1/2 rounded-sm bg-accent/70"
                  }
                  style={{ left: `${left}%`, width: `${width}%` }}
                />
                <span className="absolute inset-y-0 border-l-2 border-ink" style={{ left: `${place(now, span)}%` }} />
              </div>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-xs text-ink-muted">
        The dark line is today. Solid: in office; dashed: appointed, not yet in office.
      </p>
    </div>
  );
}
