import Link from "next/link";
import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/client/paths";
import type { FirstStep } from "@/lib/governance/dashboard/schema";

const STEPS: Readonly<Record<FirstStep, { label: string; why: string; href: string }>> = {
  seat_board: {
    label: "Seat the board",
    why: "A chair, a technical lead, a risk officer and an ethics representative make it complete.",
    href: paths.board.appoint(),
  },
  import_inventory: {
    label: "Import an inventory",
    why: "A CSV file with any columns: you see what will happen before anything is written.",
    href: paths.models.import(),
  },
  register_model: {
    label: "Register a model",
    why: "Name it, say what it decides and about whom; its tier follows from that, with reasons.",
    href: paths.models.register(),
  },
  invite_people: {
    label: "Invite people",
    why: "Owners submit models, members vote, auditors check; each sets their own password.",
    href: paths.people.invite(),
  },
  read_charter: {
    label: "Read the charter",
    why: "What the board may decide, and what it takes to decide it.",
    href: paths.charter(),
  },
  read_record: {
    label: "Look at the record",
    why: "Everything done so far is there, from the founding on.",
    href: paths.audit.list(),
  },
};

/** What to do first where nothing is, by what this person may do. */
export function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  if (steps.length === 0) return null;
  return (
    <EmptyState title="Begin here">
      <ol className="mt-3 max-w-read space-y-3">
        {steps.map((step, index) => (
          <li key={step} className="grid grid-cols-[1.5rem_1fr] text-ink">
            <span aria-hidden className="text-ink-muted">
              {index + 1}
            </span>
            <span>
              <Link href={STEPS[step].href} className="link font-medium">
                {STEPS[step].label}
              </Link>
              <span className="block text-ink-muted">{STEPS[step].why}</span>
            </span>
          </li>
        ))}
      </ol>
    </EmptyState>
  );
}
