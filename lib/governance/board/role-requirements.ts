// Answers "what must somebody bring to this seat?" (BRD-3). Shown when a person is seated; independence is judged by
// `independence.ts`, everything else by the people who seat.
import type { BoardRole } from "./schema.ts";

export type RoleRequirements = {
  readonly qualifications: readonly string[];
  /** At least this much time. */
  readonly hoursPerMonth: number;
  /** One sentence on what the person must not be, or on what follows when they are. */
  readonly independence: string;
};

export const ROLE_REQUIREMENTS: Readonly<Record<BoardRole, RoleRequirements>> = {
  chair: {
    qualifications: ["Senior leadership", "AI or machine learning background", "Governance experience"],
    hoursPerMonth: 20,
    independence: "Owns no model",
  },
  technical_lead: {
    qualifications: ["Machine learning or AI expertise", "System architecture", "Experience with production systems"],
    hoursPerMonth: 15,
    independence: "May own models, recused from decisions on them",
  },
  risk_officer: {
    qualifications: ["Risk management certification", "AI risk assessment", "Compliance background"],
    hoursPerMonth: 15,
    independence: "Independent from development",
  },
  ethics_representative: {
    qualifications: ["Applied or AI ethics", "Fairness and impact assessment", "Work with affected groups"],
    hoursPerMonth: 10,
    independence: "Independent from development and from revenue targets; recused from decisions on own models",
  },
  business_representative: {
    qualifications: [
      "Responsibility for a business unit or operation",
      "Judging costs and benefits",
      "Change management",
    ],
    hoursPerMonth: 8,
    independence: "May own models, recused from decisions on them",
  },
  external_advisor: {
    qualifications: ["Recognised standing in the industry or in research", "AI governance elsewhere"],
    hoursPerMonth: 4,
    independence: "Not employed by the organisation and supplies nothing to it; advises without a vote",
  },
  legal_counsel: {
    qualifications: ["Admitted to practise law", "Technology, privacy or liability law", "AI regulation"],
    hoursPerMonth: 10,
    independence: "Gives no counsel on a matter and votes on it; recused from decisions on own models",
  },
  data_steward: {
    qualifications: [
      "Data governance and quality",
      "Privacy and records management",
      "Data lineage and access control",
    ],
    hoursPerMonth: 12,
    independence: "May own models, recused from decisions on them",
  },
};
