import { cn } from "./class-names";

/** How far a long act has come. `value` of `max`; the words beside it say it too. */
export function Progress({
  label,
  value,
  max,
  words,
  className,
}: {
  label: string;
  value: number;
  max: number;
  words?: string;
  className?: string;
}) {
  const share = max === 0 ? 0 : Math.min(100, (value / max) * 100);
  return (
    <div className={cn("min-w-0", className)}>
      <div className="mb-1 flex justify-between gap-4 text-sm">
        <span>{label}</span>
        <span className="text-ink-muted">{words ?? `${Math.floor(share)} %`}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full bg-line"
      >
        <div className="h-full bg-accent transition-[width]" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
