// Playwright's global set-up: client and build up to date, one PostgreSQL with an empty and a demo template, and one
// application with the demo organisation for the journeys that only look.
import { ensureBuild, ensureClient } from "../../bin/bootstrap/build.ts";
import { seedDemo } from "../../bin/bootstrap/demo.ts";
import { readSecrets, toEnvironment } from "../../bin/bootstrap/installation.ts";
import { withClient } from "../../bin/bootstrap/roles.ts";
import { type JourneyServer, startApplication } from "./journey.ts";
import { connectionsOf, copyDatabase, startTestServer } from "./test-server.ts";

const say = (text: string) => process.stdout.write(`  ${text}\n`);

async function findPeople(ownerUrl: string): Promise<Record<string, string>> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ name: string; id: string }>("SELECT name, id FROM users"),
  );
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}

export default async function setup(): Promise<() => Promise<void>> {
  const secrets = readSecrets();
  await ensureClient(say);
  await ensureBuild(secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, say);
  const { stop, ...given } = await startTestServer();
  const demoTemplate = given.template.replace("template", "demo");
  try {
    await copyDatabase(given, demoTemplate);
    const { ownerUrl, appUrl } = connectionsOf(given, demoTemplate);
    await seedDemo(ownerUrl, toEnvironment(appUrl, secrets, { JOBS: "off", DEMO_MODE: "true", LOG_LEVEL: "warn" }));
    const server: JourneyServer = { ...given, demoTemplate, people: await findPeople(ownerUrl) };
    const application = await startApplication("demo", {}, server);
    process.env.JOURNEY_SERVER = JSON.stringify(server);
    process.env.JOURNEY_BASE_URL = application.address;
    return async () => {
      await application.stop();
      await stop();
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}
