import type { CommandItem } from "@/components/layout/command-menu";
import { PLACES, type Place, paths } from "@/lib/client/paths";
import type { Permission } from "@/lib/governance/kernel/permission";

/** Places that only some roles may open. */
const GUARDED: Partial<Record<Place["id"], Permission>> = {
  audit: "audit.read",
  components: "portfolio.read",
  portfolio: "portfolio.read",
};

export function placesFor(permissions: readonly Permission[]): Place[] {
  return PLACES.filter((place) => {
    const needed = GUARDED[place.id];
    return needed === undefined || permissions.includes(needed);
  });
}

const ACTS: readonly (CommandItem & { permission: Permission })[] = [
  { id: "register", label: "Register a model", href: paths.models.register(), permission: "registry.register" },
  { id: "import", label: "Import an inventory", href: paths.models.import(), permission: "registry.import" },
  { id: "appoint", label: "Appoint a board member", href: paths.board.appoint(), permission: "board.seat" },
  {
    id: "propose",
    label: "Propose a decision",
    href: paths.proposals.create(),
    permission: "voting.propose",
  },
  { id: "raise", label: "Raise an escalation", href: paths.escalations.create(), permission: "escalations.raise" },
  {
    id: "propose-component",
    label: "Propose to register a component",
    href: paths.proposals.create({ kind: "overlay_registration" }),
    permission: "voting.propose",
  },
  {
    id: "decide",
    label: "Decide as chair at once",
    href: paths.proposals.decide(),
    permission: "voting.decide_as_chair",
  },
  {
    ...{ id: "propose-policy", label: "Propose a policy" },
    ...{ href: paths.proposals.create({ kind: "policy_change" }), permission: "voting.propose" },
  },
  {
    ...{ id: "propose-risk", label: "Ask to accept a risk" },
    ...{ href: paths.proposals.create({ kind: "risk_acceptance" }), permission: "voting.propose" },
  },
  { id: "venture", label: "Create a venture", href: paths.ventures.create(), permission: "portfolio.manage" },
  { id: "invite", label: "Invite a person", href: paths.people.invite(), permission: "identity.people.manage" },
].map((act) => ({ ...act, group: "Do", permission: act.permission as Permission }));

const MORE_PLACES: readonly (CommandItem & { permission: Permission })[] = [
  { id: "briefing", label: "Briefing", href: paths.briefing(), permission: "escalations.read" },
  { id: "budgets", label: "Budgets of attention", href: paths.budgets(), permission: "escalations.read" },
  {
    id: "escalation-figures",
    label: "Figures on escalations",
    href: paths.escalations.metrics(),
    permission: "escalations.read",
  },
  {
    id: "escalation-rules",
    label: "Rules of escalations",
    href: paths.escalations.rules(),
    permission: "escalations.read",
  },
  { id: "due", label: "Models due for review", href: paths.models.list({ due: true }), permission: "registry.read" },
  {
    id: "silences",
    label: "Silences",
    href: paths.escalations.silences(),
    permission: "escalations.read",
  },
  { id: "notifications", label: "Notifications", href: paths.notifications(), permission: "notifications.own" },
  { id: "check", label: "Check a receipt", href: paths.audit.check(), permission: "audit.verify" },
  { id: "account", label: "Your account", href: paths.settings.account(), permission: "identity.self" },
  { id: "keys", label: "Your API keys", href: paths.settings.keys(), permission: "identity.keys.own" },
].map((place) => ({ ...place, group: "Go to", permission: place.permission as Permission }));

/** Acts and further places of the command menu; nothing is offered that the person's roles would be refused. */
export function commandsFor(permissions: readonly Permission[]): CommandItem[] {
  return [...ACTS, ...MORE_PLACES]
    .filter((item) => permissions.includes(item.permission))
    .map(({ permission: _permission, ...item }) => item);
}
