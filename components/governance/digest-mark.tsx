import { cn } from "@/components/ui/class-names";
import { CopyDigest } from "@/components/ui/copy-digest";

/** A package by its digest: short for the eye, whole for the clipboard. */
export function DigestMark({
  digest,
  what = "package",
  whole = false,
}: {
  digest: string;
  what?: string;
  whole?: boolean;
}) {
  return (
    <span className={cn("inline-flex max-w-full items-baseline gap-1.5", !whole && "whitespace-nowrap")}>
      {what}
      <CopyDigest value={digest} what={`digest of the ${what}`} whole={whole} />
    </span>
  );
}
