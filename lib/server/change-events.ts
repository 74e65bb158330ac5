// Answers a live request with server-sent events (api.md: Live): `{ area, reference, change }` of the caller's organisation
// and nothing else. The stream ends when the session or key does, when changes may have been missed (the browser then
// connects anew and looks for itself) and when the process ends.
import type { PersonActor } from "../governance/kernel/actor.ts";
import { listenForChanges } from "./change-stream.ts";
import { log } from "./log.ts";

const HEARTBEAT_MS = 15_000;
const BACKLOG_EVENTS = 1_000;

type StreamOptions = {
  readonly actor: PersonActor;
  /** Whether the caller may still listen; asked at every heartbeat and when something about people changes. */
  readonly isStillAllowed: () => Promise<boolean>;
  readonly signal: AbortSignal;
  readonly heartbeatMs?: number;
};

export function streamChanges({ actor, isStillAllowed, signal, heartbeatMs = HEARTBEAT_MS }: StreamOptions): Response {
  const encoder = new TextEncoder();
  let release: () => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let isEnded = false;
      const end = () => {
        if (isEnded) return;
        release();
        controller.close();
      };
      const send = (text: string) => {
        // A browser that stopped reading without going away is let go rather than kept in memory.
        if ((controller.desiredSize ?? 0) < -BACKLOG_EVENTS) end();
        else controller.enqueue(encoder.encode(text));
      };
      const check = () => void endUnlessAllowed(isStillAllowed, end);
      const heartbeat = setInterval(() => {
        check();
        send(": still here\n\n");
      }, heartbeatMs);
      let stopListening: () => void = () => undefined;
      release = () => {
        isEnded = true;
        clearInterval(heartbeat);
        stopListening();
      };
      signal.addEventListener("abort", () => end(), { once: true });
      send("retry: 2000\n: connected\n\n");
      stopListening = listenForChanges({
        onGap: () => end(),
        onChange: ({ organizationId, area, reference, change }) => {
          if (isEnded || organizationId !== actor.organizationId) return;
          send(`data: ${JSON.stringify({ area, reference, change })}\n\n`);
          if (area === "identity") check();
        },
      });
      if (isEnded) stopListening();
      if (signal.aborted) end();
    },
    cancel: () => release(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

/** A database that is away says nothing about the session: the stream stays, the next heartbeat asks again. */
async function endUnlessAllowed(isStillAllowed: () => Promise<boolean>, end: () => void): Promise<void> {
  try {
    if (!(await isStillAllowed())) end();
  } catch (error) {
    log().warn({ err: error }, "a live stream could not be checked against its session");
  }
}
