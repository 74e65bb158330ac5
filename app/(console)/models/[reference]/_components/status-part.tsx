import Link from "next/link";
import { MODEL_STATUS_LABELS } from "@/components/governance/labels";
import { StatusBadge } from "@/components/governance/status-badge";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { ModelView } from "@/lib/governance/registry/view";
import { ChangeStatus } from "./change-status";
import { ProposeStatus } from "./propose-status";
import { sayAuthorities, verbOf } from "./status-words";

/** Where the model stands, where it can go from here, and who may send it there. */
export function StatusPart({ model, mayPropose }: { model: ModelView; mayPropose: boolean }) {
  const { status, acts, transitionRequest: request } = model;
  return (
    <Section title="Status">
      <StatusBadge status={status} />
      {model.suspendedFrom === null ? null : (
        <p className="mt-1 text-sm text-ink-muted">
          Suspended while {MODEL_STATUS_LABELS[model.suspendedFrom].toLowerCase()}.
        </p>
      )}
      {model.provisional === null ? null : (
        <div className="mt-2 rounded-md border border-provisional bg-provisional-soft px-3 py-2 text-sm">
          <p className="font-medium text-provisional">Provisional, by the chair</p>
          <p>
            Lifted <Instant at={model.provisional.deadlineAt} /> unless the board ratifies it in{" "}
            <Link href={paths.proposals.detail(model.provisional.proposal)} className="link font-mono text-xs">
              {model.provisional.proposal}
            </Link>
            .
          </p>
        </div>
      )}
      {request === null ? null : (
        <p className="mt-2 rounded-md border border-line bg-sunken px-3 py-2 text-sm">
          {request.requestedBy.name} as the {request.requestedAs} asked <Instant at={request.requestedAt} /> to make it{" "}
          {MODEL_STATUS_LABELS[request.to].toLowerCase()}: “{request.reason}” The{" "}
          {request.requestedAs === "owner" ? "chair" : "owner"} has to agree.
        </p>
      )}
      {status === "proposed" ? (
        <p className="mt-2 text-sm text-ink-muted">It goes on by being submitted with a complete scorecard.</p>
      ) : null}
      <ul className="mt-3 space-y-3">
        {acts.transitions.map((transition) => {
          const change = { from: status, to: transition.to };
          const subject = { reference: model.reference, name: model.name };
          return (
            <li key={transition.to} className="text-sm">
              {transition.for === "now" || transition.for === "request" ? (
                <ChangeStatus model={subject} change={change} isHalf={transition.for === "request"} />
              ) : transition.for === "decision" ? (
                <LinkButton size="small" href={paths.proposals.decide({ model: model.reference })}>
                  Suspend now…
                </LinkButton>
              ) : transition.for === "proposal" && mayPropose && model.openProposal === null ? (
                <ProposeStatus model={subject} change={change} />
              ) : (
                <span className="font-medium">{verbOf(change)}</span>
              )}
              <span className="mt-1 block text-xs text-ink-muted">by {sayAuthorities(transition.by)}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
