"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { isWithin, type Place, paths } from "@/lib/client/paths";
import { PlaceCount } from "./place-count";
import { PlaceIcon } from "./place-icon";

export type PlaceCounts = Partial<Record<Place["id"], { count: number; what: string }>>;

/** Desktop: places on the left; icons alone where it is narrow. */
export function Rail({
  organization,
  places,
  counts,
  foot,
}: {
  organization: string;
  places: readonly Place[];
  counts: PlaceCounts;
  foot: ReactNode;
}) {
  const pathname = usePathname();
  return (
    <header className="sticky top-0 hidden h-dvh flex-col border-r border-line bg-sunken px-2 py-3 md:flex print:hidden">
      <Link
        href={paths.home()}
        className="mb-3 flex min-h-9 items-center gap-2.5 rounded-md px-2 max-lg:justify-center lg:px-2.5"
      >
        <span
          aria-hidden
          className="flex size-6 shrink-0 items-center justify-center rounded-sm bg-ink font-serif text-sm font-semibold text-paper"
        >
          {[...organization][0]?.toUpperCase()}
        </span>
        <span className="min-w-0 text-sm leading-tight font-semibold max-lg:sr-only">{organization}</span>
        <span className="sr-only">, home</span>
      </Link>
      <nav aria-label="Places" className="flex-1 overflow-y-auto">
        <ul className="space-y-0.5">
          {places.map((place) => {
            const isCurrent = isWithin(place, pathname);
            const waiting = counts[place.id];
            return (
              <li key={place.id} className="relative">
                <Link
                  href={place.href}
                  title={place.label}
                  aria-current={isCurrent ? "page" : undefined}
                  className={cn(
                    "flex h-9 items-center gap-3 rounded-md px-2.5 text-sm transition-colors max-lg:justify-center",
                    isCurrent
                      ? "bg-accent-soft font-medium text-accent"
                      : "text-ink-muted hover:bg-line/50 hover:text-ink",
                  )}
                >
                  <PlaceIcon id={place.id} />
                  <span className="max-lg:sr-only">{place.label}</span>
                  {waiting === undefined ? null : (
                    <PlaceCount
                      count={waiting.count}
                      what={waiting.what}
                      className="ml-auto max-lg:absolute max-lg:-top-0.5 max-lg:right-0 max-lg:ml-0"
                    />
                  )}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <div className="mt-2 space-y-0.5 border-t border-line pt-2">{foot}</div>
    </header>
  );
}
