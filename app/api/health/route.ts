import { readHealth } from "@/lib/server/health";
import packageJson from "@/package.json" with { type: "json" };

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const health = await readHealth(packageJson.version);
  const isAway = health.database === "away";
  const headers = { "cache-control": "no-store", ...(isAway ? { "retry-after": "5" } : {}) };
  return Response.json(health, { status: isAway ? 503 : 200, headers });
}
