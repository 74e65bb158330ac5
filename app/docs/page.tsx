import type { Metadata } from "next";
import { HTTP_ROUTES } from "@/lib/server/http-routes";
import { toOpenApi } from "@/lib/server/openapi";
import type { DescribedOperation, JsonSchema } from "@/lib/server/openapi-document";
import packageJson from "@/package.json" with { type: "json" };
import { OperationView } from "./_components/operation-view";
import { SchemaView } from "./_components/schema-view";

export const metadata: Metadata = { title: "HTTP interface" };

type Described = { method: string; path: string; operation: DescribedOperation };

const EXAMPLE = `curl -H "Authorization: Bearer gov_…" https://your.address/api/governance/models?limit=10`;

export default function DocsPage() {
  const document = toOpenApi(HTTP_ROUTES, packageJson.version);
  const all: Described[] = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const areas = document.tags
    .map(({ name }) => ({ name, operations: all.filter(({ operation }) => operation.tags.includes(name)) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
  const schemas = document.components.schemas as Record<string, JsonSchema>;
  return (
    <main className="mx-auto max-w-[60rem] px-4 pt-8 pb-16 md:px-8">
      <h1 className="text-xl font-semibold">HTTP interface</h1>
      <p className="mt-2 max-w-read text-base">{document.info.description.replaceAll("`", "")}</p>
      <pre className="whitespace-pre-wrap break-words mt-4 rounded-sm border border-line bg-sunken p-3 font-mono text-xs">
        {EXAMPLE}
      </pre>
      <p className="mt-3 text-sm">
        <a className="link" href="/api/openapi.json">
          The same as an OpenAPI 3.1 document
        </a>
        , version {document.info.version}
      </p>
      <nav aria-label="Areas" className="mt-6">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {areas.map(({ name }) => (
            <li key={name}>
              <a className="link" href={`#area-${name}`}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {areas.map(({ name, operations }) => (
        <section key={name} aria-labelledby={`area-${name}`} className="mt-10">
          <h2 id={`area-${name}`} className="mb-3 scroll-mt-4 text-lg font-semibold">
            {name}
          </h2>
          {operations.map((described) => (
            <OperationView key={described.operation.operationId} {...described} />
          ))}
        </section>
      ))}
      <section aria-labelledby="shared" className="mt-10">
        <h2 id="shared" className="text-lg font-semibold">
          Shared schemas
        </h2>
        {Object.entries(schemas).map(([name, schema]) => (
          <SchemaView key={name} schema={schema} label={name} />
        ))}
      </section>
    </main>
  );
}
