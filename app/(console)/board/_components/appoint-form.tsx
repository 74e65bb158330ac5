"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import { joinList } from "@/lib/format/words";
import { BoardRole, type MemberView, type RoleView } from "@/lib/governance/board/schema";
import { seatMemberAction } from "../actions";
import { splitExpertise } from "./expertise";
import { RoleRequirements } from "./role-requirements";
import { ReplacementFields, TermFields } from "./seat-fields";

export type Candidate = { id: string; name: string; department: string };
type Chosen = { role: BoardRole | null; startOn: string; replaces: string; userId: string };

const SHOWN_AT_FIELDS = ["userId", "role", "department", "expertise", "termStartOn", "termEndOn", "replaces", "reason"];

export function AppointForm({
  people,
  members,
  roles,
  today,
  chosen,
}: {
  people: readonly Candidate[];
  members: readonly MemberView[];
  roles: readonly RoleView[];
  today: string;
  chosen: Chosen;
}) {
  const router = useRouter();
  const [role, setRole] = useState<BoardRole | null>(chosen.role);
  const [replaces, setReplaces] = useState(chosen.replaces);
  const requirements = roles.find((each) => each.role === role);
  const holders = members.filter((member) => member.role === role && member.state === "in_office");
  const seat = useAction(seatMemberAction, {
    onDone: ({ recusedOnModels }) => {
      const detail = recusedOnModels.length > 0 ? `Recused on own models: ${joinList(recusedOnModels, 3)}` : undefined;
      notify.done({ title: "Seated on the board", detail });
      router.push(paths.board.overview());
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    void seat.run({
      userId: text("userId"),
      // An empty choice travels as it is: the server answers with the field and the remedy.
      role: text("role") as BoardRole,
      department: text("department"),
      expertise: splitExpertise(text("expertise")),
      termStartOn: text("termStartOn"),
      ...(text("termEndOn") === "" ? {} : { termEndOn: text("termEndOn") }),
      ...(text("replaces") === "" ? {} : { replaces: text("replaces") }),
      ...(text("reason") === "" ? {} : { reason: text("reason") }),
    });
  };
  const beside = seat.problemBeside(...SHOWN_AT_FIELDS);
  const seatedBy = new Map(members.map((member) => [member.userId, BOARD_ROLE_LABELS[member.role].toLowerCase()]));
  return (
    <form onSubmit={submit} className="max-w-read space-y-5" noValidate>
      <FormProblem problem={beside} />
      <Field label="Person" hint={<InviteFirst />} error={seat.errorOf("userId")}>
        <Select
          name="userId"
          placeholder="Choose a person"
          defaultValue={people.some((person) => person.id === chosen.userId) ? chosen.userId : ""}
          options={people.map((person) => ({ value: person.id, label: labelOf(person, seatedBy.get(person.id)) }))}
        />
      </Field>
      <Field label="Seat" error={seat.errorOf("role")}>
        <Select
          name="role"
          placeholder="Choose a seat"
          value={role ?? ""}
          onChange={(event) => {
            const next = BoardRole.safeParse(event.target.value);
            setRole(next.success ? next.data : null);
            setReplaces("");
          }}
          options={roles.map((each) => ({ value: each.role, label: BOARD_ROLE_LABELS[each.role] }))}
        />
      </Field>
      {requirements === undefined ? null : (
        <div className="rounded-md border border-line bg-sunken px-4 py-3">
          <p className="mb-2 font-medium">What this seat needs</p>
          <RoleRequirements role={requirements} />
        </div>
      )}
      <ReplacementFields
        holders={holders}
        isChair={role === "chair"}
        replaces={replaces}
        onReplaces={setReplaces}
        errorOf={seat.errorOf}
      />
      <TermFields
        startOn={replaces === "" ? chosen.startOn : today}
        isFixed={replaces !== ""}
        minimumMonths={requirements?.minimumTermMonths ?? null}
        errorOf={seat.errorOf}
      />
      <Field label="Department" optional error={seat.errorOf("department")}>
        <Input name="department" autoComplete="off" />
      </Field>
      <Field label="Expertise" optional hint="Separate several with commas" error={seat.errorOf("expertise")}>
        <Input name="expertise" autoComplete="off" />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" pending={seat.pending}>
          Seat this person
        </Button>
        <LinkButton tone="quiet" href={paths.board.overview()}>
          Back without seating anybody
        </LinkButton>
      </div>
    </form>
  );
}

function InviteFirst() {
  return (
    <>
      Not in the list?{" "}
      <Link className="link" href={paths.people.invite()}>
        Invite the person
      </Link>{" "}
      first.
    </>
  );
}

function labelOf(person: Candidate, seat: string | undefined): string {
  const notes = [person.department, seat === undefined ? "" : `holds the seat ${seat}`].filter((note) => note !== "");
  return notes.length === 0 ? person.name : `${person.name} (${joinList(notes)})`;
}
