import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./class-names";

/**
 * Title, one line of state, one primary act. `decided` sets the title in the serif of what the board decides.
 * `above` holds a reference or a way back; `more` are lesser acts, beside the primary one.
 */
export function PageHeader({
  title,
  state,
  act,
  more,
  above,
  decided = false,
}: {
  title: ReactNode;
  state?: ReactNode;
  act?: ReactNode;
  more?: ReactNode;
  above?: ReactNode;
  decided?: boolean;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 flex-[1_1_24rem]">
        {above === undefined ? null : <div className="mb-1 text-sm text-ink-muted">{above}</div>}
        <h1 className={cn("text-xl tracking-[-0.01em]", decided ? "font-serif font-semibold" : "font-semibold")}>
          {title}
        </h1>
        {state === undefined ? null : <div className="mt-1 text-sm text-ink-muted">{state}</div>}
      </div>
      {act === undefined && more === undefined ? null : (
        <div data-screen-only className="flex flex-wrap gap-2">
          {more}
          {act}
        </div>
      )}
    </header>
  );
}

export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="-ml-1 inline-flex items-center gap-1 rounded-sm px-1 py-0.5 text-ink-muted hover:text-ink"
    >
      <span aria-hidden>←</span>
      {children}
    </Link>
  );
}
