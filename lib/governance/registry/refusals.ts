// Answers "why does the registry refuse this, and what would help?" Codes, facts and classes of this area.
import { defineRefusals, refusal } from "../kernel/refusal.ts";

const list = (items: readonly string[]) => items.map((item) => `\`${item}\``).join(", ");

export const refuse = defineRefusals({
  "registry.model_exists": refusal<{ name: string; version: string; reference: string }>({
    class: "conflict",
    title: "This model is already registered",
    detail: (f) => `\`${f.name}\` version \`${f.version}\` is already registered as \`${f.reference}\``,
    hint: () => "Choose another version, or change the registered model",
  }),
  "registry.model_locked": refusal<{ model: string; proposal: string; fields: readonly string[] }>({
    class: "conflict",
    title: "This model is under vote",
    detail: (f) => `\`${f.model}\` cannot change in ${list(f.fields)} while proposal \`${f.proposal}\` is open`,
    hint: (f) => `Withdraw \`${f.proposal}\` to edit, or wait for its result`,
  }),
  "registry.model_frozen": refusal<{ model: string; status: string }>({
    class: "conflict",
    title: "This model takes no changes",
    detail: (f) => `\`${f.model}\` is \`${f.status}\`: no changes are allowed in this status`,
    hint: (f) => (f.status === "suspended" ? "Lift the suspension first" : "A decommissioned model stays as it was"),
  }),
  "registry.not_own_model": refusal<{ model: string; act: string }>({
    class: "forbidden",
    title: "This is not your model",
    detail: (f) => `Only the owner of \`${f.model}\` may ${f.act}`,
    hint: () => "An admin can assign the owner",
  }),
  "registry.owner_unknown": refusal<{ owner: string }>({
    class: "unprocessable",
    title: "The owner is not a member",
    detail: (f) => `No active member of this organisation is \`${f.owner}\``,
    hint: () => "Invite the person first, or choose another owner",
  }),
  "registry.owner_chairs_board": refusal<{ owner: string }>({
    class: "unprocessable",
    title: "The chair owns no model",
    detail: (f) =>
      `\`${f.owner}\` holds the seat \`chair\`, or is appointed to it, and must stay independent of the models`,
    hint: () => "Choose another owner",
  }),
  "registry.transition_refused": refusal<{ model: string; from: string; to: string; allowed: readonly string[] }>({
    class: "conflict",
    title: "This change of status is not possible",
    detail: (f) => `\`${f.model}\` cannot go from \`${f.from}\` to \`${f.to}\``,
    hint: (f) =>
      f.allowed.length > 0 ? `From \`${f.from}\` it can go to: ${list(f.allowed)}` : `\`${f.from}\` is final`,
  }),
  "registry.transition_needs_authority": refusal<{ model: string; from: string; to: string; by: readonly string[] }>({
    class: "forbidden",
    title: "This change of status is for somebody else to make",
    detail: (f) => `Taking \`${f.model}\` from \`${f.from}\` to \`${f.to}\` is not yours to decide`,
    hint: (f) => `It needs: ${list(f.by)}`,
  }),
  "registry.transition_needs_proposal": refusal<{ model: string; from: string; to: string }>({
    class: "conflict",
    title: "The board decides this change of status",
    detail: (f) => `Taking \`${f.model}\` from \`${f.from}\` to \`${f.to}\` is a decision of the board`,
    hint: (f) => `Open a proposal on \`${f.model}\`; its decision carries the change`,
  }),
  "registry.transition_needs_decision": refusal<{ model: string; from: string; to: string }>({
    class: "conflict",
    title: "The chair decides this on record, and the board ratifies it",
    detail: (f) => `\`${f.model}\` is suspended by a decision of the chair with a rationale`,
    hint: () => "Choose “Suspend now…” on the model’s page, or POST to /decisions",
  }),
  "registry.suspension_is_provisional": refusal<{ model: string; decision: string; proposal: string }>({
    class: "conflict",
    title: "The suspension awaits its ratification",
    detail: (f) =>
      `\`${f.model}\` is suspended provisionally by \`${f.decision}\`, which the board votes on in \`${f.proposal}\``,
    hint: (f) => `The chair who decided can withdraw \`${f.proposal}\`, which lifts the suspension at once`,
  }),
  "registry.owner_is_assigned": refusal<{ owner: string }>({
    class: "forbidden",
    title: "Owners are assigned by an admin",
    detail: (f) => `You may register models of your own, but not make \`${f.owner}\` the owner`,
    hint: () => "Leave the owner out, or ask an admin to assign one",
  }),
  "registry.tier_lowering_refused": refusal<{ model: string; assessed: string; to: string; cause: string }>({
    class: "forbidden",
    title: "A tier is lowered by the chair, with a reason",
    detail: (f) => `\`${f.model}\` is assessed as \`${f.assessed}\` and cannot be set to \`${f.to}\`: ${f.cause}`,
    hint: () => "Ask the chair, or correct the facts that decide the tier",
  }),
  "registry.scorecard_incomplete": refusal<{ model: string; missing: readonly string[] }>({
    class: "unprocessable",
    title: "The scorecard is not complete",
    detail: (f) => `\`${f.model}\` cannot be submitted: ${list(f.missing)} still need attention`,
    hint: () => "Every criterion needs a score, a justification and at least one piece of evidence",
  }),
  "registry.not_submittable": refusal<{ model: string; status: string }>({
    class: "conflict",
    title: "This model cannot be submitted now",
    detail: (f) => `\`${f.model}\` is \`${f.status}\`; only proposed or operational models are submitted`,
  }),
  "registry.already_submitted": refusal<{ model: string; proposal: string }>({
    class: "conflict",
    title: "This model is already submitted",
    detail: (f) => `Proposal \`${f.proposal}\` on \`${f.model}\` is open`,
    hint: (f) => `Withdraw \`${f.proposal}\` to submit anew`,
  }),
  "registry.import_unreadable": refusal<{ cause: string; remedy: string }>({
    class: "unprocessable",
    title: "The file cannot be imported",
    detail: (f) => f.cause,
    hint: (f) => f.remedy,
  }),
  "registry.import_mapping_invalid": refusal<{ problems: readonly string[] }>({
    class: "unprocessable",
    title: "The mapping does not fit the file",
    detail: (f) => f.problems.join("; "),
    hint: () => "Correct the mapping and look at the preview again",
  }),
  "registry.import_file_changed": refusal<{ previewedDigest: string; digest: string }>({
    class: "conflict",
    title: "The file changed since the preview",
    detail: (f) => `The preview showed the file \`${f.previewedDigest}\`; this one is \`${f.digest}\``,
    hint: () => "Look at the preview of the new file, then start the import",
  }),
  "registry.import_not_open": refusal<{ import: string; state: string; act: string }>({
    class: "conflict",
    title: "This import is past that",
    detail: (f) => `Import \`${f.import}\` is \`${f.state}\` and cannot be ${f.act}`,
    hint: () => "Upload the file again to import it anew",
  }),
  "registry.import_running": refusal<{ import: string; source: string }>({
    class: "conflict",
    title: "An import of this source is running",
    detail: (f) => `Import \`${f.import}\` of \`${f.source}\` has not finished`,
    hint: () => "Wait for it, or cancel it",
  }),
});
