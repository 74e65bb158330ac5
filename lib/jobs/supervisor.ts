// Keeps jobs running in this process: begun as soon as the database is there, ended when asked.
import { log } from "../server/log.ts";
import { sendBriefings } from "./briefing-round.ts";
import { sweepEscalations } from "./escalation-sweep.ts";
import { closeProposal, ROUND_TASKS, TOPICS } from "./handlers.ts";
import { pauseAfter } from "./loop.ts";
import { type RunningJobs, startJobs } from "./runtime.ts";

const SETUP = { topics: TOPICS, closeProposal, roundTasks: ROUND_TASKS, sweepEscalations, sendBriefings };
const FIRST_PAUSE_MS = 1_000;

/** Tries until the database and its queues are there. */
export function keepJobsRunning(): RunningJobs {
  const stopping = new AbortController();
  const started = startWhenPossible(stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await (await started)?.stop();
    },
  };
}

async function startWhenPossible(stopping: AbortSignal): Promise<RunningJobs | null> {
  for (let failures = 1; !stopping.aborted; failures += 1) {
    try {
      return await startJobs(SETUP);
    } catch (error) {
      log().error({ err: error }, "jobs could not begin and are tried again");
      await pause(pauseAfter(failures, FIRST_PAUSE_MS), stopping);
    }
  }
  return null;
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopping.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
