// The board approves a model: its submitted package (REG-5 to REG-7), or, where tier 4 asks for it, that an approved model
// goes into use or comes back from suspension (REG-1, VOT-115).

import { z } from "zod";
import { toModelTitle } from "../../registry/schema.ts";
import { TIERS } from "../../registry/tier.ts";
import { StatusApprovalPayload } from "../request.ts";
import { type KindContext, type KindDefinition, type KindReading, modelOf } from "./kind.ts";

/** Kept for submissions; nobody sends it. */
const PackagePayload = z.strictObject({ model: z.string(), package: z.int().min(1), digest: z.string() });

export const modelApproval: KindDefinition = {
  summary: "Approve a model’s submitted package, put a critical model into use, or lift its suspension",
  way: {
    by: "own_way",
    sentence: "Approval is asked for by submitting a model’s scorecard; use and resumption from the model’s own page.",
  },
  input: StatusApprovalPayload,
  read: (payload) => {
    const submitted = PackagePayload.safeParse(payload);
    return submitted.success ? readSubmission(submitted.data.model) : readStatusApproval(payload);
  },
};

function readSubmission(reference: string): KindReading {
  return {
    model: reference,
    subject: reference,
    effect: { type: "approve_package" },
    grounds: null,
    ask: (context) => `Approve “${toModelTitle(modelOf(context))}”?`,
    describeEffect: describeApproval,
  };
}

function describeApproval(context: KindContext) {
  const { conditions } = context;
  const model = modelOf(context);
  const days = TIERS[model.tier].reviewEveryDays;
  const isInUse = model.status === "active";
  const after = isInUse ? "active" : "approved";
  const becomes = isInUse ? "stays in use with a renewed approval" : "becomes approved";
  const tasks =
    conditions === 1 ? "1 condition becomes an action item" : `${conditions} conditions become action items`;
  const items = [
    { what: "Status", before: model.status, after },
    { what: "Last review", before: null, after: "the decision" },
    { what: "Next review", before: null, after: `${days} days after the decision` },
  ];
  return {
    sentence: `“${toModelTitle(model)}” ${becomes}; its next review is due ${days} days after the decision.`,
    items: conditions === 0 ? items : [...items, { what: "Follow-ups", before: null, after: tasks }],
  };
}

function readStatusApproval(payload: unknown): KindReading {
  const { model, to, reason } = StatusApprovalPayload.parse(payload);
  return {
    model,
    subject: model,
    effect: { type: "change_status", to },
    grounds: reason,
    ask: (context) => {
      const subject = modelOf(context);
      return to === "approved" || subject.status === "suspended"
        ? `Lift the suspension of “${toModelTitle(subject)}”?`
        : `Put “${toModelTitle(subject)}” into use?`;
    },
    describeEffect: (context) => {
      const subject = modelOf(context);
      return {
        sentence: `“${toModelTitle(subject)}” goes from ${subject.status} to ${to}.`,
        items: [{ what: "Status", before: subject.status, after: to }],
      };
    },
  };
}
