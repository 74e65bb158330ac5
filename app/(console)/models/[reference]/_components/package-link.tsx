import Link from "next/link";
import { paths } from "@/lib/client/paths";
import { shortDigest } from "@/lib/format/words";

/** A frozen package by its short digest, as a way to it. */
export function PackageLink({ reference, digest }: { reference: string; digest: string }) {
  return (
    <Link href={paths.models.package(reference, digest)} className="link whitespace-nowrap" title={digest}>
      package <span className="font-mono text-[0.92em]">{shortDigest(digest)}</span>
    </Link>
  );
}
