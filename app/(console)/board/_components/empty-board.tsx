import type { ReactNode } from "react";
import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { RoleView } from "@/lib/governance/board/schema";
import { RoleRequirements } from "./role-requirements";

/** Nobody sits yet: what to do first, and what the required seats need. */
export function EmptyBoard({ roles, act }: { roles: readonly RoleView[]; act: ReactNode }) {
  const required = roles.filter((role) => role.isRequired);
  return (
    <>
      <PageHeader title="Board" state="No seat is held, so nothing can be decided yet." />
      <EmptyState title={act === null ? "The board has no members yet" : "Seat the chair first"} action={act}>
        {act === null
          ? "An admin seats the members. Until then nothing can be put to a vote."
          : "Whoever is not here yet is invited first. Then seat the technical lead, the risk officer and the ethics representative: a working board needs these four. Two members with a vote are the least that can decide."}
      </EmptyState>
      <Section title="What the required seats need">
        <div className="grid gap-6 md:grid-cols-2">
          {required.map((role) => (
            <div key={role.role}>
              <h3 className="mb-1 font-medium">{BOARD_ROLE_LABELS[role.role]}</h3>
              <RoleRequirements role={role} />
            </div>
          ))}
        </div>
      </Section>
    </>
  );
}
