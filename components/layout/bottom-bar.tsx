"use client";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useState } from "react";
import { cn } from "@/components/ui/class-names";
import { Dialog } from "@/components/ui/dialog";
import { isWithin, type Place } from "@/lib/client/paths";
import { PlaceCount } from "./place-count";
import { PlaceIcon } from "./place-icon";
import type { PlaceCounts } from "./rail";

const SLOTS = 4;
const slotStyle = "relative flex h-14 w-full flex-col items-center justify-center gap-0.5 text-[11px] leading-4";

/** Phone: four places and More. */
export function BottomBar({ places, counts }: { places: readonly Place[]; counts: PlaceCounts }) {
  const pathname = usePathname();
  const [isOpen, setOpen] = useState(false);
  const slots = places.filter((place) => place.phone).slice(0, SLOTS);
  const rest = places.filter((place) => !slots.includes(place));
  return (
    <nav
      aria-label="Places"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {slots.map((place) => {
          const isCurrent = isWithin(place, pathname);
          const waiting = counts[place.id];
          return (
            <li key={place.id} className="flex-1">
              <Link
                href={place.href}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(slotStyle, isCurrent ? "font-medium text-accent" : "text-ink-muted")}
              >
                <PlaceIcon id={place.id} />
                {place.label}
                {waiting === undefined ? null : (
                  <PlaceCount count={waiting.count} what={waiting.what} className="absolute top-1 left-1/2 ml-1.5" />
                )}
              </Link>
            </li>
          );
        })}
        {rest.length === 0 ? null : (
          <li className="flex-1">
            <Dialog
              open={isOpen}
              onOpenChange={setOpen}
              title="More"
              trigger={
                <button
                  type="button"
                  className={cn(
                    slotStyle,
                    rest.some((place) => isWithin(place, pathname)) ? "font-medium text-accent" : "text-ink-muted",
                  )}
                >
                  <Ellipsis aria-hidden className="size-[1.125rem]" />
                  More
                </button>
              }
            >
              <ul className="-mx-2">
                {rest.map((place) => (
                  <li key={place.id}>
                    <Link
                      href={place.href}
                      onClick={() => setOpen(false)}
                      aria-current={isWithin(place, pathname) ? "page" : undefined}
                      className="flex h-12 items-center gap-3 rounded-md px-2 text-base aria-[current=page]:text-accent"
                    >
                      <PlaceIcon id={place.id} />
                      {place.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </Dialog>
          </li>
        )}
      </ul>
    </nav>
  );
}
