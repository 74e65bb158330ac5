import type { DescribedOperation, JsonSchema, Parameter } from "@/lib/server/openapi-document";
import { SchemaView } from "./schema-view";

type Content = Record<string, { schema?: JsonSchema }>;

function contentOf(part: JsonSchema | undefined): [type: string, schema: JsonSchema][] {
  return Object.entries((part?.content ?? {}) as Content).map(([type, { schema }]) => [type, schema ?? {}]);
}

function sayType({ type, enum: values, const: constant, format, items, anyOf }: JsonSchema): string {
  if (Array.isArray(values)) return values.join(" | ");
  if (constant !== undefined) return String(constant);
  if (Array.isArray(anyOf)) return anyOf.map((option: JsonSchema) => sayType(option)).join(" or ");
  if (type === "array") return `${sayType((items ?? {}) as JsonSchema)}, repeatable`;
  if (typeof type !== "string") return "text";
  return typeof format === "string" ? `${type}, ${format}` : type;
}

function Parameters({ parameters }: { parameters: readonly Parameter[] }) {
  return (
    <div className="mt-2">
      <table className="w-full text-left text-xs">
        <thead className="border-b border-line text-ink-muted">
          <tr>
            <th className="py-1 pr-4 font-medium">Parameter</th>
            <th className="py-1 pr-4 font-medium">In</th>
            <th className="py-1 pr-4 font-medium">Type</th>
            <th className="py-1 font-medium">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {parameters.map((parameter) => (
            <tr key={`${parameter.in}-${parameter.name}`} className="border-b border-line align-top">
              <td className="py-1 pr-4 font-mono break-all">{parameter.name}</td>
              <td className="py-1 pr-4">{parameter.required ? `${parameter.in}, required` : parameter.in}</td>
              <td className="py-1 pr-4">{sayType(parameter.schema)}</td>
              <td className="py-1">{parameter.description ?? String(parameter.schema.description ?? "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function OperationView({
  method,
  path,
  operation,
}: {
  method: string;
  path: string;
  operation: DescribedOperation;
}) {
  const id = operation.operationId;
  const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith("2"));
  const refusals = Object.keys(operation.responses).filter((status) => !status.startsWith("2"));
  return (
    <article aria-labelledby={id} className="border-t border-line py-5">
      <h3 id={id} className="scroll-mt-4 text-base font-semibold">
        {operation.summary}
      </h3>
      <p className="mt-1 font-mono text-sm break-all">
        <span className="font-semibold text-accent">{method.toUpperCase()}</span> {path}
      </p>
      <p className="mt-1 max-w-read text-sm text-ink-muted">
        <span className="font-mono text-xs">{id}</span>
        {operation.description === undefined ? null : `. ${operation.description.replaceAll("`", "")}`}
        {operation.security.length === 0 ? " Nobody needs to be signed in." : null}
      </p>
      {operation.parameters === undefined ? null : <Parameters parameters={operation.parameters} />}
      {contentOf(operation.requestBody).map(([type, schema]) => (
        <SchemaView key={type} schema={schema} label={`Body, ${type}`} />
      ))}
      {answers.flatMap(([status, response]) =>
        contentOf(response).map(([type, schema]) => (
          <SchemaView key={`${status}-${type}`} schema={schema} label={`Answer ${status}, ${type}`} />
        )),
      )}
      {refusals.length === 0 ? null : (
        <p className="mt-2 text-xs text-ink-muted">Refusals (problem+json): {refusals.join(", ")}</p>
      )}
    </article>
  );
}
