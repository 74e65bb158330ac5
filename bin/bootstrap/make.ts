// Makes what must be made from sources, if it is not up to date: `client` for the database client, `build` for both.
import { Advice } from "./advice.ts";
import { ensureBuild, ensureClient } from "./build.ts";
import { readSecrets } from "./installation.ts";

const say = (text: string) => process.stdout.write(`  ${text}\n`);
try {
  await ensureClient(say);
  if (process.argv[2] === "build") await ensureBuild(readSecrets().NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, say);
} catch (cause) {
  process.stderr.write(`${cause instanceof Advice ? cause.message : cause instanceof Error ? cause.stack : cause}\n`);
  process.exitCode = 1;
}
