// Test data only: tallies and electorates with the numbers a test names, everything else zero.
import type { Electorate, Recusal } from "./electorate.ts";
import type { ChairPosition, Choice, Tally } from "./schema.ts";

type Numbers = {
  readonly yes?: number;
  readonly no?: number;
  readonly abstain?: number;
  readonly waiting?: number;
  readonly lapsed?: number;
  readonly recused?: number;
  readonly chair?: ChairPosition;
};

/** A tally in which everybody weighs one unit, so that weight and heads agree. */
export function tallyOf(numbers: Numbers): Tally {
  const count = (n = 0) => ({ voters: n, weight: n });
  const { yes = 0, no = 0, abstain = 0, waiting = 0, lapsed = 0 } = numbers;
  return {
    yes: count(yes),
    no: count(no),
    abstain: count(abstain),
    waiting: count(waiting),
    lapsed: count(lapsed),
    entitled: count(yes + no + abstain + waiting + lapsed),
    recused: count(numbers.recused),
    chair: numbers.chair ?? "none",
  };
}

/** Electors `p0` to `p<n-1>`; `p0` holds the chair. */
export function boardOf(seats: number): Electorate {
  return {
    electors: Array.from({ length: seats }, (_, index) => ({ userId: `p${index}`, weight: 1, isChair: index === 0 })),
    recused: [],
  };
}

/** Ballots by `p0`, `p1`, ... spelled y, n, a; a dot casts none. */
export function ballotsOf(spelled: string): { readonly userId: string; readonly choice: Choice }[] {
  const choices: Readonly<Record<string, Choice>> = { y: "yes", n: "no", a: "abstain" };
  return [...spelled].flatMap((letter, index) => {
    const choice = choices[letter];
    return choice === undefined ? [] : [{ userId: `p${index}`, choice }];
  });
}

/** A member leaves an open vote (BRD-5), as the stores write it; the same electorate when the person is no elector. */
export function applyRecusal(electorate: Electorate, recusal: Recusal): Electorate {
  const leaving = electorate.electors.find((elector) => elector.userId === recusal.userId);
  if (leaving === undefined) return electorate;
  return {
    electors: electorate.electors.filter((elector) => elector !== leaving),
    recused: [...electorate.recused, { ...leaving, recusal }],
  };
}
