import type { ReactNode } from "react";

/** Pages before sign-in: one column, the product's name above. */
export function Entrance({
  title,
  lead,
  children,
  wide = false,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}) {
  return (
    <main
      id="main"
      className="mx-auto flex min-h-dvh flex-col px-4 py-10 md:py-16"
      style={{ maxWidth: wide ? "44rem" : "27rem" }}
    >
      <p className="mb-8 flex items-center gap-2.5 text-sm font-semibold">
        <span
          aria-hidden
          className="flex size-6 items-center justify-center rounded-sm bg-ink font-serif text-sm text-paper"
        >
          G
        </span>
        Gavel
      </p>
      <h1 className="font-serif text-xl font-semibold">{title}</h1>
      {lead === undefined ? null : <p className="mt-2 max-w-read text-base text-ink-muted">{lead}</p>}
      <div className="mt-8">{children}</div>
    </main>
  );
}
