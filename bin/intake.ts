// Takes raises of systems in a process of its own, beside web processes: POST /api/governance/escalations and …/batch with an
// API key, as on the web process's doors. Joins the running installation, or opens it.
//
//   npm run intake [-- --port 3100] [--host 127.0.0.1] [--empty]
import { parseArgs } from "node:util";
import { joinInstallation } from "./bootstrap/installation.ts";

type Wanted = { host: string; port: number; isEmpty: boolean };

function readWanted(): Wanted {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "3100" },
      host: { type: "string", default: "127.0.0.1" },
      empty: { type: "boolean", default: false },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error("--port needs a number from 0 to 65535");
  return { host: values.host, port, isEmpty: values.empty };
}

async function openIntake({ host, port, isEmpty }: Wanted): Promise<{ address: string; stop: () => Promise<void> }> {
  await joinInstallation({ isEmpty });
  // Loaded after the environment is that of the installation.
  const { startIntake } = await import("../lib/server/intake-listener.ts");
  const { disconnectDatabase } = await import("../lib/db/client.ts");
  const listener = await startIntake({ host, port });
  return {
    address: listener.address,
    stop: async () => {
      await listener.stop();
      await disconnectDatabase();
    },
  };
}

try {
  const { address, stop } = await openIntake(readWanted());
  const end = () => {
    stop().then(
      () => process.exit(0),
      (cause: unknown) => {
        process.stderr.write(`Stopping was not clean: ${String(cause)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, end);
  process.stdout.write(`The intake listens on ${address}\n`);
} catch (cause) {
  process.stderr.write(`The intake did not start: ${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
}
