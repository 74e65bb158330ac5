// Prints a new API key for a person, and nothing else on standard output: for scripts on the server itself. Joins the
// running installation, or opens its database for as long as this takes.
//
//   npm run --silent key -- --email PERSON [--scopes a,b] [--name TEXT] [--days N] [--empty]
//
// Exit code 0: made; 1: refused; 2: asked in a way that makes no sense.
import { parseArgs } from "node:util";
import { Refusal } from "../lib/governance/kernel/refusal.ts";
import { joinInstallation } from "./bootstrap/installation.ts";

const USAGE = `Usage: npm run --silent key -- --email PERSON [--scopes a,b] [--name TEXT] [--days N]

  --email   who the key acts as (a member of this installation)
  --scopes  what it may do, separated by commas; everything the person may do when left out
  --name    what it is for, as shown in the person's settings
  --days    how long it lives, 1 to 365; 90 when left out
  --empty   the installation that \`npm start -- --empty\` uses
`;

type Wanted = { email: string; scopes?: string[]; name?: string; expiresInDays?: number };

function readWanted(): { wanted: Wanted; isEmpty: boolean } | null {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: "string" },
        scopes: { type: "string" },
        name: { type: "string" },
        days: { type: "string" },
        empty: { type: "boolean", default: false },
      },
    });
    if (!values.email) throw new Error("--email is missing");
    if (values.days !== undefined && !/^\d{1,4}$/u.test(values.days)) throw new Error("--days needs a whole number");
    const scopes = values.scopes
      ?.split(",")
      .map((scope) => scope.trim())
      .filter((scope) => scope !== "");
    const expiresInDays = values.days === undefined ? undefined : Number(values.days);
    return { wanted: { email: values.email, scopes, name: values.name, expiresInDays }, isEmpty: values.empty };
  } catch (cause) {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n\n${USAGE}`);
    return null;
  }
}

async function makeKey(wanted: Wanted): Promise<string> {
  // Loaded after the environment is that of the installation.
  const { invoke } = await import("../lib/server/invoke.ts");
  const { systemActor } = await import("../lib/server/actor.ts");
  const { findHomeOrganization, findOrganizations } = await import("../lib/server/installation.ts");
  const { issueKey } = await import("../lib/governance/identity/operations/issue-key.ts");
  const { disconnectDatabase } = await import("../lib/db/client.ts");
  try {
    const organizationId = (await findHomeOrganization(wanted.email)) ?? (await findOrganizations())[0]?.id;
    if (organizationId === undefined)
      throw new Error(
        "there is no organisation in this database yet: set it up first (or say --empty, for that of `npm start -- --empty`)",
      );
    const { key } = await invoke(issueKey, { actor: systemActor(organizationId, "command line"), input: wanted });
    return key;
  } finally {
    await disconnectDatabase();
  }
}

function explain(cause: unknown): string {
  if (!(cause instanceof Refusal)) return cause instanceof Error ? cause.message : String(cause);
  const fields = cause.errors.map((error) => `  ${error.path}: ${error.message}`);
  return [`${cause.title}: ${cause.detail}`, ...fields, ...(cause.hint === null ? [] : [cause.hint])].join("\n");
}

const asked = readWanted();
if (asked === null) {
  process.exitCode = 2;
} else {
  try {
    await joinInstallation({ isEmpty: asked.isEmpty });
    process.stdout.write(`${await makeKey(asked.wanted)}\n`);
  } catch (cause) {
    process.stderr.write(`No key was made. ${explain(cause)}\n`);
    process.exitCode = 1;
  }
}
// An embedded server that was opened for this ends with the process, which its leash would otherwise keep alive.
process.exit(process.exitCode ?? 0);
