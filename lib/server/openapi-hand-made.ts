// The few routes that are not an operation answered as JSON: streams, files, the health check. Each route file below
// app/api but the catch-all stands here; a test holds the two together.
import { z } from "zod";
import { CheckpointOutput } from "../governance/audit/schema.ts";
import { type DescribedOperation, problemResponse as problem, SIGNED_IN } from "./openapi-document.ts";

const problems = (...statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, problem(status)]));
const json = (schema: object) => ({ "application/json": { schema } });
const text = (values: readonly string[]) => ({ type: "string", enum: values });

const HEALTH_SCHEMA = {
  type: "object",
  required: ["status", "database", "jobs", "audit", "version"],
  properties: {
    status: text(["ok", "degraded"]),
    database: text(["ok", "away"]),
    jobs: text(["ok", "behind", "unknown"]),
    audit: text(["ok", "damaged", "unknown"]),
    version: { type: "string" },
  },
};

export const HAND_MADE_PATHS: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>> = {
  "/api/health": {
    get: {
      operationId: "server.read_health",
      summary: "Whether the installation is well",
      tags: ["server"],
      security: [],
      responses: {
        200: { description: "The database answers", content: json(HEALTH_SCHEMA) },
        503: { description: "The database is away", content: json(HEALTH_SCHEMA) },
      },
    },
  },
  "/api/openapi.json": {
    get: {
      operationId: "server.read_openapi",
      summary: "This document",
      tags: ["server"],
      security: [],
      responses: { 200: { description: "OpenAPI 3.1", content: json({ type: "object" }) } },
    },
  },
  "/api/governance/stream": {
    get: {
      operationId: "server.stream_changes",
      summary: "What changes in the organisation, live",
      description:
        "Server-sent events, each with the data `{ area, reference, change }`. The stream ends with the session; when it ends, connect again and read anew what you show: announcements are hints, not a log.",
      tags: ["server"],
      security: SIGNED_IN,
      responses: {
        200: {
          description: "A stream that stays open",
          content: { "text/event-stream": { schema: { type: "string" } } },
        },
        401: problem(401),
        429: problem(429),
        503: problem(503),
      },
    },
  },
  "/api/governance/audit/checkpoint": {
    get: {
      operationId: "audit.read_checkpoint",
      summary: "The log as it stands, signed: size and root",
      description:
        "For everybody. Left out, `organization` is that of whoever asks, else the only one of the installation. `format=note` answers with the bare signed note (C2SP tlog-checkpoint).",
      tags: ["audit"],
      security: [],
      parameters: [
        { name: "organization", in: "query", required: false, schema: { type: "string", format: "uuid" } },
        { name: "format", in: "query", required: false, schema: text(["json", "note"]) },
      ],
      responses: {
        200: {
          description: "Signed size and root",
          content: {
            ...json(z.toJSONSchema(CheckpointOutput, { io: "output" })),
            "text/plain": { schema: { type: "string" } },
          },
        },
        400: problem(400),
        404: problem(404),
        422: problem(422),
        503: problem(503),
      },
    },
  },
  "/api/governance/audit/export": {
    get: {
      operationId: "audit.export_log",
      summary: "The whole log with its signed checkpoint, for the offline verifier",
      description:
        "Permission (and key scope) `audit.export`; with `personal=include` also `audit.read_personal`. The export is an entry of the log, and the last one in the file.",
      tags: ["audit"],
      security: SIGNED_IN,
      parameters: [{ name: "personal", in: "query", required: false, schema: text(["include", "withhold"]) }],
      responses: {
        200: {
          description: "A header and then every entry, one canonical JSON object a line",
          content: { "application/jsonl": { schema: { type: "string" } } },
        },
        401: problem(401),
        403: problem(403),
        422: problem(422),
        503: problem(503),
      },
    },
  },
  "/api/governance/audit/verifier": {
    get: {
      operationId: "audit.download_verifier",
      summary: "The offline verifier: one file for Node, nothing else needed",
      tags: ["audit"],
      security: [],
      responses: {
        200: { description: "audit-verify.mjs", content: { "text/javascript": { schema: { type: "string" } } } },
      },
    },
  },
  "/api/governance/models/import": {
    post: {
      operationId: "registry.receive_import",
      summary: "Upload an inventory and, with a mapping, import it at once",
      description:
        "Permission (and key scope) `registry.import`. Without `mapping` the file is kept and its columns with a suggested mapping are the answer; start it with `POST /models/imports/{reference}/start`.",
      tags: ["registry"],
      security: SIGNED_IN,
      requestBody: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: {
              type: "object",
              required: ["file"],
              properties: {
                file: { type: "string", format: "binary", description: "CSV, at most 20 MiB" },
                mapping: { type: "string", description: "JSON, or the name of a saved mapping" },
              },
            },
          },
        },
      },
      responses: {
        201: { description: "Uploaded or started", content: json({ type: "object" }) },
        ...problems(400, 401, 403, 404, 409, 422, 503),
      },
    },
  },
  "/api/governance/models/export": {
    get: {
      operationId: "registry.download_models",
      summary: "All models as a file, source facts included",
      description: "Permission (and key scope) `registry.export`. The export is put on record.",
      tags: ["registry"],
      security: SIGNED_IN,
      parameters: [{ name: "format", in: "query", required: false, schema: text(["csv", "json"]) }],
      responses: {
        200: {
          description: "The registry",
          content: { "text/csv": { schema: { type: "string" } }, ...json({ type: "array" }) },
        },
        ...problems(401, 403, 422, 503),
      },
    },
  },
  "/api/governance/models/imports/{reference}/report": {
    get: {
      operationId: "registry.download_report_file",
      summary: "What became of every row of an import, as a file",
      description: "Permission (and key scope) `registry.import`.",
      tags: ["registry"],
      security: SIGNED_IN,
      parameters: [{ name: "reference", in: "path", required: true, schema: { type: "string" } }],
      responses: {
        200: { description: "The report", content: { "text/csv": { schema: { type: "string" } } } },
        ...problems(401, 403, 404, 503),
      },
    },
  },
};
