// Who holds this installation's embedded database. One process at a time starts and stops it; the others join it.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { identityOf } from "./processes.ts";
import { KEEP } from "./project.ts";

const Hold = z.object({
  pid: z.int(),
  identity: z.string(),
  /** Null until the database is ready. */
  ownerUrl: z.string().nullable(),
  appUrl: z.string().nullable(),
  /** Null until the web server is, and for a tool without one. */
  address: z.string().nullable(),
});
export type Hold = z.output<typeof Hold>;

const FILE = join(KEEP, "running.json");

function readHold(): Hold | null {
  if (!existsSync(FILE)) return null;
  const text = readFileSync(FILE, "utf8");
  // Created and not yet written to: its writer is between two statements.
  if (text === "") return null;
  return Hold.parse(JSON.parse(text));
}

/** Takes the installation, or returns who has it. A holder that died without letting go is no holder. */
export function takeHold(): Hold | null {
  mkdirSync(KEEP, { recursive: true, mode: 0o755 });
  const holder = readHold();
  if (holder && identityOf(holder.pid) === holder.identity) return holder;
  rmSync(FILE, { force: true });
  const mine: Hold = {
    pid: process.pid,
    identity: identityOf(process.pid) ?? "",
    ownerUrl: null,
    appUrl: null,
    address: null,
  };
  try {
    writeFileSync(FILE, JSON.stringify(mine), { mode: 0o600, flag: "wx" });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    return readHold();
  }
  process.on("exit", letGo);
  return null;
}

/** Tells those who would join where to find what they need. */
export function publishHold(known: Partial<Pick<Hold, "ownerUrl" | "appUrl" | "address">>): void {
  const hold = readHold();
  if (hold?.pid !== process.pid) return;
  const draft = `${FILE}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...hold, ...known }), { mode: 0o600 });
  renameSync(draft, FILE);
}

function letGo(): void {
  if (readHold()?.pid === process.pid) rmSync(FILE, { force: true });
}
