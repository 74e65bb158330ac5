// Writes the Prisma client. The client needs no native engine, but the command line insists on finding one and
// would download it: naming any existing program as the engine keeps it from looking.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const command = join(dirname(createRequire(import.meta.url).resolve("prisma/package.json")), "build/index.js");
const generated = spawnSync(process.execPath, [command, "generate", "--no-hints"], {
  cwd: fileURLToPath(new URL("../", import.meta.url)),
  stdio: "inherit",
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  },
});
process.exit(generated.status ?? 1);
