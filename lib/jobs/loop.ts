// Does something again and again: at once while there is more, at the latest after a pause, sooner when woken. A failing
// turn is reported and waits longer each time; it never ends the loop.

export type Loop = {
  readonly wake: () => void;
  /** Resolves when the turn under way has ended. */
  readonly stop: () => Promise<void>;
};

type LoopOptions = {
  readonly everyMs: number;
  /** Answers whether there is more to do right away. */
  readonly run: () => Promise<boolean>;
  readonly onFailure: (error: unknown) => void;
};

const LONGEST_PAUSE_MS = 30_000;

/** After `failures` failed turns in a row. */
export function pauseAfter(failures: number, everyMs: number): number {
  if (failures === 0) return everyMs;
  return Math.max(everyMs, Math.min(LONGEST_PAUSE_MS, everyMs * 2 ** Math.min(failures, 10)));
}

export function startLoop({ everyMs, run, onFailure }: LoopOptions): Loop {
  let isStopped = false;
  let isWoken = false;
  let endPause: (() => void) | null = null;

  async function turnUntilStopped(): Promise<void> {
    let failures = 0;
    while (!isStopped) {
      isWoken = false;
      let hasMore = false;
      try {
        hasMore = await run();
        failures = 0;
      } catch (error) {
        failures += 1;
        onFailure(error);
      }
      if (!isStopped && !hasMore && (!isWoken || failures > 0)) await pause(pauseAfter(failures, everyMs));
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  const ended = turnUntilStopped();
  return {
    wake: () => {
      isWoken = true;
      endPause?.();
    },
    stop: () => {
      isStopped = true;
      endPause?.();
      return ended;
    },
  };
}
