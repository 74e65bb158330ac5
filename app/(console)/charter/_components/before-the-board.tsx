import Link from "next/link";
import { ClosesAt } from "@/components/governance/closes-at";
import { paths } from "@/lib/client/paths";
import type { ProposalItem } from "@/lib/governance/voting/view";

/** Amendments that are being voted on, so that nobody drafts past them. */
export function BeforeTheBoard({ proposals }: { proposals: readonly ProposalItem[] }) {
  if (proposals.length === 0) return null;
  return (
    <ul className="mb-6 border-l-2 border-accent pl-3 text-sm print:hidden">
      {proposals.map(({ reference, title, deadlineAt }) => (
        <li key={reference}>
          Before the board:{" "}
          <Link className="link" href={paths.proposals.detail(reference)}>
            {title}
          </Link>
          {deadlineAt === null ? null : (
            <>
              , closes <ClosesAt at={deadlineAt} bare />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
