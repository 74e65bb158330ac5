import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Loop, pauseAfter, startLoop } from "./loop.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start(run: () => Promise<boolean>) {
  const failures: unknown[] = [];
  const loop: Loop = startLoop({ everyMs: 1_000, run, onFailure: (error) => failures.push(error) });
  return { loop, failures };
}

describe("a loop", () => {
  test("turns at once, then after each pause", async () => {
    let turns = 0;
    const { loop } = start(async () => {
      turns += 1;
      return false;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(turns).toBe(1);
    await vi.advanceTimersByTimeAsync(999);
    expect(turns).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(turns).toBe(2);
    await loop.stop();
  });

  test("goes on at once while there is more", async () => {
    let turns = 0;
    const { loop } = start(async () => {
      turns += 1;
      return turns < 5;
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(turns).toBe(5);
    await loop.stop();
  });

  test("a wake ends the pause; one during a turn gives another turn", async () => {
    let turns = 0;
    let during: (() => void) | null = null;
    const { loop } = start(async () => {
      turns += 1;
      during?.();
      during = null;
      return false;
    });
    await vi.advanceTimersByTimeAsync(10);
    loop.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(turns).toBe(2);
    during = () => loop.wake();
    loop.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(turns).toBe(4);
    await loop.stop();
  });

  test("a failing turn is reported, waits longer and never ends the loop", async () => {
    let turns = 0;
    const { loop, failures } = start(async () => {
      turns += 1;
      if (turns <= 2) throw new Error(`turn ${turns}`);
      return false;
    });
    await vi.advanceTimersByTimeAsync(1_999);
    expect(turns).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(turns).toBe(2);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(turns).toBe(3);
    expect(failures).toHaveLength(2);
    await loop.stop();
  });

  test("stopping waits for the turn under way and begins no other", async () => {
    let turns = 0;
    let finish: () => void = () => undefined;
    const { loop } = start(async () => {
      turns += 1;
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      return true;
    });
    await vi.advanceTimersByTimeAsync(0);
    let hasStopped = false;
    const stopped = loop.stop().then(() => {
      hasStopped = true;
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(hasStopped).toBe(false);
    finish();
    await stopped;
    expect(turns).toBe(1);
  });

  test.each([
    ["no failure", 0, 1_000],
    ["the first", 1, 2_000],
    ["the third", 3, 8_000],
    ["the tenth", 10, 30_000],
    ["the hundredth", 100, 30_000],
  ])("the pause after %s", (_name, failures, pauseMs) => {
    expect(pauseAfter(failures, 1_000)).toBe(pauseMs);
    expect(pauseAfter(failures, 60_000)).toBe(60_000);
  });
});
