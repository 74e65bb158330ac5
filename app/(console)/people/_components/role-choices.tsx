import { GRANTED_ROLE_MEANINGS } from "@/components/governance/access-words";
import { ROLE_LABELS } from "@/components/governance/labels";
import { Checkbox } from "@/components/ui/choice";
import { FieldError } from "@/components/ui/field";
import { GrantedRole } from "@/lib/governance/kernel/permission";

/** Granted roles as checkboxes named `grantedRoles`; roles of the board come with a seat. */
export function RoleChoices({ granted = [], error }: { granted?: readonly GrantedRole[]; error?: string }) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">Granted roles</legend>
      <p className="mb-1 text-xs text-ink-muted">Chair, board member and advisor come with a seat on the board.</p>
      {GrantedRole.options.map((role) => (
        <Checkbox
          key={role}
          name="grantedRoles"
          value={role}
          defaultChecked={granted.includes(role)}
          label={ROLE_LABELS[role]}
          hint={GRANTED_ROLE_MEANINGS[role]}
        />
      ))}
      {error === undefined ? null : <FieldError>{error}</FieldError>}
    </fieldset>
  );
}

/** What is ticked, as it goes to the server. */
export function readRoles(form: FormData): GrantedRole[] {
  return form.getAll("grantedRoles").flatMap((role) => GrantedRole.safeParse(role).data ?? []);
}
