// Who hears of what: every topic that a room publishes to the outbox, and every act of the morning round. A new topic
// or listener is one line here.
import { z } from "zod";
import { settleAdvice } from "../governance/advisory/operations/settle-advice.ts";
import { keepCheckpoint } from "../governance/audit/operations/keep-checkpoint.ts";
import { endDepartedSeats } from "../governance/board/operations/end-departed-seats.ts";
import { raiseOverdueReviews } from "../governance/escalations/operations/raise-overdue-reviews.ts";
import { raiseOwn } from "../governance/escalations/operations/raise-own.ts";
import { releaseDeparted } from "../governance/escalations/operations/release-departed.ts";
import { INCIDENT_REVIEWED } from "../governance/escalations/review-store.ts";
import { Refusal } from "../governance/kernel/refusal.ts";
import { createFollowUps } from "../governance/meetings/operations/create-follow-ups.ts";
import { createIncidentActions } from "../governance/meetings/operations/create-incident-actions.ts";
import { releaseActions } from "../governance/meetings/operations/release-actions.ts";
import { remindActions } from "../governance/meetings/operations/remind-actions.ts";
import { MAIL_REQUESTED } from "../governance/notifications/store.ts";
import { failImport } from "../governance/registry/operations/fail-import.ts";
import { refreshDueRisk } from "../governance/registry/operations/refresh-due-risk.ts";
import { runImport } from "../governance/registry/operations/run-import.ts";
import { OWNER_ASSIGNED } from "../governance/registry/owner-store.ts";
import { remindDueReviews } from "../governance/reviews/operations/remind-due-reviews.ts";
import { PROPOSAL_OPENED } from "../governance/voting/opening-store.ts";
import { closeDueProposal } from "../governance/voting/operations/close-due-proposal.ts";
import { flagMissedVotes } from "../governance/voting/operations/flag-missed-votes.ts";

import { recuseOwners } from "../governance/voting/operations/recuse-owners.ts";
import { PROPOSAL_INQUORATE } from "../governance/voting/recusal-store.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import { askAdvice, compareAdvice } from "./ask-advice.ts";
import type { CloseProposal } from "./close-sweep.ts";
import { type RoundTask, roundTask } from "./daily-round.ts";
import { deliverMail } from "./deliver-mail.ts";
import { renewGrants } from "./grant-renewals.ts";
import { callOperation, type JobMessage, type Listener } from "./listener.ts";

export const TOPICS: Readonly<Record<string, readonly Listener[]>> = {
  [MAIL_REQUESTED]: [{ name: "deliver_mail", queue: "notifications.mail", handle: deliverMail }],
  [PROPOSAL_OPENED]: [{ name: "ask_advice", queue: "advisory.ask", handle: askAdvice }],
  "voting.decision_recorded": [
    callOperation("outbox.deliver", createFollowUps),
    { name: settleAdvice.name, queue: "outbox.deliver", handle: compareAdvice },
    { name: flagMissedVotes.name, queue: "outbox.deliver", handle: lookAtAttendance },
    raiseFor("voting.decision_recorded"),
  ],
  "voting.execution_failed": [raiseFor("voting.execution_failed")],
  "voting.chair_decided": [],
  "voting.chair_decision_settled": [raiseFor("voting.chair_decision_settled")],
  "meetings.action_overdue": [raiseFor("meetings.action_overdue")],
  [INCIDENT_REVIEWED]: [callOperation("outbox.deliver", createIncidentActions)],
  "registry.import_requested": [{ ...callOperation("registry.import", runImport), giveUp: recordFailedImport }],
  [PROPOSAL_INQUORATE]: [raiseFor(PROPOSAL_INQUORATE)],
  [OWNER_ASSIGNED]: [callOperation("outbox.deliver", recuseOwners)],
  "identity.membership_ended": [
    callOperation("outbox.deliver", endDepartedSeats),
    callOperation("outbox.deliver", releaseActions),
    callOperation("outbox.deliver", releaseDeparted),
  ],
};

/** What the product noticed of itself becomes an escalation, each occasion once (ESC-114). */
function raiseFor(topic: string): Listener {
  return {
    name: raiseOwn.name,
    queue: "outbox.deliver",
    handle: async ({ organizationId, payload, requestId }) => {
      await invoke(raiseOwn, {
        actor: systemActor(organizationId, raiseOwn.name),
        input: { topic, payload },
        requestId,
      });
    },
  };
}

const ImportRequest = z.object({ importReference: z.string() });

/** A refusal is told as it is; the cause of a defect stays in the log. */
async function recordFailedImport({ organizationId, payload, requestId }: JobMessage, error: unknown): Promise<void> {
  const { importReference } = ImportRequest.parse(payload);
  const cause = error instanceof Refusal ? error.detail : "Something went wrong here; the cause is in the server's log";
  const actor = systemActor(organizationId, failImport.name);
  await invoke(failImport, { actor, requestId, input: { importReference, cause: cause.slice(0, 2_000) } });
}

/** What was decided does not matter: the vote that ended may be the third that somebody missed. */
async function lookAtAttendance({ organizationId, requestId }: JobMessage): Promise<void> {
  await invoke(flagMissedVotes, {
    actor: systemActor(organizationId, flagMissedVotes.name),
    input: {},
    requestId,
  });
}

export const ROUND_TASKS: readonly RoundTask[] = [
  roundTask(refreshDueRisk),
  roundTask(remindDueReviews),
  roundTask(raiseOverdueReviews),
  roundTask(remindActions),
  renewGrants,

  roundTask(flagMissedVotes),
  roundTask(keepCheckpoint),
];

export const closeProposal: CloseProposal = async (organizationId, reference) => {
  await invoke(closeDueProposal, { actor: systemActor(organizationId, closeDueProposal.name), input: { reference } });
};
