import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { ConflictView, MemberView } from "@/lib/governance/board/schema";
import { WithdrawConflict } from "./withdraw-conflict";

/** What members must not decide about, and why; withdrawn by themselves or an admin. */
export function ConflictList({
  conflicts,
  members,
  withdrawableBy,
}: {
  conflicts: readonly ConflictView[];
  members: readonly MemberView[];
  withdrawableBy: { userId: string; isAdmin: boolean };
}) {
  if (conflicts.length === 0) {
    return (
      <EmptyState title="No conflict is declared">
        A member declares a conflict with a model or a vendor, and is then recused when it is decided on. Owning a model
        recuses by itself and needs no declaration.
      </EmptyState>
    );
  }
  return (
    <ul className="border-t border-line">
      {conflicts.map((conflict) => {
        const seat = members.find((member) => member.userId === conflict.userId);
        const canWithdraw = withdrawableBy.isAdmin || withdrawableBy.userId === conflict.userId;
        return (
          <li key={conflict.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-2.5">
            <div className="min-w-0 flex-1 basis-64">
              <p>
                <span className="font-medium">{conflict.name}</span> with <Target conflict={conflict} />
              </p>
              <p className="mt-0.5 max-w-read whitespace-pre-line text-ink-muted">{conflict.reason}</p>
              <p className="mt-0.5 text-xs text-ink-muted">
                Declared <Instant at={conflict.declaredAt} />
                {conflict.declaredByName === conflict.name ? "" : ` by ${conflict.declaredByName}`}
              </p>
            </div>
            {canWithdraw && seat !== undefined ? (
              <WithdrawConflict reference={seat.reference} conflictId={conflict.id} name={conflict.name} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function Target({ conflict }: { conflict: ConflictView }) {
  if (conflict.kind === "vendor") return <>vendor {conflict.target}</>;
  return (
    <Link className="link" href={paths.models.detail(conflict.target)}>
      {conflict.modelName ?? conflict.target}
    </Link>
  );
}
