import type { ComponentProps } from "react";
import { cn } from "./class-names";

/** A word in a frame. It carries no colour of its own: meanings have their own badges in components/governance. */
export function Badge({ className, ...props }: ComponentProps<"span">) {
  return (
    <span
      className={cn(
        "inline-flex h-5.5 items-center gap-1.5 rounded-sm border border-line bg-sunken px-1.5 text-xs font-medium whitespace-nowrap text-ink-muted [&_svg]:size-3 [&_svg]:shrink-0",
        className,
      )}
      {...props}
    />
  );
}
