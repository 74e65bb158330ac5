import type { ReactNode } from "react";
import { cn } from "./class-names";

/** Nothing here yet: why, and what to do first. */
export function EmptyState({
  title,
  children,
  action,
  className,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn("rounded-md border border-dashed border-line-strong/60 px-6 py-8", className)}>
      <p className="font-medium">{title}</p>
      {children === undefined ? null : <div className="mt-1 max-w-read text-ink-muted">{children}</div>}
      {action === undefined ? null : <div className="mt-4 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
