// A real mail server on loopback, for tests that look at what arrives.
import { type AddressInfo, createServer } from "node:net";
import { SMTPServer } from "smtp-server";

type Letter = { readonly to: string; readonly text: string };

/** A real mail server on loopback that keeps what it accepts. `refuse` answers a recipient with a code. */
export async function startMailServer(port: number, refuse: (to: string) => number | null = () => null) {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, answer) => {
      const code = refuse(address);
      answer(code === null ? null : Object.assign(new Error(`no ${address}`), { responseCode: code }));
    },
    onData: (stream, session, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        for (const { address } of session.envelope.rcptTo) letters.push({ to: address, text });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { letters, stop: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
