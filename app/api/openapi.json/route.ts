import { HTTP_ROUTES } from "@/lib/server/http-routes";
import { toOpenApi } from "@/lib/server/openapi";
import packageJson from "@/package.json" with { type: "json" };

export const dynamic = "force-dynamic";

export function GET(): Response {
  return Response.json(toOpenApi(HTTP_ROUTES, packageJson.version), { headers: { "cache-control": "no-cache" } });
}
