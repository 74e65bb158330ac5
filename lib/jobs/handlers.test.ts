import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { TOPICS } from "./handlers.ts";
import { QUEUES } from "./queues.ts";

const root = new URL("../../", import.meta.url).pathname;
const sources = globSync("lib/governance/**/*.ts", { cwd: root })
  .filter((file) => !file.endsWith(".test.ts"))
  .map((file) => readFileSync(`${root}${file}`, "utf8"));

/** Topics by name, and by the constant that holds the name. */
function publishedTopics(): string[] {
  const text = sources.join("\n");
  const given = [...text.matchAll(/\.publish\(\s*(?:"([^"]+)"|([A-Z_]+))/gu)];
  return given.map(([, name, constant]) => {
    if (name !== undefined) return name;
    const value = new RegExp(`const ${constant} = "([^"]+)"`, "u").exec(text)?.[1];
    if (value === undefined) throw new Error(`Where is ${constant}?`);
    return value;
  });
}

describe("who hears of what", () => {
  test("every topic that a room publishes is known", () => {
    const published = publishedTopics();
    expect(published.length).toBeGreaterThan(3);
    expect(published.filter((topic) => !(topic in TOPICS))).toEqual([]);
  });

  test("every listener has a queue that exists and a name of its own", () => {
    for (const [topic, listeners] of Object.entries(TOPICS)) {
      const names = listeners.map((listener) => listener.name);
      expect(new Set(names).size, topic).toBe(names.length);
      for (const { queue } of listeners) expect(Object.keys(QUEUES), topic).toContain(queue);
    }
  });

  test("every queue notices a killed process within seconds and keeps what failed for good", () => {
    for (const [name, settings] of Object.entries(QUEUES)) {
      if (name === "dead-letter") continue;
      expect(settings, name).toMatchObject({ deadLetter: "dead-letter", heartbeatSeconds: 15 });
    }
  });
});
