import Link from "next/link";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { MemberView } from "@/lib/governance/board/schema";

/** Which term this one continues, and which goes on after it. */
export function RenewalWords({ member: { renews, renewal } }: { member: MemberView }) {
  return (
    <>
      {renews === null ? null : (
        <>
          Continues{" "}
          <Link className="link font-mono text-xs" href={paths.board.member(renews)}>
            {renews}
          </Link>
          .{" "}
        </>
      )}
      {renewal === null ? null : (
        <>
          Renewed until <Instant at={renewal.termEndAt} as="day" /> by{" "}
          <Link className="link font-mono text-xs" href={paths.board.member(renewal.reference)}>
            {renewal.reference}
          </Link>
          .
        </>
      )}
    </>
  );
}
