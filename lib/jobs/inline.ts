// Jobs inside the web process: begun as soon as the database is there, ended with the process, live streams too.
import { disconnectDatabase } from "../db/client.ts";
import { closeChangeStream } from "../server/change-stream.ts";
import { log } from "../server/log.ts";
import { closeProposal, ROUND_TASKS, TOPICS } from "./handlers.ts";
import { pauseAfter } from "./loop.ts";
import { type RunningJobs, startJobs } from "./runtime.ts";

const SETUP = { topics: TOPICS, closeProposal, roundTasks: ROUND_TASKS };

/** Keeps trying until the database answers; resolves with how to end them. */
export function keepJobsRunning(): RunningJobs {
  let isStopped = false;
  let endPause: (() => void) | null = null;
  const started = (async () => {
    for (let failures = 1; !isStopped; failures += 1) {
      try {
        return await startJobs(SETUP);
      } catch (error) {
        log().error({ err: error }, "jobs could not begin and are tried again");
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, pauseAfter(failures, 1_000));
          endPause = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
    return null;
  })();
  return {
    stop: async () => {
      isStopped = true;
      endPause?.();
      await (await started)?.stop();
    },
  };
}

/** On SIGTERM and SIGINT: streams end (an open one would hold up the server's own ending), then jobs, then the pool. */
export function stopWithProcess(jobs: RunningJobs | null): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    try {
      await closeChangeStream();
      await jobs?.stop();
      if (jobs !== null) await disconnectDatabase();
    } catch (error) {
      log().error({ err: error }, "stopping was not clean");
    }
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());
}
