import { DigestMark } from "@/components/governance/digest-mark";
import { DefinitionList } from "@/components/ui/definition-list";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { EscalationView } from "@/lib/governance/escalations/view";
import { SignReview } from "./sign-review";

type Review = NonNullable<EscalationView["review"]>;
type Names = readonly { readonly id: string; readonly name: string }[];

/** Asked for where it is high or critical; once recorded it is read here, and signed by the chair (ESC-9, ESC-115). */
export function ReviewPart({ item, maySign, names }: { item: EscalationView; maySign: boolean; names: Names }) {
  const { review, protocol, acts, reference } = item;
  if (review === null && !protocol.needsReview) return null;
  return (
    <Section title="Post-incident review" id="review">
      {review === null ? (
        <div className="rounded-md border border-dashed border-line-strong/60 px-5 py-4">
          <p className="max-w-read">
            {item.status === "resolved"
              ? "None was recorded."
              : "It is resolved after its review: what happened when, why, what it did, what is done about it, what was learned."}
          </p>
          {acts.includes("review") ? (
            <LinkButton className="mt-3" href={paths.escalations.review(reference)}>
              Write the review
            </LinkButton>
          ) : null}
        </div>
      ) : (
        <>
          <State reference={reference} review={review} maySign={maySign} />
          <Content review={review} names={names} />
        </>
      )}
    </Section>
  );
}

function State({ reference, review, maySign }: { reference: string; review: Review; maySign: boolean }) {
  const { digest, recordedAt, recordedBy, signed } = review;
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-ink-muted">
        Recorded by {recordedBy.name}, <Instant at={recordedAt} as="dayTime" /> ·{" "}
        <DigestMark digest={digest} what="review" />
        {signed === null ? (
          " · not signed yet"
        ) : (
          <>
            {" · "}
            <span className="font-medium text-passed">Signed by {signed.by.name}</span>,{" "}
            <Instant at={signed.at} as="dayTime" />
          </>
        )}
      </p>
      {signed === null && maySign ? <SignReview reference={reference} digest={digest} /> : null}
    </div>
  );
}

function Content({ review, names }: { review: Review; names: Names }) {
  const text = (value: string) => <p className="max-w-read whitespace-pre-line">{value}</p>;
  return (
    <DefinitionList
      items={[
        {
          term: "What happened",
          value: (
            <ol className="space-y-1">
              {review.timeline.map(({ at, what }) => (
                <li key={`${at}-${what}`} className="flex flex-wrap gap-x-3">
                  <Instant at={at} as="dayTime" className="w-32 shrink-0 text-ink-muted" />
                  <span className="min-w-0 flex-1 basis-56">{what}</span>
                </li>
              ))}
            </ol>
          ),
        },
        { term: "Root cause", value: text(review.rootCause) },
        { term: "Impact", value: text(review.impact) },
        {
          term: "Actions",
          value:
            review.actions.length === 0 ? (
              "None"
            ) : (
              <ul className="space-y-1">
                {review.actions.map((action) => (
                  <li key={action.text}>
                    {action.text}{" "}
                    <span className="text-ink-muted">
                      ({names.find(({ id }) => id === action.assignee)?.name ?? "nobody assigned"}, within{" "}
                      {plural(action.dueInDays, "day")})
                    </span>
                  </li>
                ))}
              </ul>
            ),
        },
        { term: "Lessons", value: text(review.lessons) },
        { term: "Policy updates", value: text(review.policyUpdates) },
      ]}
    />
  );
}
