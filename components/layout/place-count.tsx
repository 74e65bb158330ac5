import { cn } from "@/components/ui/class-names";

/** How many things wait behind a place. */
export function PlaceCount({
  count,
  what,
  className,
}: {
  count: number | undefined;
  what: string;
  className?: string;
}) {
  if (!count) return null;
  return (
    <span
      className={cn(
        "min-w-5 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-semibold text-on-accent",
        className,
      )}
    >
      {count > 99 ? "99+" : count}
      <span className="sr-only"> {what}</span>
    </span>
  );
}
