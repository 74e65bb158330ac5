// Answers "what does this entry say in plain words?" (AUD-108): actor, act, subject. Words only: the record knows the names
// of all acts, not their rules. An act without words of its own is told by its name, never hidden.
import type { Json } from "../kernel/audit-event.ts";
import { ACT_WORDS } from "./act-words.ts";
import type { AuditEntry } from "./schema.ts";
import { type ActFacts, toWords } from "./wording.ts";

/** Names of people by id, as they are today; null for somebody who is not known here. */
export type NameOf = (userId: string) => string | null;

type Told = Pick<AuditEntry, "action" | "actor" | "subject" | "details" | "outcome">;

/** Everybody whose name the sentence may need. */
export function peopleIn(entry: Told): readonly string[] {
  const ids = [entry.actor.id, entry.subject.type === "person" ? entry.subject.reference : null];
  for (const name of ["userId", "owner", "voter", "member", "person", "subject"]) ids.push(asText(entry.details[name]));
  return ids.filter((id): id is string => id !== null && /^[0-9a-f-]{36}$/u.test(id));
}

export function tellActor(actor: Told["actor"], nameOf: NameOf): string {
  switch (actor.kind) {
    case "person":
      return (actor.id === null ? null : nameOf(actor.id)) ?? "A person who is not known here";
    case "system":
      return "The system";
    case "anonymous":
      return "Somebody not signed in";
    default:
      return `${capitalize(toWords(actor.kind))} ${actor.id ?? ""}`.trim();
  }
}

/** A reference as it is; people by name; what has no public reference by what it is. */
export function tellSubject(subject: Told["subject"], nameOf: NameOf): string {
  switch (subject.type) {
    case "person":
      return nameOf(subject.reference) ?? "a person who is not known here";
    case "organization":
      return "the organisation";
    case "audit_log":
      return "the audit log";
    case "mail":
      return "a mail";
    case "notification":
      return "notices";
    case "operation":
      return `\`${subject.reference}\``;
    default:
      return /^[0-9a-f-]{36}$/u.test(subject.reference) ? `a ${toWords(subject.type)}` : subject.reference;
  }
}

/** Who signs in or accepts an invitation is nobody yet when the act begins, and is known by its end. */
function isBecomingKnown(entry: Told): boolean {
  return entry.actor.kind === "anonymous" && entry.subject.type === "person" && entry.outcome === "done";
}

function tellWho(entry: Told, nameOf: NameOf): string {
  return isBecomingKnown(entry) ? capitalize(tellSubject(entry.subject, nameOf)) : tellActor(entry.actor, nameOf);
}

function capitalize(text: string): string {
  return text.replace(/^./u, (first) => first.toUpperCase());
}

/** One sentence, without the full stop. */
export function tellEntry(entry: Told, nameOf: NameOf): string {
  const facts = toFacts(entry, nameOf);
  const tell = ACT_WORDS[entry.action];
  const told = tell === undefined ? tellUnknown(entry, facts) : tell(facts);
  return `${tellWho(entry, nameOf)} ${told}`;
}

function tellUnknown(entry: Told, facts: ActFacts): string {
  const act = `recorded “${toWords(entry.action)}” on ${facts.subject}`;
  switch (entry.outcome) {
    case "done":
      return act;
    case "denied":
      return `${act}: denied`;
    case "failed":
      return `${act}: failed`;
  }
}

function toFacts(entry: Told, nameOf: NameOf): ActFacts {
  const { details } = entry;
  const text = (name: string) => asText(details[name]) ?? "";
  return {
    subject: tellSubject(entry.subject, nameOf),
    details,
    outcome: entry.outcome,
    isOwn: entry.subject.type === "person" && (entry.actor.id === entry.subject.reference || isBecomingKnown(entry)),
    text,
    number: (name) => (typeof details[name] === "number" ? details[name] : 0),
    words: (name) => toWords(text(name)),
    list: (name) => joinWords(details[name]),
    person: (name) => nameOf(text(name)) ?? "somebody",
  };
}

function joinWords(value: Json | undefined): string {
  if (!Array.isArray(value)) return "";
  const items = value.map((item) => toWords(String(item)));
  const last = items.pop() ?? "";
  return items.length === 0 ? last : `${items.join(", ")} and ${last}`;
}

function asText(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}
