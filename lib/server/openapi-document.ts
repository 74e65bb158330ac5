// Answers "of what is the description of the HTTP interface made?": the parts of OpenAPI 3.1 used here, and what routes
// made from operations and those made by hand say alike.

export type JsonSchema = { [key: string]: unknown };

export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
};

export type DescribedOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description?: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: JsonSchema;
  readonly responses: Readonly<Record<string, JsonSchema>>;
};

export type OpenApiDocument = {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: JsonSchema;
};

/** By a key or by the session of a browser. */
export const SIGNED_IN: DescribedOperation["security"] = [{ key: [] }, { session: [] }];

/** The "no" of that status, described once in the document. */
export function problemResponse(status: string | number): JsonSchema {
  return { $ref: `#/components/responses/Problem${status}` };
}
