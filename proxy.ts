// What every answer carries: a request id, the security headers and, for pages, a policy with a fresh nonce. And one
// courtesy: whoever has no session cookie goes to the sign-in page and comes back to where they wanted to be. Whether a
// session stands is decided behind the doors, never here.
import { randomBytes, randomUUID } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/env";

const OPEN_PAGES = ["/sign-in", "/first-run", "/invitation/"];
const SESSION_COOKIES = ["next-auth.session-token", "__Secure-next-auth.session-token"];

export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const isApi = pathname.startsWith("/api/");
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && !isApi && !isOpen(pathname) && !hasSessionCookie(request)) {
    const url = new URL("/sign-in", request.url);
    if (pathname !== "/") url.searchParams.set("from", `${pathname}${search}`);
    return withHeaders(NextResponse.redirect(url), new Map());
  }
  const nonce = randomBytes(16).toString("base64");
  const own = new Map([
    ["x-request-id", randomUUID()],
    ["content-security-policy", isApi ? "default-src 'none'; frame-ancestors 'none'" : toPagePolicy(nonce)],
  ]);
  const headers = new Headers(request.headers);
  for (const [name, value] of own) headers.set(name, value);
  headers.set("x-nonce", nonce);
  headers.set("x-path", `${pathname}${search}`);
  return withHeaders(NextResponse.next({ request: { headers } }), own);
}

function isOpen(pathname: string): boolean {
  return OPEN_PAGES.some((page) => pathname === page || (page.endsWith("/") && pathname.startsWith(page)));
}

function hasSessionCookie(request: NextRequest): boolean {
  // Chunks of a long cookie end in .0, .1, …
  return request.cookies
    .getAll()
    .some(({ name }) => SESSION_COOKIES.some((known) => name === known || name === `${known}.0`));
}

function toPagePolicy(nonce: string): string {
  const { NODE_ENV } = env();
  // React's development build reads error stacks with eval; nothing in production does.
  const development = NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development}`,
    // Positions of charts, menus and toasts are style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${NODE_ENV === "development" ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

function withHeaders(response: NextResponse, own: ReadonlyMap<string, string>): NextResponse {
  for (const [name, value] of own) response.headers.set(name, value);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("x-frame-options", "DENY");
  if (env().APP_URL.startsWith("https:")) {
    response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  }
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon|manifest).*)"] };
