import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { dateAt } from "../calendar-date.ts";
import { ForecastQuorumInput, ForecastView, readForecastQuestion, toForecastView } from "../forecast-view.ts";
import { loadCharterInForce, loadSeats, loadTimeZone } from "../store.ts";

export const forecastQuorum = defineOperation({
  name: "board.forecast_quorum",
  summary: "Whether the board could reach a quorum on a day, with some members recused, and when ending terms cost it",
  permission: "board.read",
  effect: "read",
  input: ForecastQuorumInput,
  output: ForecastView,
  async run({ input, now, tx }) {
    const at = await now();
    const timeZone = await loadTimeZone(tx);
    const seats = await loadSeats(tx);
    const { question, errors } = readForecastQuestion(input, { seats, today: dateAt(at, timeZone) });
    if (errors.length > 0) throw refuse("kernel.invalid_input", { fields: errors.map(({ path }) => path) }, errors);
    const { content } = await loadCharterInForce(tx, at);
    const rules = content.quorum;
    return toForecastView(question, { at, timeZone, seats, rules, requiredRoles: content.membership.requiredRoles });
  },
});
