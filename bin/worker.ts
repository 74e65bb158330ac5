// What happens by itself, in a process of its own; as many as you like, beside web processes that run with JOBS=off.
// Joins the running installation, or opens it.
//
//   npm run worker [-- --empty]
import { parseArgs } from "node:util";
import { joinInstallation } from "./bootstrap/installation.ts";

async function startWorker(isEmpty: boolean): Promise<() => Promise<void>> {
  await joinInstallation({ isEmpty });
  // Loaded after the environment is that of the installation.
  const { keepJobsRunning } = await import("../lib/jobs/supervisor.ts");
  const { closeChangeStream } = await import("../lib/server/change-stream.ts");
  const { disconnectDatabase } = await import("../lib/db/client.ts");
  const jobs = keepJobsRunning();
  return async () => {
    await jobs.stop();
    await closeChangeStream();
    await disconnectDatabase();
  };
}

/** Work under way is finished; a second signal does not wait for it, and what it leaves is taken up by others. */
function stopWith(stop: () => Promise<void>): void {
  let signals = 0;
  const onSignal = () => {
    signals += 1;
    if (signals > 1) process.exit(1);
    stop().then(
      () => process.exit(0),
      (cause: unknown) => {
        process.stderr.write(`Stopping was not clean: ${String(cause)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, onSignal);
}

try {
  const { values } = parseArgs({ options: { empty: { type: "boolean", default: false } } });
  stopWith(await startWorker(values.empty));
  process.stderr.write("The worker runs. Ctrl-C ends it.\n");
} catch (cause) {
  process.stderr.write(`The worker did not start: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
}
