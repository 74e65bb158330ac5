/** A path of this installation to come back to; null for anything that could lead elsewhere, or round in a circle. */
export function toOwnPath(given: unknown): string | null {
  if (typeof given !== "string" || given.length > 2_000 || !given.startsWith("/")) return null;
  const base = "http://own.invalid";
  if (!URL.canParse(given, base)) return null;
  const url = new URL(given, base);
  // `/.//elsewhere` comes out as `//elsewhere`, which a browser reads as another host.
  if (
    url.origin !== base ||
    url.pathname.startsWith("//") ||
    url.pathname.startsWith("/sign-in") ||
    url.pathname.startsWith("/api/")
  )
    return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
