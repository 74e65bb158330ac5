// Prisma's schema engine as WebAssembly: applies the migrations and says where schema and migrations differ,
// without downloading a native engine. It writes the same `_prisma_migrations` table as `prisma migrate deploy`.
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import type { DiffTarget, MigrationList, SchemaEngine, SchemaFilter } from "@prisma/schema-engine-wasm";
import type { Pool } from "pg";
import config from "../../prisma.config.ts";
import { PROJECT } from "./project.ts";

const MIGRATIONS = join(PROJECT, "prisma/migrations");
const SCHEMA = join(PROJECT, "prisma/schema");
const FILTERS: SchemaFilter = { externalTables: config.tables?.external ?? [], externalEnums: [] };

type Glue = {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
};

const INTERNAL_CHAR_OID = 18;
const CHAR_ARRAY_OID = 1002;

type CatalogueAdapter = SqlDriverAdapter & {
  performIO: (query: SqlQuery) => Promise<{ fields: { dataTypeID: number }[] }>;
  underlyingDriver: () => Pool;
};

/**
 * The published adapter was made for an application's queries; two things of a schema engine's it does wrongly.
 * It does not know the internal type `"char"`, of which PostgreSQL's catalogue is full: such columns are announced
 * as arrays of it, which it knows, and named single letters again afterwards (the catalogue has no such arrays).
 * And it cuts a script at every semicolon, also inside function bodies: here the server reads the script whole,
 * which also makes one migration one transaction.
 */
function toCatalogueAdapter(given: SqlDriverAdapter, failures: unknown[]): SqlDriverAdapter {
  const adapter = given as CatalogueAdapter;
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    for (const field of result.fields) {
      if (field.dataTypeID === INTERNAL_CHAR_OID) field.dataTypeID = CHAR_ARRAY_OID;
    }
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type) =>
      type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script);
    } catch (cause) {
      failures.push(cause);
      throw cause;
    }
  };
  return adapter;
}

type CatalogueFactory = SqlMigrationAwareDriverAdapterFactory & {
  /** What the server said when a script failed; the engine itself only says that something did. */
  failures: unknown[];
  dispose: () => Promise<void>;
};

function toCatalogueFactory(ownerUrl: string): CatalogueFactory {
  const failures: unknown[] = [];
  const opened: SqlDriverAdapter[] = [];
  const connect = async (url: string) => {
    const adapter = toCatalogueAdapter(await new PrismaPg({ connectionString: url }).connect(), failures);
    opened.push(adapter);
    return adapter;
  };
  return {
    provider: "postgres",
    adapterName: "@prisma/adapter-pg",
    failures,
    connect: () => connect(ownerUrl),
    // The published one connects to the database named in the connection string, which is not the shadow.
    connectToShadowDb: async () => {
      const name = `gavel_shadow_${randomUUID()}`;
      const outer = await connect(ownerUrl);
      await outer.executeScript(`CREATE DATABASE "${name}"`);
      const url = new URL(ownerUrl);
      url.pathname = `/${name}`;
      const shadow = await connect(url.href);
      const close = shadow.dispose.bind(shadow);
      let isClosed = false;
      shadow.dispose = async () => {
        if (isClosed) return;
        isClosed = true;
        await close();
        await outer.executeScript(`DROP DATABASE "${name}"`);
      };
      return shadow;
    },
    // The engine leaves connections open, and with them the lock that keeps two migrations apart.
    dispose: async () => {
      for (const adapter of opened.toReversed()) await adapter.dispose();
    },
  };
}

/** Where the engine leaves its last words before it panics; without it they are lost. */
const panic = { message: "" };
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message: (message: string) => {
      panic.message = message;
    },
  },
});

let loaded: Promise<Glue> | null = null;

/** The engine never clears the timer of its lock, which would keep the process for ten seconds after the work is done. */
function withPatientTimers(glue: Glue): WebAssembly.ModuleImports {
  const imports = { ...(glue as unknown as Record<string, WebAssembly.ImportValue>) };
  for (const name of Object.keys(imports)) {
    if (name.startsWith("__wbg_setTimeout")) {
      imports[name] = (act: () => void, milliseconds: number) => setTimeout(act, milliseconds).unref();
    }
  }
  return imports;
}

async function loadGlue(): Promise<Glue> {
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const folder = dirname(entry);
  const glue = (await import(pathToFileURL(join(folder, "schema_engine_bg.js")).href)) as Glue;
  const module = await WebAssembly.compile(readFileSync(join(folder, "schema_engine_bg.wasm")));
  const instance = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": withPatientTimers(glue) });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

function readSchemas(): [string, string][] {
  return readdirSync(SCHEMA)
    .filter((name) => name.endsWith(".prisma"))
    .sort()
    .map((name) => [join(SCHEMA, name), readFileSync(join(SCHEMA, name), "utf8")]);
}

/** Names of the migrations on disk, oldest first. */
function listMigrations(): string[] {
  if (!existsSync(MIGRATIONS)) return [];
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(MIGRATIONS, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort();
}

function readMigrations(): MigrationList {
  const lockfile = join(MIGRATIONS, "migration_lock.toml");
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: "migration_lock.toml", content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null },
    shadowDbInitScript: "",
    migrationDirectories: listMigrations().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(MIGRATIONS, name, "migration.sql"), "utf8") },
      },
    })),
  };
}

async function withEngine<T>(ownerUrl: string, act: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= loadGlue();
  const glue = await loaded;
  const factory = toCatalogueFactory(ownerUrl);
  const engine = await glue.SchemaEngine.new(
    { datamodels: readSchemas() },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  try {
    return await act(engine);
  } catch (cause) {
    const details = [panic.message, ...factory.failures.map(String)].filter((detail) => detail !== "");
    throw new Error([`the schema engine failed: ${cause}`, ...details].join("\n  "), { cause });
  } finally {
    engine.free();
    await factory.dispose();
  }
}

/** Applies what is missing, in order; applying nothing is the usual case. Returns the names applied. */
export function applyMigrations(ownerUrl: string): Promise<string[]> {
  return withEngine(ownerUrl, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: readMigrations(),
      filters: FILTERS,
    });
    return appliedMigrationNames;
  });
}

async function diff(ownerUrl: string, from: DiffTarget, to: DiffTarget): Promise<string> {
  return withEngine(ownerUrl, async (engine) => {
    const result = await engine.diff({
      from,
      to,
      script: true,
      exitCode: null,
      filters: FILTERS,
    });
    return (result.stdout ?? "").trim();
  });
}

const schemaTarget = (): DiffTarget => ({
  tag: "schemaDatamodel",
  files: readSchemas().map(([path, content]) => ({ path, content })),
});

/** SQL that leads from the migrations on disk to the schema; needs a server for a shadow database. */
export function diffMigrationsToSchema(ownerUrl: string): Promise<string> {
  const from: DiffTarget =
    listMigrations().length === 0 ? { tag: "empty" } : { tag: "migrations", ...readMigrations() };
  return diff(ownerUrl, from, schemaTarget());
}

/** SQL that leads from the database as it is to the schema; empty of statements when they agree. */
export function diffDatabaseToSchema(ownerUrl: string): Promise<string> {
  const files = readSchemas().map(([path, content]) => ({ path, content }));
  return diff(ownerUrl, { tag: "schemaDatasource", files, configDir: SCHEMA }, schemaTarget());
}

/** The engine says "empty" with a comment. */
export function isEmptyDiff(sql: string): boolean {
  return sql.split("\n").every((line) => line.trim() === "" || line.trimStart().startsWith("--"));
}
