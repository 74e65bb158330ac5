import type { ReactNode } from "react";

export type Subject = { id: string; name: string; email: string };

/** One act on a person: what it does in words, and its button. */
export function ActLine({ title, meaning, children }: { title: string; meaning: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 flex-[1_1_18rem]">
        <p className="font-medium">{title}</p>
        <p className="text-sm text-ink-muted">{meaning}</p>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}
