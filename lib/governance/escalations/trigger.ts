// Answers "which known trigger is this?" (ESC-2): offered when raising, matched on intake by the words of the title.
import { normalizeName } from "../kernel/text.ts";
import type { Severity, Trigger } from "./schema.ts";

export type TriggerDefinition = {
  readonly label: string;
  readonly severity: Severity;
  /** Whole words of a title that say it; normalised. */
  readonly phrases: readonly string[];
};

export const TRIGGERS: Readonly<Record<Trigger, TriggerDefinition>> = {
  harmful_outputs: {
    label: "Harmful outputs",
    severity: "critical",
    phrases: ["harmful output", "harmful outputs"],
  },
  data_breach: { label: "Data breach", severity: "critical", phrases: ["data breach", "data breaches", "data leak"] },
  regulatory_investigation: {
    label: "Regulatory investigation",
    severity: "critical",
    phrases: ["regulatory investigation", "investigation by the regulator"],
  },
  significant_safety_incident: {
    label: "Significant safety incident",
    severity: "critical",
    phrases: ["significant safety incident", "safety incident"],
  },
  performance_degradation: {
    label: "Performance degradation",
    severity: "high",
    phrases: ["performance degradation", "degraded performance"],
  },
  bias_incident: { label: "Bias incident", severity: "high", phrases: ["bias incident", "biased outputs"] },
  compliance_violation: {
    label: "Compliance violation",
    severity: "high",
    phrases: ["compliance violation", "compliance violations"],
  },
  security_vulnerability: {
    label: "Security vulnerability",
    severity: "high",
    phrases: ["security vulnerability", "security vulnerabilities"],
  },
  pattern_of_user_complaints: {
    label: "Pattern of user complaints",
    severity: "medium",
    phrases: ["pattern of user complaints", "user complaints"],
  },
  minor_policy_violation: {
    label: "Minor policy violation",
    severity: "medium",
    phrases: ["minor policy violation", "policy violation"],
  },
  documentation_gaps: {
    label: "Documentation gaps",
    severity: "medium",
    phrases: ["documentation gap", "documentation gaps"],
  },
  monitoring_alerts: {
    label: "Monitoring alerts",
    severity: "medium",
    phrases: ["monitoring alert", "monitoring alerts"],
  },
  scheduling_conflicts: {
    label: "Scheduling conflicts",
    severity: "low",
    phrases: ["scheduling conflict", "scheduling conflicts"],
  },
  minor_process_deviations: {
    label: "Minor process deviations",
    severity: "low",
    phrases: ["minor process deviation", "process deviation", "process deviations"],
  },
  training_needs: { label: "Training needs", severity: "low", phrases: ["training need", "training needs"] },
  general_inquiries: { label: "General inquiries", severity: "low", phrases: ["general inquiry", "general inquiries"] },
};

const NAMES = Object.keys(TRIGGERS) as Trigger[];
/** Anything that is neither a letter nor a digit ends a word. */
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** The most severe trigger that the title names, in the order of the catalogue; null when it names none. */
export function matchTrigger(title: string): Trigger | null {
  const words = ` ${normalizeName(title).replace(BETWEEN_WORDS, " ").trim()} `;
  return NAMES.find((name) => TRIGGERS[name].phrases.some((phrase) => words.includes(` ${phrase} `))) ?? null;
}
