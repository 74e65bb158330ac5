import { cn } from "@/components/ui/class-names";
import { formatCount } from "@/lib/format/number";

export type TallyFigures = {
  yes: number;
  no: number;
  abstain: number;
  waiting: number;
  /** least yes that suffices now; drawn as a mark when it is within the bar */
  required?: number | null;
  unit?: string;
};

const PARTS = [
  { key: "yes", word: "Yes", colour: "bg-passed-solid", pattern: "" },
  { key: "no", word: "No", colour: "bg-rejected-solid", pattern: "" },
  { key: "abstain", word: "Abstain", colour: "bg-none-solid", pattern: "" },
  { key: "waiting", word: "Not voted", colour: "bg-transparent", pattern: "inset-ring inset-ring-line-strong" },
] as const;

/** Ballots as lengths, with their numbers in words above. Sealed votes show none: pass `sealed` instead. */
export function TallyBar({
  tally,
  thin = false,
  className,
}: {
  tally: TallyFigures | "sealed";
  /** For a count that decides nothing. */
  thin?: boolean;
  className?: string;
}) {
  if (tally === "sealed") {
    return <p className={cn("text-sm text-ink-muted", className)}>Ballots are sealed until voting closes.</p>;
  }
  const total = tally.yes + tally.no + tally.abstain + tally.waiting;
  const words = PARTS.map((part) => `${part.word} ${formatCount(tally[part.key])}`).join(", ");
  const mark = tally.required ?? null;
  return (
    <div className={className}>
      <ul aria-label="Votes" className="mb-1.5 flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {PARTS.map((part) => (
          <li key={part.key} className="flex items-center gap-1.5">
            <span aria-hidden className={cn("size-2 rounded-[2px]", part.colour, part.pattern)} />
            <span className="text-ink-muted">{part.word}</span>{" "}
            <strong className="font-semibold">{formatCount(tally[part.key])}</strong>
          </li>
        ))}
        {tally.unit === undefined ? null : <li className="text-ink-muted">{tally.unit}</li>}
      </ul>
      <div role="img" aria-label={words} className="relative">
        <div className={cn("flex gap-0.5 overflow-hidden rounded-sm", thin ? "h-1.5" : "h-3")}>
          {PARTS.filter((part) => tally[part.key] > 0).map((part) => (
            <span
              key={part.key}
              style={{ flexGrow: tally[part.key] }}
              className={cn("min-w-1 basis-0", part.colour, part.pattern)}
            />
          ))}
          {total === 0 ? <span className="flex-1 bg-line" /> : null}
        </div>
        {mark !== null && mark > 0 && mark <= total ? (
          <span
            aria-hidden
            title={`${mark} yes needed`}
            className="absolute -top-1 -bottom-1 w-0.5 bg-ink"
            style={{ left: `calc(${(mark / total) * 100}% - 1px)` }}
          />
        ) : null}
      </div>
      {mark !== null && mark > 0 && mark <= total ? (
        <p className="mt-1.5 text-xs text-ink-muted">The mark is at {mark} yes, the least that suffices now.</p>
      ) : null}
    </div>
  );
}
