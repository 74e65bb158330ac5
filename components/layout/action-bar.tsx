import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

/**
 * The one act of a page, always at hand: on the phone it sticks above the bottom bar (the vote bar), on the desktop it
 * stays where it is put. globals.css leaves room for it below the page, so that nothing ends up behind it.
 */
export function ActionBar({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <section
      aria-label={label}
      data-action-bar
      className={cn(
        "flex flex-wrap items-center gap-2 max-md:fixed max-md:inset-x-0 max-md:bottom-(--bottom-bar) max-md:z-20 max-md:border-t max-md:border-line max-md:bg-raised max-md:px-4 max-md:py-2.5 max-md:[&>button]:h-11 max-md:[&>button]:flex-1 print:hidden",
        className,
      )}
    >
      {children}
    </section>
  );
}
