import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Instant } from "@/components/ui/instant";
import type { BoardRole, MemberView } from "@/lib/governance/board/schema";
import {
  isFollowed,
  type Lane,
  place,
  type Segment,
  type Span,
  spanOf,
  toLanes,
  toQuarterSpan,
} from "./timeline-lanes";

function yearsOf({ from, to }: Span): { year: number; left: number }[] {
  const years: { year: number; left: number }[] = [];
  for (let year = new Date(from).getUTCFullYear(); Date.UTC(year, 0, 1) < to; year += 1) {
    years.push({ year, left: place(Date.UTC(year, 0, 1), { from, to }) });
  }
  return years;
}

const BARS: Record<Segment["kind"], string> = {
  past: "bg-none-solid/40",
  held: "bg-accent/70",
  coming: "border border-dashed border-accent",
};

/**
 * One lane for each person in a role: terms that were, that run and that are to come. The words beside it say the same,
 * so the picture is left out for screen readers. `crowded`: quarters in which more than half of the board leaves.
 */
export function TermTimeline({
  current,
  former,
  at,
  crowded,
  named,
}: {
  current: readonly MemberView[];
  former: readonly MemberView[];
  at: string;
  crowded: readonly string[];
  /** Whom the rotation plan names first for a role. */
  named: ReadonlyMap<BoardRole, string>;
}) {
  const lanes = toLanes(current, former);
  const now = Date.parse(at);
  const span = spanOf(lanes, now);
  const years = yearsOf(span);
  const step = Math.ceil(years.length / 6);
  const nextOf = (lane: Lane) => (isFollowed(lane, lanes) ? null : (named.get(lane.role) ?? null));
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
        {lanes.map((lane) => (
          <li key={lane.key} className="items-center border-t border-line py-1.5 md:flex md:py-0">
            <LaneWords lane={lane} named={nextOf(lane)} />
            <div aria-hidden className="relative h-5 md:h-9 md:flex-1">
              {crowded.map((quarter) => (
                <Band key={quarter} span={span} stretch={toQuarterSpan(quarter)} />
              ))}
              {years.map(({ year, left }) => (
                <span key={year} className="absolute inset-y-0 border-l border-line" style={{ left: `${left}%` }} />
              ))}
              {lane.segments.map((segment) => (
                <Bar key={segment.reference} segment={segment} span={span} />
              ))}
              <NamedNext lane={lane} span={span} named={nextOf(lane)} />
              <span className="absolute inset-y-0 border-l-2 border-ink" style={{ left: `${place(now, span)}%` }} />
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-2 max-w-read text-xs text-ink-muted">
        The dark line is today. Solid: in office; dashed: appointed or renewed, not yet begun; grey: a term that is
        over.
        {named.size === 0 ? "" : " “Then …?” names the first candidate of the rotation plan."}
        {crowded.length === 0 ? "" : " Shaded: more than half of the board leaves in that quarter."}
      </p>
    </div>
  );
}

function Band({ span, stretch }: { span: Span; stretch: Span }) {
  const left = place(stretch.from, span);
  const width = place(stretch.to, span) - left;
  return (
    <span className="absolute inset-y-0 bg-severity-medium-soft" style={{ left: `${left}%`, width: `${width}%` }} />
  );
}

/** A renewal begins where the bar before it ends; a hairline of paper keeps the two apart. */
function Bar({ segment, span }: { segment: Segment; span: Span }) {
  const left = place(segment.from, span);
  const width = place(segment.to, span) - left;
  return (
    <span
      className={`absolute top-1/2 h-3 -translate-y-1/2 rounded-sm ${segment.isRenewal ? "ml-0.5" : ""} ${BARS[segment.kind]}`}
      style={{ left: `${left}%`, width: `calc(${width}% - ${segment.isRenewal ? "2px" : "0px"})` }}
    />
  );
}

/** Behind the last bar, where there is room for it. */
function NamedNext({ lane, span, named }: { lane: Lane; span: Span; named: string | null }) {
  const end = lane.segments.at(-1)?.to ?? span.to;
  if (named === null) return null;
  return (
    <span
      className="absolute inset-y-0 flex items-center overflow-hidden pl-2 text-xs whitespace-nowrap text-ink-muted max-md:hidden"
      style={{ left: `${place(end, span)}%`, right: 0 }}
    >
      then {named}?
    </span>
  );
}

const WORDS: Record<Segment["kind"], string> = { past: "over", held: "in office", coming: "appointed" };

function LaneWords({ lane, named }: { lane: Lane; named: string | null }) {
  const { name, role, segments } = lane;
  const isPast = segments.every((segment) => segment.kind === "past");
  return (
    <p className={`relative min-w-0 truncate md:w-72 md:pr-4 ${isPast ? "text-ink-muted" : ""}`}>
      {name}
      <span className="text-ink-muted">, {BOARD_ROLE_LABELS[role].toLowerCase()}</span>
      <span className="sr-only">
        :{" "}
        {segments.map((segment, index) => (
          <span key={segment.reference}>
            {index === 0 ? "" : "; "}
            <Instant at={new Date(segment.from)} as="day" /> to <Instant at={new Date(segment.to)} as="day" />,{" "}
            {segment.isRenewal ? "renewed, " : ""}
            {WORDS[segment.kind]}
          </span>
        ))}
        {named === null ? "" : `; named to follow: ${named}`}
      </span>
    </p>
  );
}
