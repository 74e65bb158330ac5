import { defineConfig } from "prisma/config";

// `tables.external` is for tables that migrations make in plain SQL and the Prisma schema does not know: the
// difference check leaves them alone.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  experimental: { externalTables: true },
  tables: { external: [] },
});
