// Runs what happens by itself in this process: the outbox relay, the workers of the queues, the close sweep and the daily
// round. Any number of processes may do so at once: each step is claimed in the database.
import { type JobWithMetadata, PgBoss } from "pg-boss";
import { env } from "../env.ts";
import { listenForChanges } from "../server/change-stream.ts";
import { log } from "../server/log.ts";
import { type CloseProposal, startOfSweep, sweepDueProposals } from "./close-sweep.ts";
import { makeDailyRounds, type RoundTask } from "./daily-round.ts";
import type { Listener } from "./listener.ts";
import { startLoop } from "./loop.ts";
import { type JobData, relayOutbox } from "./outbox-relay.ts";
import { QUEUE_SCHEMA, type QueueName } from "./queues.ts";

export type JobsSetup = {
  readonly topics: Readonly<Record<string, readonly Listener[]>>;
  readonly closeProposal: CloseProposal;
  readonly roundTasks: readonly RoundTask[];
  /** What comes due at its own instants; answers whether there is more. None when left out. */
  readonly sweepEscalations?: () => Promise<boolean>;
  /** `done` remembers the last day of each organisation. None are sent when left out. */
  readonly sendBriefings?: (done: Map<string, string>) => Promise<boolean>;
};

export type RunningJobs = { readonly stop: () => Promise<void> };

const RELAY_EVERY_MS = 1_000;
const ROUND_EVERY_MS = 60_000;
const WORKERS_PER_QUEUE = 2;
const STOP_WITHIN_MS = 15_000;

/** A queue as the application role has it: it owns nothing there, so it neither migrates nor rebuilds. */
function createBoss(): PgBoss {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: "gavel-jobs",
    schema: QUEUE_SCHEMA,
    max: 4,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    // A job whose process was killed is seen by its silent heartbeat at one of these rounds.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => log().error({ err: error }, "the queue reports a problem"));
  boss.on("warning", (warning) => log().warn({ warning }, "the queue gives a warning"));
  return boss;
}

/** Throws when the database or its queues are not there; nothing is left running then. */
export async function startJobs(setup: JobsSetup): Promise<RunningJobs> {
  const boss = createBoss();
  try {
    await boss.start();
    const workers = await startWorkers(boss, setup.topics);
    const loops = startLoops(boss, workers, setup);
    const stopListening = listenForChanges({ onChange: loops.relay.wake, onGap: loops.relay.wake });
    log().info("jobs are running");
    return {
      stop: async () => {
        stopListening();
        await Promise.all([
          loops.relay.stop(),
          loops.sweep.stop(),
          loops.escalations?.stop(),
          loops.round.stop(),
          loops.briefings?.stop(),
        ]);
        await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
      },
    };
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
}

async function startWorkers(boss: PgBoss, topics: JobsSetup["topics"]): Promise<string[]> {
  const queues = new Set(Object.values(topics).flatMap((listeners) => listeners.map((listener) => listener.queue)));
  const workers: Promise<string>[] = [];
  for (const queue of queues) {
    for (let count = 0; count < WORKERS_PER_QUEUE; count += 1) workers.push(startWorker(boss, topics, queue));
  }
  return Promise.all(workers);
}

async function startWorker(boss: PgBoss, topics: JobsSetup["topics"], queue: QueueName): Promise<string> {
  const options = { includeMetadata: true, pollingIntervalSeconds: 1 } as const;
  const worker: string = await boss.work<JobData, void, typeof options>(queue, options, async (jobs) => {
    try {
      for (const job of jobs) await handleJob(topics, queue, job);
    } finally {
      // By itself a worker pauses until the second is over, however much waits: look for the next one at once.
      boss.notifyWorker(worker);
    }
  });
  return worker;
}

async function handleJob(topics: JobsSetup["topics"], queue: QueueName, job: JobWithMetadata<JobData>): Promise<void> {
  const { topic, listener: name, organizationId, requestId } = job.data;
  const listener = topics[topic]?.find((each) => each.name === name);
  const about = { topic, listener: name, organizationId, requestId, attempt: job.retryCount + 1, queue };
  if (listener === undefined) throw new Error(`Nobody here is \`${name}\` and hears of \`${topic}\``);
  const message = { ...job.data, isLastAttempt: job.retryCount >= job.retryLimit };
  try {
    await listener.handle(message);
  } catch (error) {
    log().warn({ err: error, ...about }, message.isLastAttempt ? "a job failed for good" : "a job failed for now");
    if (message.isLastAttempt) await listener.giveUp?.(message, error);
    throw error;
  }
}

function startLoops(boss: PgBoss, workers: readonly string[], setup: JobsSetup) {
  const report = (what: string) => (error: unknown) => log().error({ err: error }, `${what} failed and goes on`);
  const roundsDone = new Map<string, string>();
  const limit = 100;
  const place = startOfSweep();
  const relay = async () => {
    const taken = await relayOutbox({ boss, listenersOf: (topic) => setup.topics[topic] ?? null, limit });
    if (taken > 0) for (const worker of workers) boss.notifyWorker(worker);
    return taken === limit;
  };
  return {
    relay: startLoop({ everyMs: RELAY_EVERY_MS, run: relay, onFailure: report("the outbox relay") }),
    sweep: startLoop({
      everyMs: env().SWEEP_EVERY_MS,
      run: () => sweepDueProposals(setup.closeProposal, place),
      onFailure: report("the close sweep"),
    }),
    escalations:
      setup.sweepEscalations &&
      startLoop({
        everyMs: env().SWEEP_EVERY_MS,
        run: setup.sweepEscalations,
        onFailure: report("the escalation sweep"),
      }),
    round: startLoop({
      everyMs: ROUND_EVERY_MS,
      run: () => makeDailyRounds(setup.roundTasks, roundsDone),
      onFailure: report("the daily round"),
    }),
    briefings: startBriefings(setup, report("the round of briefings")),
  };
}

function startBriefings({ sendBriefings: send }: JobsSetup, onFailure: (error: unknown) => void) {
  const done = new Map<string, string>();
  return send && startLoop({ everyMs: ROUND_EVERY_MS, run: () => send(done), onFailure });
}
