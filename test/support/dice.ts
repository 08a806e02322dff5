/** Chance that falls the same way every time: Park and Miller's generator. */

/** @returns a whole number from 0, below `sides` */
export type Dice = (sides: number) => number;

/** @param seed a whole number above 0 */
export function createDice(seed: number): Dice {
  let state = seed;
  return (sides) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % sides;
  };
}
