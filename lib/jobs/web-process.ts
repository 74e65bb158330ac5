// What a web process does besides answering: who is connected is marked on every request, jobs run when JOBS is `inline`, and
// what stays open ends cleanly.
import { env } from "../env.ts";
import { closeChangeStream } from "../server/change-stream.ts";
import { log } from "../server/log.ts";
import { markPeerAddresses } from "../server/peer-address.ts";
import { keepJobsRunning } from "./supervisor.ts";

/** Streams end first: an open one would hold up the server's own ending. What jobs leave undone is taken up again. */
export function runInWebProcess(): void {
  markPeerAddresses();
  const jobs = env().JOBS === "inline" ? keepJobsRunning() : null;
  const stop = async (): Promise<void> => {
    try {
      await Promise.all([closeChangeStream(), jobs?.stop()]);
    } catch (error) {
      log().error({ err: error }, "stopping was not clean");
    }
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
}
