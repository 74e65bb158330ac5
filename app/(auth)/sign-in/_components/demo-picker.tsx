"use client";
import { useRef, useState } from "react";
import { ROLE_LABELS } from "@/components/governance/labels";
import { PersonMark } from "@/components/governance/person-mark";
import { FormProblem } from "@/components/ui/field";
import { enter, type SignInProblem } from "@/lib/client/sign-in";
import { joinList, sentenceCase } from "@/lib/format/words";
import type { DemoPerson } from "@/lib/governance/identity/schema";

/** One press per person. The chair and the admin stand first: most of what can be tried begins there. */
export function DemoPicker({ people, to }: { people: readonly DemoPerson[]; to: string }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const isBusy = useRef(false);
  const choose = async (personId: string) => {
    if (isBusy.current) return;
    isBusy.current = true;
    setChosen(personId);
    setProblem(null);
    const refused = await enter("demo", { personId }, to);
    if (refused === null) return;
    isBusy.current = false;
    setChosen(null);
    setProblem(refused);
  };
  return (
    <>
      {problem === null ? null : (
        <div className="mb-4">
          <FormProblem problem={problem} />
        </div>
      )}
      <ul className="border-t border-line">
        {[...people].sort(byRank).map((person) => (
          <li key={person.personId} className="border-b border-line">
            <button
              type="button"
              aria-busy={chosen === person.personId || undefined}
              aria-disabled={(chosen !== null && chosen !== person.personId) || undefined}
              onClick={() => void choose(person.personId)}
              className="grid min-h-12 w-full grid-cols-1 items-center gap-x-4 rounded-sm px-1 py-2 text-left transition-colors hover:bg-line/35 aria-disabled:opacity-55 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
            >
              <PersonMark name={person.name} className="font-medium" />
              <span className="text-sm text-ink-muted max-md:pl-8">
                {chosen === person.personId ? "Signing in…" : inWords(person)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

const ORDER = ["chair", "admin", "board_member", "advisor", "model_owner", "auditor"] as const;

function rankOf(person: DemoPerson): number {
  const rank = ORDER.findIndex((role) => person.roles.includes(role));
  return rank === -1 ? ORDER.length : rank;
}

function byRank(one: DemoPerson, other: DemoPerson): number {
  return rankOf(one) - rankOf(other) || one.name.localeCompare(other.name, "en");
}

const BOARD_ROLES: readonly string[] = ["chair", "board_member", "advisor"];

/** "Technical lead and Auditor · Engineering": the seat by its own name, then what was granted. */
function inWords(person: DemoPerson): string {
  const granted = person.roles.filter((role) => !BOARD_ROLES.includes(role)).map((role) => ROLE_LABELS[role]);
  const said = [...(person.seat === null ? [] : [sentenceCase(person.seat)]), ...granted];
  const state = person.isQuarantined ? ", quarantined" : "";
  const department = person.department === "" ? "" : ` · ${person.department}`;
  return `${joinList(said)}${department}${state}`;
}
