// The demo organisation is put into an installation that has no organisation yet, once and whole: a seeding that
// was cut short is recognised, so that nobody meets half a demo.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runQuietly } from "./leash.ts";
import { PROJECT } from "./project.ts";
import { withClient } from "./roles.ts";

/** What prisma/seed/ offers: index.ts the seeding, people.ts the people. */
export type DemoSeed = {
  seedDemo: () => Promise<void>;
  DEMO_PEOPLE: readonly { name: string; email: string; title: string }[];
};

export type DemoState = "no_organization" | "interrupted" | "demo" | "own_organizations";

function importSeedFile(name: string): Promise<DemoSeed> {
  return import(pathToFileURL(join(PROJECT, "prisma/seed", name)).href) as Promise<DemoSeed>;
}

export async function loadDemoSeed(): Promise<DemoSeed> {
  const { seedDemo } = await importSeedFile("index.ts");
  const { DEMO_PEOPLE } = await importSeedFile("people.ts");
  return { seedDemo, DEMO_PEOPLE };
}

const MARKS = `
  CREATE SCHEMA IF NOT EXISTS bootstrap;
  CREATE TABLE IF NOT EXISTS bootstrap.marks (name text PRIMARY KEY, marked_at timestamptz NOT NULL DEFAULT now());
`;

export async function readDemoState(ownerUrl: string): Promise<DemoState> {
  return withClient(ownerUrl, async (client) => {
    await client.query(MARKS);
    const marks = await client.query<{ name: string }>("SELECT name FROM bootstrap.marks");
    const names = new Set(marks.rows.map((row) => row.name));
    if (names.has("demo_begun") && !names.has("demo_done")) return "interrupted";
    const { rows } = await client.query<{ is_demo: boolean }>("SELECT is_demo FROM organizations");
    if (rows.length === 0) return "no_organization";
    return rows.some((row) => row.is_demo) ? "demo" : "own_organizations";
  });
}

async function mark(ownerUrl: string, name: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await client.query(MARKS);
    await client.query("INSERT INTO bootstrap.marks (name) VALUES ($1) ON CONFLICT DO NOTHING", [name]);
  });
}

/**
 * `environment` is that of the web process: the seed works through the application role like everybody. The owner's
 * connection is for the clock alone, so that the history has its dates.
 */
export async function seedDemo(ownerUrl: string, environment: NodeJS.ProcessEnv): Promise<void> {
  await mark(ownerUrl, "demo_begun");
  await runQuietly(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", join(PROJECT, "bin/bootstrap/seed.ts")],
    { cwd: PROJECT, env: { ...environment, OWNER_DATABASE_URL: ownerUrl } },
  );
  await mark(ownerUrl, "demo_done");
}
