// Answers "what is a renewal called?" (VOT-172): as what it renews, once.
const PREFIX = "Renew: ";
const MOST = 200;

export function toRenewalTitle(title: string): string {
  const bare = title.startsWith(PREFIX) ? title.slice(PREFIX.length) : title;
  return [...`${PREFIX}${bare}`].slice(0, MOST).join("");
}
