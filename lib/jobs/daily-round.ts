// What happens each morning of an organisation (REV-101, MTG-107), in its own time zone. The operations themselves see to it
// that nobody is told twice; remembering the day here only spares asking.
import type { z } from "zod";
import { database } from "../db/client.ts";
import type { UnitOfWork } from "../db/unit-of-work.ts";
import { toLocalDate, toLocalTime } from "../governance/kernel/local-time.ts";
import type { Operation } from "../governance/kernel/operation.ts";
import { systemActor } from "../server/actor.ts";
import { invoke } from "../server/invoke.ts";
import { log } from "../server/log.ts";

/** The hour at which the round begins. */
const ROUND_HOUR = 8;

/** The local day whose round is to be made now; null before its hour, or when that day's was made. */
export function deriveRoundDay(at: Date, zone: string, lastDay: string | undefined): string | null {
  if (toLocalTime(at, zone).hour < ROUND_HOUR) return null;
  const day = toLocalDate(at, zone);
  return day === lastDay ? null : day;
}

export type RoundTask = { readonly name: string; readonly run: (organizationId: string) => Promise<void> };

/** An operation without input, carried out as the system. */
export function roundTask<OutputSchema extends z.ZodType>(
  operation: Operation<z.ZodType, OutputSchema, UnitOfWork>,
): RoundTask {
  return {
    name: operation.name,
    run: async (organizationId) => {
      await invoke(operation, { actor: systemActor(organizationId, operation.name), input: {} });
    },
  };
}

/** One turn over all organisations; `done` remembers the last day per organisation. Never asks for another turn. */
export async function makeDailyRounds(tasks: readonly RoundTask[], done: Map<string, string>): Promise<boolean> {
  const { rows } = await database().pool.query<{ id: string; time_zone: string; now: Date }>(
    "SELECT id, time_zone, governance_now() AS now FROM organization_directory()",
  );
  for (const { id, time_zone: zone, now } of rows) {
    const day = deriveRoundDay(now, zone, done.get(id));
    if (day === null) continue;
    const failures = await runTasks(tasks, id);
    if (failures === 0) done.set(id, day);
  }
  return false;
}

/** One task's failure is not another's; the failed ones are tried again at the next turn. */
async function runTasks(tasks: readonly RoundTask[], organizationId: string): Promise<number> {
  let failures = 0;
  for (const task of tasks) {
    try {
      await task.run(organizationId);
    } catch (error) {
      failures += 1;
      log().error({ err: error, organizationId, task: task.name }, "a task of the daily round failed");
    }
  }
  return failures;
}
