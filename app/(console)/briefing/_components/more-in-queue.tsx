import Link from "next/link";
import { MOST_SHOWN } from "./briefing-state";

/** The way to the rest, where a part of the briefing is full. */
export function MoreInQueue({ shown, href }: { shown: number; href: string }) {
  if (shown < MOST_SHOWN) return null;
  return (
    <Link href={href} className="link mt-2 inline-flex min-h-6 items-center text-sm print:hidden">
      All of them in the queue
    </Link>
  );
}
