"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/field";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { joinList } from "@/lib/format/words";
import type { RoleRotationView } from "@/lib/governance/board/rotation-view";
import { planRotationAction } from "../actions";
import type { Candidate } from "./appoint-form";
import { CandidateFields, type CandidateRow } from "./candidate-fields";

const MOST = 5;

/** Who could follow in one seat, in order (BRD-145). */
export function EditSuccession({ role, people }: { role: RoleRotationView; people: readonly Candidate[] }) {
  const [open, setOpen] = useState(false);
  const label = BOARD_ROLE_LABELS[role.role].toLowerCase();
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" className="justify-self-start">
          {role.candidates.length === 0 ? "Name somebody" : "Change"}
          <span className="sr-only">who could follow as {label}</span>
        </Button>
      }
      title={`Who could follow as ${label}?`}
      description="The most likely one first. Seen by the board, advisors, auditors and admins."
    >
      <SuccessionForm role={role} people={people} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function SuccessionForm({
  role,
  people,
  onDone,
}: {
  role: RoleRotationView;
  people: readonly Candidate[];
  onDone: () => void;
}) {
  const router = useRouter();
  // As it was when the form opened: what others save meanwhile must not be overwritten unseen.
  const [revision, setRevision] = useState(role.revision);
  const [rows, setRows] = useState(() => toRows(role));
  const save = useAction(planRotationAction, {
    onDone: () => {
      notify.done({ title: "Rotation plan saved" });
      router.refresh();
      onDone();
    },
    onRefused: () => router.refresh(),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const candidates = rows.map(({ userId, note }) => ({ userId, note }));
    void save.run({ role: role.role, revision, candidates });
  };
  const isBehind = save.problem?.code === "board.rotation_changed_meanwhile" && revision !== role.revision;
  const options = [...people, ...namedBeside(role, people)].filter(
    (person) => !role.holders.some((holder) => holder.userId === person.id),
  );
  return (
    <form onSubmit={submit} onInput={save.forget} className="space-y-4" noValidate>
      <FormProblem problem={save.problemBeside("candidates")} />
      {isBehind ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          By now the plan names {joinList(role.candidates.map(({ name }) => name)) || "nobody"}.
          <Button
            size="small"
            onClick={() => {
              setRevision(role.revision);
              save.clear();
            }}
          >
            Keep mine and go on
          </Button>
        </p>
      ) : null}
      {rows.length === 0 ? <p className="text-ink-muted">Nobody is named.</p> : null}
      <ol className="space-y-4">
        {rows.map((row, index) => (
          <CandidateFields
            key={row.key}
            row={row}
            index={index}
            isLast={index === rows.length - 1}
            people={options}
            errorOf={save.errorOf}
            onRows={setRows}
          />
        ))}
      </ol>
      <div className="flex flex-wrap justify-between gap-2">
        <Button disabled={rows.length >= MOST} onClick={() => setRows([...rows, emptyRow(rows)])}>
          Add a person
        </Button>
        <Button type="submit" tone="primary" pending={save.pending}>
          Save the plan
        </Button>
      </div>
    </form>
  );
}

function toRows({ candidates }: RoleRotationView): CandidateRow[] {
  if (candidates.length === 0) return [emptyRow([])];
  return candidates.map(({ userId, note }, key) => ({ key, userId, note }));
}

function emptyRow(rows: readonly CandidateRow[]): CandidateRow {
  return { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, userId: "", note: "" };
}

/** Those who are named and not in the list that was looked for. */
function namedBeside({ candidates }: RoleRotationView, people: readonly Candidate[]): Candidate[] {
  return candidates
    .filter(({ userId }) => !people.some((person) => person.id === userId))
    .map(({ userId, name, department }) => ({ id: userId, name, department }));
}
