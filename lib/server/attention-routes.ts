// HTTP routes of escalations and of the tree of portfolios that they rest on; part of the one table in `http-routes.ts`.
import { acknowledgeEscalation } from "../governance/escalations/operations/acknowledge-escalation.ts";
import { acknowledgeEscalations } from "../governance/escalations/operations/acknowledge-escalations.ts";
import { assignEscalation } from "../governance/escalations/operations/assign-escalation.ts";
import { assignEscalations } from "../governance/escalations/operations/assign-escalations.ts";
import { changeRules } from "../governance/escalations/operations/change-rules.ts";
import { createSilence } from "../governance/escalations/operations/create-silence.ts";
import { endSilence } from "../governance/escalations/operations/end-silence.ts";
import { linkEscalations } from "../governance/escalations/operations/link-escalations.ts";
import { linkProposal } from "../governance/escalations/operations/link-proposal.ts";
import { listEscalations } from "../governance/escalations/operations/list-escalations.ts";
import { listSilences } from "../governance/escalations/operations/list-silences.ts";
import { listTriggers } from "../governance/escalations/operations/list-triggers.ts";
import { previewEscalation } from "../governance/escalations/operations/preview-escalation.ts";
import { raiseEscalation } from "../governance/escalations/operations/raise-escalation.ts";
import { raiseEscalations } from "../governance/escalations/operations/raise-escalations.ts";
import { readBriefing } from "../governance/escalations/operations/read-briefing.ts";
import { readBudgets } from "../governance/escalations/operations/read-budgets.ts";
import { readEscalation } from "../governance/escalations/operations/read-escalation.ts";
import { readMetrics as readEscalationMetrics } from "../governance/escalations/operations/read-metrics.ts";
import { readRules } from "../governance/escalations/operations/read-rules.ts";
import { readSummary } from "../governance/escalations/operations/read-summary.ts";
import { recordIncidentReview } from "../governance/escalations/operations/record-incident-review.ts";
import { resolveEscalation } from "../governance/escalations/operations/resolve-escalation.ts";
import { resolveEscalations } from "../governance/escalations/operations/resolve-escalations.ts";
import { setBudget } from "../governance/escalations/operations/set-budget.ts";
import { signIncidentReview } from "../governance/escalations/operations/sign-incident-review.ts";
import { undoAcknowledgement } from "../governance/escalations/operations/undo-acknowledgement.ts";
import { scheduleEscalationReviews } from "../governance/meetings/operations/schedule-escalation-reviews.ts";
import { createPortfolio } from "../governance/portfolio/operations/create-portfolio.ts";
import { createVenture } from "../governance/portfolio/operations/create-venture.ts";
import { listPortfolios } from "../governance/portfolio/operations/list-portfolios.ts";
import { listVentures } from "../governance/portfolio/operations/list-ventures.ts";
import { readPortfolio } from "../governance/portfolio/operations/read-portfolio.ts";
import { readTree } from "../governance/portfolio/operations/read-tree.ts";
import { readVenture } from "../governance/portfolio/operations/read-venture.ts";
import { updatePortfolio } from "../governance/portfolio/operations/update-portfolio.ts";
import { updateVenture } from "../governance/portfolio/operations/update-venture.ts";
import type { HttpRoute } from "./http-routes.ts";

export const ATTENTION_ROUTES: readonly HttpRoute[] = [
  { method: "GET", path: "/escalations", operation: listEscalations },
  { method: "POST", path: "/escalations", operation: raiseEscalation, status: 201 },
  { method: "POST", path: "/escalations/batch", operation: raiseEscalations },
  { method: "POST", path: "/escalations/preview", operation: previewEscalation },
  { method: "POST", path: "/escalations/acknowledge", operation: acknowledgeEscalations },
  { method: "POST", path: "/escalations/acknowledge/undo", operation: undoAcknowledgement },
  { method: "POST", path: "/escalations/assign", operation: assignEscalations },
  { method: "POST", path: "/escalations/resolve", operation: resolveEscalations },
  { method: "POST", path: "/escalations/proposal", operation: linkEscalations },
  { method: "POST", path: "/escalations/review-date", operation: scheduleEscalationReviews, status: 201 },
  { method: "GET", path: "/escalations/summary", operation: readSummary },
  { method: "GET", path: "/escalations/metrics", operation: readEscalationMetrics },
  { method: "GET", path: "/escalations/triggers", operation: listTriggers },
  { method: "GET", path: "/escalations/{reference}", operation: readEscalation },
  { method: "POST", path: "/escalations/{reference}/acknowledge", operation: acknowledgeEscalation },
  { method: "POST", path: "/escalations/{reference}/assign", operation: assignEscalation },
  { method: "POST", path: "/escalations/{reference}/resolve", operation: resolveEscalation },
  { method: "POST", path: "/escalations/{reference}/proposal", operation: linkProposal },
  {
    method: "POST",
    path: "/escalations/{reference}/post-incident-review",
    operation: recordIncidentReview,
    status: 201,
  },
  { method: "POST", path: "/escalations/{reference}/post-incident-review/sign", operation: signIncidentReview },
  { method: "GET", path: "/briefing", operation: readBriefing },
  { method: "GET", path: "/escalation-budgets", operation: readBudgets },
  { method: "PUT", path: "/escalation-budgets/{scope}", operation: setBudget },
  { method: "GET", path: "/escalation-rules", operation: readRules },
  { method: "PATCH", path: "/escalation-rules", operation: changeRules },
  { method: "GET", path: "/silences", operation: listSilences },
  { method: "POST", path: "/silences", operation: createSilence, status: 201 },
  { method: "POST", path: "/silences/{reference}/end", operation: endSilence },
  { method: "GET", path: "/portfolio", operation: readTree },
  { method: "GET", path: "/portfolios", operation: listPortfolios },
  { method: "POST", path: "/portfolios", operation: createPortfolio, status: 201 },
  { method: "GET", path: "/portfolios/{reference}", operation: readPortfolio },
  { method: "PATCH", path: "/portfolios/{reference}", operation: updatePortfolio },
  { method: "GET", path: "/ventures", operation: listVentures },
  { method: "POST", path: "/ventures", operation: createVenture, status: 201 },
  { method: "GET", path: "/ventures/{reference}", operation: readVenture },
  { method: "PATCH", path: "/ventures/{reference}", operation: updateVenture },
];
