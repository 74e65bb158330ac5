import Link from "next/link";
import { paths } from "@/lib/client/paths";
import { formatEntryNumber } from "@/lib/governance/audit/schema";

/** An entry of the record by its number: AR-00042. For those who may read the record; others get the bare number. */
export function RecordLink({ number, linked = true }: { number: number; linked?: boolean }) {
  const reference = <span className="font-mono text-[0.92em]">{formatEntryNumber(number)}</span>;
  if (!linked) return reference;
  return (
    <Link href={paths.audit.entry(number)} className="rounded-sm underline underline-offset-2 hover:text-accent">
      {reference}
    </Link>
  );
}
