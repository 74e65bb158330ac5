// Who is at the other end of the connection? The framework hands on what a client claims in X-Forwarded-For and keeps the
// connection to itself, so every request is marked here before anybody reads it, over whatever it claimed (ORG-126).
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

export const PEER_HEADER = "x-gavel-peer";

/** For every HTTP server of this process, from now on. */
export function markPeerAddresses(): void {
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    request.headers[PEER_HEADER] = request.socket.remoteAddress ?? "";
  });
}
