// The intake and the sweep in a process of their own, for tests that kill it: says its address, then works until it ends.
import { sweepEscalations } from "../jobs/escalation-sweep.ts";
import { startIntake } from "../server/intake-listener.ts";

const SWEEP_EVERY_MS = 20;

const { address } = await startIntake({ host: "127.0.0.1", port: 0 });
process.stdout.write(`${address}\n`);
// Whoever started it is gone.
process.stdin.on("end", () => process.exit(0)).resume();
for (;;) {
  await sweepEscalations();
  await new Promise((resolve) => setTimeout(resolve, SWEEP_EVERY_MS));
}
