"use client";
// Hears what changes in the organisation while a page is open (`GET /api/governance/stream`): one connection per tab, shared
// by all that listen, closed while the tab is hidden. What was missed meanwhile is made up by reading the page anew, and
// every half minute it is read anew in any case: announcements are hints.
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { z } from "zod";

const Change = z.object({ area: z.string(), reference: z.string(), change: z.string() });
export type Change = z.infer<typeof Change>;

/** `null`: something may have been missed; look for yourself. */
type Listener = (change: Change | null) => void;

const STREAM = "/api/governance/stream";
const POLL_MS = 30_000;
/** Several changes of one act, or of many people at once, refresh once. */
const GATHER_MS = 300;

const listeners = new Set<Listener>();
let source: EventSource | null = null;
let wasOpen = false;

function tell(change: Change | null): void {
  for (const listener of [...listeners]) listener(change);
}

function connect(): void {
  if (source !== null || listeners.size === 0 || document.hidden) return;
  source = new EventSource(STREAM);
  source.onopen = () => {
    if (wasOpen) tell(null);
    wasOpen = true;
  };
  source.onmessage = (event: MessageEvent<string>) => {
    const change = Change.safeParse(JSON.parse(event.data));
    if (change.success) tell(change.data);
  };
  // The browser connects again by itself, unless the server said no: then the session is over and polling shows it.
  source.onerror = () => {
    if (source?.readyState === EventSource.CLOSED) source = null;
  };
}

function disconnect(): void {
  source?.close();
  source = null;
}

function followVisibility(): void {
  if (document.hidden) disconnect();
  else {
    connect();
    if (wasOpen) tell(null);
  }
}

function listen(listener: Listener): () => void {
  if (listeners.size === 0) document.addEventListener("visibilitychange", followVisibility);
  listeners.add(listener);
  connect();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", followVisibility);
    disconnect();
    wasOpen = false;
  };
}

/** Calls back for each change, and with null when some may have been missed. */
function useLive(onChange: Listener): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => listen((change) => latest.current(change)), []);
}

/**
 * Reads the page anew when something changes in one of the areas (all when left out) or about one of the references, and
 * every half minute while it can be seen. What a person typed stays: only the server's part is read again.
 */
export function LiveRefresh({
  areas,
  references,
}: {
  areas?: readonly string[];
  references?: readonly string[];
}): null {
  const router = useRouter();
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const refreshSoon = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null;
      router.refresh();
    }, GATHER_MS);
  };
  useLive((change) => {
    const concerns =
      change === null ||
      (areas === undefined && references === undefined) ||
      areas?.includes(change.area) === true ||
      references?.includes(change.reference) === true;
    if (concerns) refreshSoon();
  });
  useEffect(() => {
    const poll = setInterval(() => {
      if (!document.hidden) router.refresh();
    }, POLL_MS);
    return () => {
      clearInterval(poll);
      if (waiting.current !== null) clearTimeout(waiting.current);
      waiting.current = null;
    };
  }, [router]);
  return null;
}
