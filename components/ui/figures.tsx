import type { ReactNode } from "react";

/** A few figures with their names, beside each other. */
export function Figures({ figures }: { figures: readonly { what: string; figure: ReactNode }[] }) {
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-3 md:flex md:flex-wrap md:gap-x-10">
      {figures.map(({ what, figure }) => (
        <div key={what} className="flex flex-col-reverse justify-end">
          <dt className="text-xs text-ink-muted">{what}</dt>
          <dd className="text-lg font-semibold">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}
