import type { JsonSchema } from "@/lib/server/openapi-document";

/** A schema as it is; short ones open at once. */
export function SchemaView({ schema, label }: { schema: JsonSchema; label: string }) {
  const text = JSON.stringify(schema, null, 2);
  return (
    <details open={text.length < 400} className="mt-2">
      <summary className="text-xs font-medium text-ink-muted">{label}</summary>
      <pre className="whitespace-pre-wrap break-words mt-1 rounded-sm border border-line bg-sunken p-3 font-mono text-xs">
        {text}
      </pre>
    </details>
  );
}
