// The people of the demo organisation: fictional, one for each role that somebody may want to try.
import type { BoardRole } from "../../lib/governance/board/schema.ts";
import type { GrantedRole } from "../../lib/governance/kernel/permission.ts";

export const DEMO_ORGANIZATION = { name: "Halden Mutual", timeZone: "Europe/Oslo" };

export type DemoSeat = {
  readonly role: BoardRole;
  readonly expertise: readonly string[];
  /** Days before today on which the term began; its end follows from the role's minimum. */
  readonly startedDaysAgo: number;
};

export type DemoPerson = {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly department: string;
  readonly grantedRoles: readonly GrantedRole[];
  readonly seat?: DemoSeat;
};

const person = (
  key: string,
  name: string,
  title: string,
  department: string,
  rest: Partial<DemoPerson>,
): DemoPerson => ({
  key,
  name,
  email: `${key}@halden.example`,
  title,
  department,
  grantedRoles: [],
  ...rest,
});

export const ADMIN = person("sofia", "Sofia Lindqvist", "Admin of the installation", "Governance office", {
  grantedRoles: ["admin"],
});

export const COLLEAGUES: readonly DemoPerson[] = [
  person("ingrid", "Ingrid Solberg", "Chair of the AI board", "Executive office", {
    seat: { role: "chair", expertise: ["corporate governance", "model risk"], startedDaysAgo: 318 },
  }),
  person("tomas", "Tomás Herrera", "Technical lead on the board", "Data and AI", {
    seat: { role: "technical_lead", expertise: ["machine learning", "MLOps"], startedDaysAgo: 318 },
  }),
  person("priya", "Priya Raman", "Risk officer on the board", "Risk management", {
    seat: { role: "risk_officer", expertise: ["FRM", "AI risk assessment"], startedDaysAgo: 318 },
  }),
  person("amara", "Amara Diallo", "Ethics representative on the board", "Customer trust", {
    seat: { role: "ethics_representative", expertise: ["fairness", "accessibility"], startedDaysAgo: 318 },
  }),
  person("jonathan", "Jonathan Park", "Business representative on the board", "Claims operations", {
    seat: { role: "business_representative", expertise: ["claims", "service design"], startedDaysAgo: 300 },
  }),
  person("elena", "Elena Voss", "Legal counsel on the board", "Legal", {
    seat: { role: "legal_counsel", expertise: ["insurance law", "EU AI Act"], startedDaysAgo: 318 },
  }),
  person("david", "David Ives", "Data steward on the board, owns models", "Actuarial data", {
    grantedRoles: ["model_owner"],
    seat: { role: "data_steward", expertise: ["data lineage", "privacy"], startedDaysAgo: 490 },
  }),
  person("noor", "Noor Haddad", "External advisor, no vote", "University of Bergen", {
    seat: { role: "external_advisor", expertise: ["algorithmic accountability"], startedDaysAgo: 260 },
  }),
  person("mira", "Mira Okafor", "Model owner, claims", "Claims operations", { grantedRoles: ["model_owner"] }),
  person("lukas", "Lukas Brandt", "Model owner, underwriting", "Underwriting", { grantedRoles: ["model_owner"] }),
  person("hanna", "Hanna Eide", "Model owner, customer service", "Customer service", { grantedRoles: ["model_owner"] }),
  person("yusuf", "Yusuf Aydin", "Data engineer, a plain member", "Actuarial data", {}),
  person("peter", "Peter Nakamura", "Auditor", "Internal audit", { grantedRoles: ["auditor"] }),
];

/** Shown on the sign-in page's picker and by the start command. */
export const DEMO_PEOPLE = [...COLLEAGUES, ADMIN].map(({ name, email, title }) => ({
  name,
  email,
  title,
}));
