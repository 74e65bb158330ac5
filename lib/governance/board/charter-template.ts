// Answers "with which charter does an organisation begin?" (BRD-7). Both templates share the decision rights, the paths
// and the constitution; they differ in what the board looks after and in what it may do.

import { REQUIRED_ROLES } from "./board-role.ts";
import type { CharterContent, ConstitutionPrinciple, EscalationPath, EscalationSeverity } from "./charter.ts";
import { STANDARD_DECISION_RIGHTS, STANDARD_QUORUM_RULES } from "./decision-right.ts";
import type { CharterTemplate } from "./schema.ts";

/** First notices and response times of the escalation table (ESC); every path ends at the chair. */
const ESCALATION_PATHS: Record<EscalationSeverity, EscalationPath> = {
  low: { respondWithinHours: 168, steps: [["team"], ["risk_officer"], ["chair"]] },
  medium: { respondWithinHours: 48, steps: [["chair"]] },
  high: { respondWithinHours: 24, steps: [["board"], ["chair"]] },
  critical: { respondWithinHours: 4, steps: [["board", "executive"], ["chair"]] },
};

const CONSTITUTION: readonly ConstitutionPrinciple[] = [
  {
    key: "knowledge_preservation",
    name: "Knowledge preservation",
    definition:
      "What was known, assumed and decided is kept so that a successor can understand it; nothing of value is lost by a change.",
  },
  {
    key: "trust_integrity",
    name: "Trust integrity",
    definition: "Trust is earned by conduct on record and withdrawn by it; nobody and no system may raise their own.",
  },
  {
    key: "transparency",
    name: "Transparency",
    definition:
      "Whoever is affected by a decision can learn that it was made, by whom, by which rule and for what reasons.",
  },
  {
    key: "gradual_change",
    name: "Gradual change",
    definition: "Changes come in steps that can be observed and taken back, the more so the more they may harm.",
  },
  {
    key: "human_oversight",
    name: "Human oversight",
    definition:
      "A person with the knowledge, the time and the authority to intervene answers for every consequential decision.",
  },
  {
    key: "security",
    name: "Security",
    definition: "Models, data and the means of control are protected against misuse, from outside and from within.",
  },
  {
    key: "fairness",
    name: "Fairness",
    definition:
      "Nobody is put at a disadvantage without a reason that they could accept; differences in outcome are measured.",
  },
];

const MEMBERSHIP_RULES: readonly string[] = [
  "The board has one chair. No second chair holds office at the same time.",
  "The chair, the technical lead, the risk officer and the ethics representative must be seated for the board to be complete.",
  "Every seat has one vote, except that of the external advisor, who advises without a vote.",
  "A term lasts at least the minimum of its role, counted in calendar months. Voting rights end with the term, whether or not a successor has been seated.",
  "The chair owns no model. A member who owns a model, or has declared a conflict of interest with it or its vendor, is recused from decisions on it.",
  "A recused member neither deliberates nor votes on the matter; the recusal and its ground are shown with the result.",
  "The only chair leaves office only when a successor has been seated.",
];

type TemplateText = Pick<CharterContent, "purpose" | "scope" | "authority" | "accountability" | "amendmentProcess">;

const AMENDMENT =
  "Any member may propose an amendment as a full text with its difference to the version in force. It is decided as a charter amendment under the rules of the version in force, not of the one proposed. When it passes, the next version takes effect at the instant of the result and names the decision that adopted it. Earlier versions are never changed or removed. Proposals that were open at that instant are decided under the version in which they were opened.";

const STANDARD: (organization: string) => TemplateText = (organization) => ({
  purpose: `The AI governance board of ${organization} decides which AI models may be put to use and stay in use, on what conditions, and answers for these decisions. It exists so that risks are weighed before harm is done, by people who are independent of those who build, and so that anyone entitled to ask can learn what was decided and why.`,
  scope: [
    "Production models: every AI model in operation, whoever built it",
    "High-risk models in development: those assessed as tier 3 or tier 4, from the first proposal on",
    "Third-party integrations: models and AI services that others supply",
  ],
  authority: [
    "Approve or reject deployments, with or without conditions",
    "Set the policies that models and their owners must follow",
    "Mandate remediation, suspend a model and order its decommissioning",
    "Request audits of any model in scope, its data and its records",
  ],
  accountability: `The board answers to the leadership of ${organization}. It keeps a complete, tamper-evident record of its decisions with reasons and dissent, reports what was decided and what is overdue at least once a quarter, and opens its record to auditors at any time. Members answer personally for declaring their conflicts of interest.`,
  amendmentProcess: AMENDMENT,
});

const ENTERPRISE: (organization: string) => TemplateText = (organization) => ({
  purpose: `The AI governance board of ${organization} directs and oversees artificial intelligence across the whole enterprise. It decides on high-risk models, sets policy for every business unit, allocates the means for safe operation and coordinates the functions that share responsibility, so that the enterprise uses AI where it serves people and stops where it does not.`,
  scope: [
    "All business units, including subsidiaries under common management",
    "Vendor solutions: models and AI services bought, licensed or embedded in other products",
    "Research and development: experiments and prototypes from the moment they use real data or reach real people",
    "Customer-facing applications: everything through which AI addresses, assesses or serves a customer",
  ],
  authority: [
    "Final approval authority for high-risk models: tiers 3 and 4",
    "Policy setting for the whole enterprise, binding on every business unit",
    "Budget allocation for governance, assurance and remediation",
    "Cross-functional coordination of technology, risk, legal, data and business functions",
    "Suspension and decommissioning of any model in scope",
  ],
  accountability: `The board answers to the executive management and the supervisory body of ${organization}. It keeps a complete, tamper-evident record of its decisions with reasons and dissent, reports at least once a quarter on risk, on conditions and actions outstanding and on the use of its budget, and opens its record to internal and external auditors at any time. The head of each business unit answers for carrying out the board's decisions there. Members answer personally for declaring their conflicts of interest.`,
  amendmentProcess: AMENDMENT,
});

const TEXTS: Record<CharterTemplate, (organization: string) => TemplateText> = {
  standard: STANDARD,
  enterprise: ENTERPRISE,
};

/** Version 1 of an organisation's charter. */
export function toCharterContent(template: CharterTemplate, organization: string): CharterContent {
  return {
    organization,
    ...TEXTS[template](organization),
    decisionRights: STANDARD_DECISION_RIGHTS,
    escalationPaths: ESCALATION_PATHS,
    membership: { requiredRoles: [...REQUIRED_ROLES], rules: [...MEMBERSHIP_RULES] },
    quorum: STANDARD_QUORUM_RULES,
    sealedBallots: false,
    reviewEveryMonths: 12,
    constitution: [...CONSTITUTION],
  };
}
