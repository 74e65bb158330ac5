import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Instant } from "@/components/ui/instant";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import type { ForecastView } from "@/lib/governance/board/forecast-view";
import type { FieldError as Wrong } from "@/lib/governance/kernel/refusal";
import type { ForecastQuery } from "./forecast-query";

type Member = ForecastView["members"][number];

/** A plain GET form: the question stands in the address, and needs no script. */
export function ForecastForm({
  forecast,
  asked,
  errors,
}: {
  forecast: ForecastView;
  asked: ForecastQuery;
  errors: readonly Wrong[];
}) {
  const ofDay = errors.find((error) => error.path === "on")?.message;
  const ofMembers = errors.find((error) => error.path.startsWith("recused"))?.message;
  // Another seat of the same person may have been named, such as a renewal.
  const isSupposed = ({ reference, standing }: Member) => standing === "recused" || asked.recused.includes(reference);
  return (
    <form action={paths.board.forecast()} className="max-w-read space-y-5">
      <Field label="On the day" hint="From today to five years ahead" error={ofDay} className="max-w-60">
        {/* Anew for each question: a form field keeps what was typed before. */}
        <Input
          key={asked.on ?? forecast.on}
          name="on"
          type="date"
          min={forecast.today}
          max={forecast.latestOn}
          defaultValue={asked.on ?? forecast.on}
        />
      </Field>
      <fieldset className="min-w-0">
        <legend className="text-sm font-medium">Suppose recused</legend>
        {ofMembers === undefined ? null : <FieldError>{ofMembers}</FieldError>}
        <ul className="mt-1.5 border-t border-line">
          {forecast.members.map((member) => (
            <li key={member.reference} className="border-b border-line">
              <Checkbox
                key={`${member.reference} ${isSupposed(member)}`}
                name="recused"
                value={member.reference}
                defaultChecked={isSupposed(member)}
                label={
                  <>
                    {member.name}
                    <span className="text-ink-muted">, {BOARD_ROLE_LABELS[member.role].toLowerCase()}</span>
                  </>
                }
                hint={<TermWords member={member} />}
              />
            </li>
          ))}
        </ul>
      </fieldset>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary">
          Look ahead
        </Button>
        <LinkButton tone="quiet" href={paths.board.forecast()}>
          Begin anew
        </LinkButton>
      </div>
    </form>
  );
}

function TermWords({ member: { standing, isJoining, termStartAt, inOfficeUntil } }: { member: Member }) {
  if (standing === "term_over") {
    return (
      <span className="text-rejected">
        Term over: out of office from <Instant at={inOfficeUntil} as="day" /> on
      </span>
    );
  }
  return (
    <>
      {isJoining ? (
        <>
          Joins on <Instant at={termStartAt} as="day" />, in office
        </>
      ) : (
        "In office"
      )}{" "}
      until <Instant at={inOfficeUntil} as="day" />
    </>
  );
}
