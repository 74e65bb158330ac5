import { cn } from "@/components/ui/class-names";
import { toInitials } from "@/lib/format/words";

/** A person by initials and name; no colour, no picture. */
export function PersonMark({ name, note, className }: { name: string; note?: string | null; className?: string }) {
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-2", className)}>
      <span
        aria-hidden
        className="inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-line bg-sunken text-[10px] font-semibold text-ink-muted"
      >
        {toInitials(name)}
      </span>
      <span className="min-w-0 truncate">
        {name}
        {note ? <span className="text-ink-muted">, {note}</span> : null}
      </span>
    </span>
  );
}
