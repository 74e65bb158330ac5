"use client";
import type { KeyboardEvent, ReactNode } from "react";

/** j and k, or the arrows, walk through the rows of the table inside; Enter opens as any link does. */
export function ListKeys({ children }: { children: ReactNode }) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const target = event.target as HTMLElement;
    if (event.metaKey || event.ctrlKey || event.altKey || target.closest("input, select, textarea, [role=menu]"))
      return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("a[data-row]")];
    if (rows.length === 0) return;
    const current = rows.indexOf(target);
    event.preventDefault();
    rows[Math.min(rows.length - 1, Math.max(0, current + step))]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for keys of the links inside; it is no control itself
    <div onKeyDown={move}>{children}</div>
  );
}
