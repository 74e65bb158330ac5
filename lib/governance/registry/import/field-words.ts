// Answers "which words in a header speak for which field?" (REG-10). General words of inventories, in a few languages.
import type { CodedField, DateField, TextField } from "./schema.ts";

/** Words that say nothing about a column, because every header may hold them. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  (
    "the a an of is are this that what which please provide describe for and or to in it its ai ml use case cases system " +
    "systems model models tool solution der die das des ki und"
  ).split(" "),
);

/** A phrase counts by how much of the header it covers; a qualifier makes the column about something else. */
export const TEXT_WORDS: Readonly<Record<TextField | "id", { phrases: string; weight: number; qualifiers: string }>> = {
  id: {
    phrases:
      "id|identifier|identification number|identification|number|inventory id|uid|uuid|key|nr|nummer|kennung|lfd nr",
    weight: 1,
    qualifiers: "procurement contract parent related phone",
  },
  name: {
    phrases: "name|title|bezeichnung|titel|nom|nombre",
    weight: 1,
    qualifiers: "owner contact person file vendor supplier agency bureau department office officer manager",
  },
  version: { phrases: "version|release|revision", weight: 1, qualifiers: "date notes history" },
  description: {
    phrases:
      "description|summary|purpose|intended purpose|purpose benefits|beschreibung|zweck|objective|overview|abstract",
    weight: 1,
    qualifiers: "data output outputs risk risks stage",
  },
  ownerEmail: {
    phrases: "owner email|owner mail|contact email|responsible email|email|e mail|owner|verantwortlich|verantwortliche",
    weight: 1,
    qualifiers: "data product",
  },
  unit: {
    phrases:
      "agency|bureau|department|division|organization|organisation|organizational unit|organisational unit|unit" +
      "|business unit|office|directorate|abteilung|behörde|bereich|amt|organisationseinheit|referat|service",
    weight: 1,
    qualifiers: "abbreviation acronym code id head contact",
  },
  tags: {
    phrases: "topic area|topic|topics|tag|tags|category|categories|keyword|keywords|thema|kategorie|schlagworte",
    weight: 1,
    qualifiers: "other risk data",
  },
};

/** First match wins, so the narrower question stands before the wider one. Tested on the header's spelling. */
export const CODED_WORDS: readonly {
  readonly field: CodedField;
  readonly words: RegExp;
  readonly isJoined: boolean;
}[] = [
  {
    field: "decidesAutonomously",
    words:
      /\bautonom|\bwithout (direct )?(human|manual)|\bautomated (decision|action)|\bfully automated\b|automatisierte? entscheidung|ohne menschliche|\bhuman (out of|not in) the loop/u,
    isJoined: false,
  },
  { field: "impact", words: /\brights\b.*\bsafety\b|\bsafety\b.*\brights\b/u, isJoined: false },
  {
    field: "affectsRights",
    words: /\brights\b.{0,20}\b(impact|affect)|\b(impacts?|affects?)\b.{0,30}\brights\b|grundrecht/u,
    isJoined: false,
  },
  {
    field: "affectsSafety",
    words: /\bsafety\b.{0,20}\b(impact|affect|critical)|\b(impacts?|affects?)\b.{0,30}\bsafety\b|sicherheitsrelevant/u,
    isJoined: false,
  },
  {
    field: "usesPersonalData",
    words: /\bpii\b|\bpersonally identifiable\b|\bpersonal (data|information)\b|personenbezogen|données personnelles/u,
    isJoined: true,
  },
  {
    field: "isPublicFacing",
    words:
      /\b(public|customer|citizen|client)[- ]facing\b|\bfacing the public\b|\bto the (general )?public\b|\bused by the public\b|publikumsverkehr|bürgerkontakt/u,
    isJoined: true,
  },
  {
    field: "stage",
    words: /\b(stage|status|phase|lifecycle|life cycle|stadium|entwicklungsstand|reifegrad)\b/u,
    isJoined: false,
  },
  {
    field: "tier",
    words: /\b(risk )?(tier|class|classification|level|category)\b|risikoklasse|risikostufe/u,
    isJoined: false,
  },
];

/** First match wins. A column is a date only when its values are. */
export const DATE_WORDS: readonly { readonly field: DateField; readonly words: RegExp }[] = [
  { field: "retiredOn", words: /retire|decommission|sunset|shut ?down|\bend(ed)?\b|stilllegung|außerbetrieb/u },
  { field: "developedOn", words: /develop|acqui|\bbuil[dt]\b|entwicklung/u },
  {
    field: "implementedOn",
    words: /implement|deploy|go[- ]?live|production|operational|launch|inbetriebnahme|einführung/u,
  },
  { field: "initiatedOn", words: /initiat|start|begin|began|kick|beginn|begonnen|created/u },
];
