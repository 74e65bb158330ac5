import Link from "next/link";
import { formatCount } from "@/lib/format/number";

/** The way from the rows shown to all of them; nothing when these are all. */
export function WholeList({ shown, total, what, href }: { shown: number; total: number; what: string; href: string }) {
  if (total <= shown) return null;
  return (
    <p className="mt-3 text-sm">
      <Link href={href} className="link">
        All {formatCount(total)} {what}
      </Link>
    </p>
  );
}
