// Answers "what is this inventory called?" before anybody said so (REG-118): the file's name, said as words.
const LONGEST = 120;

export function toSourceName(fileName: string): string {
  const stem = fileName.replace(/^.*[\\/]/u, "").replace(/\.[a-z0-9]{1,5}$/iu, "");
  const spoken = stem.replace(/[_-]+/gu, " ").replace(/\s+/gu, " ").trim();
  return [...(spoken || "inventory")].slice(0, LONGEST).join("").trim();
}
