import { type ReactNode, useId } from "react";
import { cn } from "./class-names";

/** A titled part of a page: hairline above, no card around. */
export function Section({
  title,
  note,
  act,
  children,
  className,
  rule = true,
  id,
}: {
  title: ReactNode;
  note?: ReactNode;
  act?: ReactNode;
  children: ReactNode;
  className?: string;
  rule?: boolean;
  /** Where a link on the page jumps to. */
  id?: string;
}) {
  const titleId = useId();
  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className={cn("mt-8", id && "scroll-mt-14 md:scroll-mt-2", rule && "border-t border-line pt-5", className)}
    >
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id={titleId} className="text-base font-semibold">
          {title}
        </h2>
        {note === undefined ? null : <p className="text-xs text-ink-muted">{note}</p>}
        {act === undefined ? null : <div className="text-sm">{act}</div>}
      </div>
      {children}
    </section>
  );
}
