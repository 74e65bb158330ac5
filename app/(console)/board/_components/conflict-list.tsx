import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { ConflictView, MemberView } from "@/lib/governance/board/schema";
import type { ConflictReader } from "./conflict-section";
import { WithdrawConflict } from "./withdraw-conflict";

/** What members must not decide about, and why. */
export function ConflictList({
  conflicts,
  members,
  reader,
}: {
  conflicts: readonly ConflictView[];
  members: readonly MemberView[];
  reader: ConflictReader;
}) {
  if (conflicts.length === 0) {
    return (
      <EmptyState title="No conflict is on record">
        A member declares a conflict with a model or a vendor, and is recused wherever it is decided on. Owning a model
        recuses by itself and needs no declaration.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Conflicts on record" className="border-t border-line">
      {conflicts.map((conflict) => {
        const seat = members.find((member) => member.userId === conflict.userId);
        return (
          <li key={conflict.id} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-2.5">
            <div className="min-w-0 flex-1 basis-64">
              <p>
                <span className="font-medium">{conflict.name}</span> with <Target conflict={conflict} />
              </p>
              <p className="mt-0.5 max-w-read whitespace-pre-line text-ink-muted">{conflict.reason}</p>
              <p className="mt-0.5 text-xs text-ink-muted">
                <Origin conflict={conflict} />
              </p>
            </div>
            {seat !== undefined && mayWithdraw(conflict, seat, reader) ? (
              <WithdrawConflict
                reference={seat.reference}
                conflictId={conflict.id}
                name={conflict.name}
                isRuled={conflict.basis === "ruling"}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** A ruling is lifted by the chair, the chair's own by an admin; what was declared, by the person or an admin. */
function mayWithdraw({ basis, userId }: ConflictView, seat: MemberView, reader: ConflictReader): boolean {
  const isOwn = userId === reader.userId;
  if (basis === "declared") return isOwn || reader.isAdmin;
  return !isOwn && (seat.role === "chair" ? reader.isAdmin : reader.isChair);
}

function Origin({ conflict }: { conflict: ConflictView }) {
  const { basis, declaredAt, declaredByName, name } = conflict;
  if (basis === "ruling") {
    return (
      <>
        By a ruling of {declaredByName} <Instant at={declaredAt} />
      </>
    );
  }
  return (
    <>
      Declared <Instant at={declaredAt} />
      {declaredByName === name ? "" : ` by ${declaredByName}`}
    </>
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
