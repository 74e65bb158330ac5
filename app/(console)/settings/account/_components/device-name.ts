const BROWSERS = [
  { sign: /\bEdg(?:A|iOS)?\//u, name: "Edge" },
  { sign: /\b(?:OPR|Opera)\//u, name: "Opera" },
  { sign: /\b(?:Firefox|FxiOS)\//u, name: "Firefox" },
  { sign: /\b(?:Chrome|CriOS|HeadlessChrome)\//u, name: "Chrome" },
  { sign: /\bSafari\//u, name: "Safari" },
] as const;
const SYSTEMS = [
  { sign: /iPhone|iPad/u, name: "iOS" },
  { sign: /Android/u, name: "Android" },
  { sign: /Windows/u, name: "Windows" },
  { sign: /Macintosh/u, name: "macOS" },
  { sign: /Linux/u, name: "Linux" },
] as const;

/** "Firefox on Windows": enough to recognise one's own browser by; what it says of itself may be untrue. */
export function nameDevice(userAgent: string): string {
  const browser = BROWSERS.find(({ sign }) => sign.test(userAgent))?.name;
  const system = SYSTEMS.find(({ sign }) => sign.test(userAgent))?.name;
  if (browser === undefined) return system === undefined ? "Unknown browser" : `A browser on ${system}`;
  return system === undefined ? browser : `${browser} on ${system}`;
}
