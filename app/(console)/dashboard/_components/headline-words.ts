// The dashboard's reasons as sentences. Codes without words here do not exist: the switch names every one.
import { formatDayTime } from "@/lib/format/instant";
import { formatCount } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { Home } from "@/lib/governance/dashboard/schema";

type Reason = Home["headline"][number];
type Clock = { readonly now: Date; readonly zone: string };

/** As far as they are counted. */
const MANY = 100;

/** One reason to act, as a sentence without its full stop. */
export function headlineWords(reason: Reason, clock: Clock): string {
  const total = Number(reason.facts.total ?? 0);
  switch (reason.code) {
    case "dashboard.votes_need_you":
      return votesWords(total, reason.facts.nextDeadlineAt, clock);
    case "dashboard.escalations_need_you":
      return total < MANY
        ? plural(total, "high or critical escalation needs an answer", "high or critical escalations need an answer")
        : `${MANY} or more high and critical escalations need an answer`;
    case "dashboard.chair_must_act":
      return plural(total, "matter waits for you as chair", "matters wait for you as chair");
    case "dashboard.rulings_need_you":
      return plural(
        total,
        "alleged conflict of interest waits for your ruling",
        "alleged conflicts of interest wait for your ruling",
      );
    case "dashboard.models_ask_you":
      return `${formatCount(total)} of your models ${total === 1 ? "needs" : "need"} something from you`;
    case "dashboard.follow_ups_overdue":
      return plural(total, "follow-up of yours is overdue", "follow-ups of yours are overdue");
    case "dashboard.set_up_missing":
      return plural(total, "thing is left to set up", "things are left to set up");
    case "dashboard.no_models":
      return "No model is registered yet";
    case "dashboard.record_stands":
      return `The record holds ${plural(total, "entry", "entries")}`;
    case "dashboard.votes_run_without_you":
      return `Nothing needs you; ${plural(total, "vote is", "votes are")} running`;
    default:
      return "Nothing needs you today";
  }
}

function votesWords(total: number, next: Reason["facts"][string] | undefined, { now, zone }: Clock): string {
  const said = plural(total, "vote needs you", "votes need you");
  if (typeof next !== "string") return said;
  const when = formatDayTime(new Date(next), now, zone);
  return total === 1 ? `${said}, it closes ${when}` : `${said}, the next closes ${when}`;
}
