// The browser's side of a request inside Next: who is signed in, from which page, under which request id.
import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { findSessionActor } from "./actor.ts";
import { authOptions } from "./auth-options.ts";

/** The signed-in person of this request, looked up once per request. */
export const currentActor = cache(async (): Promise<PersonActor | null> => {
  const session = await getServerSession(authOptions());
  return session?.sessionId === undefined ? null : findSessionActor(session.sessionId);
});

/** The request id that the proxy gave, or a new one. */
export async function currentRequestId(): Promise<string> {
  return (await headers()).get("x-request-id") ?? randomUUID();
}
