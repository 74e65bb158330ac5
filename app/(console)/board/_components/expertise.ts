/** "audit, AI risk" -> ["audit", "AI risk"] */
export function splitExpertise(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
