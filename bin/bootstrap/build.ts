// What must be made from sources before Gavel can run: the database client and the web application.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { runQuietly } from "./leash.ts";
import { digestOf, makeOnce, PROJECT } from "./project.ts";

export const NEXT = join(PROJECT, "node_modules/next/dist/bin/next");

const BUILD_INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

export async function ensureClient(say: (text: string) => void): Promise<void> {
  const digest = digestOf(["prisma/schema", "prisma.config.ts"], [process.version]);
  const exists = existsSync(join(PROJECT, "lib/db/generated/client.ts"));
  await makeOnce(".gavel/client-made-from", digest, exists, async () => {
    say("Writing the database client from the schema");
    await runQuietly(process.execPath, ["--import", "tsx", "bin/generate.ts"], { cwd: PROJECT });
  });
}

/** The key is compiled into the build, so another key means another build. */
export async function ensureBuild(actionsKey: string, say: (text: string) => void): Promise<void> {
  const digest = digestOf(BUILD_INPUTS, [process.version, actionsKey]);
  const exists = existsSync(join(PROJECT, ".next/BUILD_ID"));
  await makeOnce(".next/made-from", digest, exists, async () => {
    say("Building the web application");
    await runQuietly(process.execPath, [NEXT, "build"], {
      cwd: PROJECT,
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey,
      },
    });
  });
}
