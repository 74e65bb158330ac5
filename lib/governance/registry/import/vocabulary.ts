// Answers "what does this spelling mean?" for yes/no, rights and safety, stage and tier (REG-10). General words only:
// nothing here knows a particular inventory. What is not certain is `unread`; an answer that says nothing is `unknown`.
import type { FactReading, ImpactReading, StageReading, TierReading } from "./schema.ts";

const LONGEST_SPELLING = 1_000;

/** Compares spellings: Unicode form, case, spaces, dashes and end punctuation do not matter. Longer text is no spelling. */
export function toSpelling(text: string): string {
  if (text.length > LONGEST_SPELLING) return "";
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, "-")
    .replace(/[’‘]/gu, "'")
    .replaceAll("&", " and ")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[.;:!]+$/u, "")
    .trim();
}

export function isBlank(text: string): boolean {
  return text.trim() === "";
}

const setOf = (spellings: string) => new Set(spellings.split("|"));

const NO_ANSWER = setOf(
  "n/a|na|n.a|not applicable|not available|none provided|not provided|blank|blank/not provided|not reported|not stated" +
    "|unknown|unclear|undetermined|not determined|tbd|to be determined|to be decided|pending|-|--|---|?|null|nil|k.a" +
    "|keine angabe|unbekannt|entfällt|nicht zutreffend|offen|s/o|sans objet|inconnu|no aplica|desconocido",
);

/** "Not applicable" alone, or before a dash with an explanation. */
export function isNotApplicable(text: string): boolean {
  const spelling = toSpelling(text);
  return NO_ANSWER.has(spelling) || /^(n\/a|na|n\.a\.?|not applicable) ?[-:;(]/u.test(spelling);
}

const NOT_YET_ASSESSED =
  /\btoo (new|early) to\b|\bnot (yet )?(been )?(assessed|determined|evaluated|decided|known)\b|\bto be (assessed|determined|evaluated|decided)\b|\bunder (assessment|evaluation)\b/u;

function isUnknown(text: string): boolean {
  return isNotApplicable(text) || NOT_YET_ASSESSED.test(toSpelling(text));
}

const YES = setOf("yes|y|true|1|x|ja|j|oui|si|sí|wahr|vrai");
const NO = setOf("no|n|false|0|nein|non|falsch|faux");
/** A reservation after the answer makes it uncertain. */
const RESERVATION =
  /\b(but|however|except|unless|partly|partial|partially|depends|sometimes|maybe|jedoch|teilweise)\b/u;

/** "Yes", "Yes - all decisions are automated"; "Yes, but ..." is unread. */
export function readYesNo(text: string): FactReading {
  if (isBlank(text) || isUnknown(text)) return "unknown";
  const spelling = toSpelling(text);
  if (YES.has(spelling)) return "yes";
  if (NO.has(spelling)) return "no";
  const [, answer] = /^(yes|no|ja|nein|oui|non) ?[-,:;.(]/u.exec(spelling) ?? [];
  if (answer === undefined || RESERVATION.test(spelling)) return "unread";
  return YES.has(answer) ? "yes" : "no";
}

const IMPACTS: Readonly<Record<Exclude<ImpactReading, "unknown" | "unread">, ReadonlySet<string>>> = {
  rights: setOf("rights|rights impacting|impacts rights|affects rights|grundrechte"),
  safety: setOf("safety|safety impacting|impacts safety|affects safety|sicherheit"),
  both: setOf(
    "both|both rights and safety|rights and safety|rights and safety impacting|safety and rights impacting|beide|beides" +
      "|rights impacting and safety impacting|both rights impacting and safety impacting|safety and rights|les deux",
  ),
  neither: setOf(
    "neither|none|neither rights nor safety|neither rights nor safety impacting|not rights or safety impacting" +
      "|neither rights impacting nor safety impacting|weder noch|keines|keine|aucun|ni l'un ni l'autre",
  ),
};

function findIn<Meaning extends string>(
  table: Readonly<Record<Meaning, ReadonlySet<string>>>,
  spelling: string,
): Meaning | null {
  const entries = Object.entries(table) as [Meaning, ReadonlySet<string>][];
  return entries.find(([, spellings]) => spellings.has(spelling))?.[0] ?? null;
}

export function readImpact(text: string): ImpactReading {
  if (isBlank(text) || isUnknown(text)) return "unknown";
  const spelling = toSpelling(text)
    .replaceAll("-", " ")
    .replace(/ +/gu, " ")
    .replace(/ of the above$/u, "");
  return findIn(IMPACTS, spelling) ?? "unread";
}

const STAGES: Readonly<Record<Exclude<StageReading, "unknown" | "unread">, ReadonlySet<string>>> = {
  planned: setOf(
    "planned|planning|plan|initiated|initiation|pre initiation|ideation|idea|concept|conception|proposed|proposal" +
      "|discovery|exploration|backlog|geplant|planung|idee|konzept|initiiert|prévu|planifié",
  ),
  development: setOf(
    "development|in development|under development|acquisition|acquisition and/or development|acquisition and development" +
      "|acquisition or development|design|build|building|prototype|prototyping|proof of concept|poc|research" +
      "|research and development|entwicklung|in entwicklung|prototyp|en développement",
  ),
  implementation: setOf(
    "implementation|in implementation|implementation and assessment|implementation and testing|assessment|testing|test" +
      "|in testing|validation|pilot|piloting|in pilot|pre production|staging|rollout|rolling out|being deployed" +
      "|einführung|pilotbetrieb|im test|pilotierung",
  ),
  operation: setOf(
    "operation|operations|operational|in operation|operation and maintenance|operations and maintenance|production" +
      "|in production|productive|live|in live use|deployed|fully deployed|active|in use|in service|in mission|fielded" +
      "|betrieb|in betrieb|im betrieb|produktiv|produktivbetrieb|in produktion|aktiv|en production|en service",
  ),
  retired: setOf(
    "retired|retirement|decommissioned|sunset|sunsetted|discontinued|shut down|terminated|withdrawn|end of life" +
      "|archived|außer betrieb|stillgelegt|abgeschaltet|beendet|eingestellt|retiré",
  ),
};

export function readStage(text: string): StageReading {
  if (isBlank(text) || isUnknown(text)) return "unknown";
  const spelling = toSpelling(text).replaceAll("-", " ").replace(/ +/gu, " ");
  return findIn(STAGES, spelling) ?? "unread";
}

const TIERS: Readonly<Record<Exclude<TierReading, "unknown" | "unread">, ReadonlySet<string>>> = {
  tier_1_low: setOf("tier 1|tier 1 low|low|low risk|minimal|minimal risk|niedrig|gering"),
  tier_2_medium: setOf("tier 2|tier 2 medium|medium|medium risk|moderate|limited|limited risk|mittel|begrenzt"),
  tier_3_high: setOf("tier 3|tier 3 high|high|high risk|hoch"),
  tier_4_critical: setOf("tier 4|tier 4 critical|critical|critical risk|very high|sehr hoch|kritisch"),
};

export function readTier(text: string): TierReading {
  if (isBlank(text) || isUnknown(text)) return "unknown";
  const spelling = toSpelling(text).replace(/[-_]/gu, " ").replace(/[()]/gu, "").replace(/ +/gu, " ");
  return findIn(TIERS, spelling) ?? "unread";
}
