// Answers "why does identity refuse this, and what would help?" Codes, facts and classes of this area.
import type { Actor, PersonActor } from "../kernel/actor.ts";
import { defineRefusals, refusal, refuse as refuseShared } from "../kernel/refusal.ts";

type Nothing = Record<string, never>;

export const refuse = defineRefusals({
  "identity.last_admin": refusal<{ person: string }>({
    class: "conflict",
    title: "The last admin cannot go",
    detail: (f) => `\`${f.person}\` is the only admin who can act: nobody could run this organisation`,
    hint: () => "Make somebody else an admin first",
  }),
  "identity.only_chair": refusal<{ person: string }>({
    class: "conflict",
    title: "The only chair cannot go",
    detail: (f) => `\`${f.person}\` holds the chair and nobody is appointed to follow`,
    hint: () => "Appoint a successor to the seat `chair` first",
  }),
  "identity.already_member": refusal<{ email: string }>({
    class: "conflict",
    title: "This person is here already",
    detail: (f) => `\`${f.email}\` is a member of this organisation`,
    hint: () => "Open the person to change roles or to give a new link",
  }),
  "identity.membership_ended": refusal<{ person: string }>({
    class: "conflict",
    title: "This membership has ended",
    detail: (f) => `\`${f.person}\` is no longer a member`,
    hint: () => "Invite the person again",
  }),
  "identity.seat_not_ended": refusal<{ person: string; seat: string }>({
    class: "conflict",
    title: "A former board seat has not ended yet",
    detail: (f) => `\`${f.person}\` still holds \`${f.seat}\` from before, and would come back with it`,
    hint: (f) => `It ends by itself within moments; try again, or end \`${f.seat}\` on the board page`,
  }),
  "identity.no_open_invitation": refusal<{ person: string }>({
    class: "conflict",
    title: "There is no open invitation",
    detail: (f) => `\`${f.person}\` has no invitation that could be revoked`,
  }),
  "identity.invitation_not_open": refusal<{ state: "used" | "expired" | "revoked" }>({
    class: "expired",
    title: "This invitation no longer works",
    detail: (f) =>
      ({
        used: "It has been used. An invitation opens once",
        expired: "It has expired. An invitation is good for 7 days",
        revoked: "It was withdrawn, or replaced by a newer one",
      })[f.state],
    hint: (f) => (f.state === "used" ? "Sign in, or ask an admin for a new link" : "Ask an admin for a new one"),
  }),
  "identity.account_elsewhere": refusal<{ email: string }>({
    class: "conflict",
    title: "You have an account already",
    detail: (f) => `\`${f.email}\` belongs to another organisation too: a link cannot set its password`,
    hint: () => "Sign in with the password you have",
  }),
  "identity.wrong_password": refusal<Nothing>({
    class: "unprocessable",
    title: "The current password is not right",
    hint: () => "If it is lost, an admin can give you a new link",
  }),
  "identity.no_password": refusal<Nothing>({
    class: "conflict",
    title: "This account has no password",
    detail: () => "You sign in another way",
    hint: () => "An admin can give you a link to set one",
  }),
  "identity.scope_not_held": refusal<{ scopes: readonly string[] }>({
    class: "forbidden",
    title: "A key may not do more than its holder",
    detail: (f) => `The holder's roles do not carry: ${f.scopes.map((scope) => `\`${scope}\``).join(", ")}`,
    hint: () => "Leave these scopes out, or ask an admin for the role",
  }),
  "identity.too_many_keys": refusal<{ limit: number }>({
    class: "conflict",
    title: "You have enough keys",
    detail: (f) => `At most ${f.limit} keys can be active at once`,
    hint: () => "Revoke one that is no longer used",
  }),
  "identity.not_quarantined": refusal<{ person: string }>({
    class: "conflict",
    title: "There is nothing to release",
    detail: (f) => `\`${f.person}\` is not quarantined`,
  }),
  "identity.already_quarantined": refusal<{ person: string }>({
    class: "conflict",
    title: "Already quarantined",
    detail: (f) => `\`${f.person}\` can only sign in and read`,
  }),
  "identity.setting_unknown": refusal<{ key: string }>({
    class: "unprocessable",
    title: "There is no such setting",
    detail: (f) => `\`${f.key}\` is not in the catalogue of settings`,
  }),
  "identity.setting_out_of_bounds": refusal<{ key: string; least: number; most: number }>({
    class: "unprocessable",
    title: "This value is out of bounds",
    detail: (f) => `\`${f.key}\` must be between ${f.least} and ${f.most}`,
  }),
  "identity.setting_moved_on": refusal<{ key: string; oldValue: number; current: number }>({
    class: "conflict",
    title: "The setting has changed meanwhile",
    detail: (f) => `\`${f.key}\` is \`${f.current}\` now, not \`${f.oldValue}\``,
    hint: () => "Propose the change anew from the value that holds now",
  }),
  "identity.setting_unchanged": refusal<{ key: string; current: number }>({
    class: "unprocessable",
    title: "This changes nothing",
    detail: (f) => `\`${f.key}\` is \`${f.current}\` already`,
    hint: () => "Give another value",
  }),
  "identity.person_unknown": refusal<{ person: string }>({
    class: "unprocessable",
    title: "There is no such person",
    detail: (f) => `There is no person \`${f.person}\` in this organisation`,
    hint: () => "Choose somebody who belongs to it",
  }),
  "identity.in_quarantine": refusal<{ person: string }>({
    class: "conflict",
    title: "This person is quarantined",
    detail: (f) => `The trust level of \`${f.person}\` is not voted on while the quarantine lasts`,
    hint: () => "An admin releases the person first",
  }),
  "identity.trust_moved_on": refusal<{ person: string; from: string; current: string }>({
    class: "conflict",
    title: "The trust level has changed meanwhile",
    detail: (f) => `\`${f.person}\` has the trust level \`${f.current}\` now, not \`${f.from}\``,
    hint: () => "Propose it anew from the level that holds now",
  }),
  "identity.trust_unchanged": refusal<{ person: string; current: string }>({
    class: "unprocessable",
    title: "This changes nothing",
    detail: (f) => `\`${f.person}\` has the trust level \`${f.current}\` already`,
    hint: () => "Choose another level",
  }),
  "identity.demo_only": refusal<Nothing>({
    class: "forbidden",
    title: "Only in the demo",
    detail: () => "Signing in without a password is possible in a demo organisation only",
  }),
});

/** The person behind an act on one's own account; nobody else has one. */
export function requirePerson(actor: Actor): PersonActor {
  if (actor.kind !== "person") throw refuseShared("kernel.sign_in_required", {});
  return actor;
}
