"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "./class-names";

/** Places beside each other under one name. */
export function PlaceTabs({ label, places }: { label: string; places: readonly { href: string; label: string }[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label={label} className="scroll-x mb-6 flex gap-5 border-b border-line print:hidden">
      {places.map((place) => (
        <Link
          key={place.href}
          href={place.href}
          aria-current={pathname === place.href ? "page" : undefined}
          className={cn(
            "-mb-px inline-flex min-h-10 items-center border-b-2 border-transparent whitespace-nowrap text-ink-muted transition-colors hover:text-ink",
            pathname === place.href && "border-accent font-medium text-ink",
          )}
        >
          {place.label}
        </Link>
      ))}
    </nav>
  );
}
