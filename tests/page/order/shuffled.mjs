//! Node's tests, each file's held back until all of them are known and then begun in the order of the seed; those
//! of a suite within their suite.

import { describe as suite, test as begin } from "node:test";

export { after, before } from "node:test";

let held = [];

/** As Node's own, only later. */
export function test(...what) {
  held.push(what);
  setImmediate(all);
}

/** As Node's own. */
export function describe(name, tests) {
  suite(name, () => {
    const around = held;
    held = [];
    tests();
    all();
    held = around;
  });
}

const luck = generator(Number(process.env.SEED ?? 0));

function all() {
  while (held.length) begin(...held.splice(Math.floor(luck() * held.length), 1)[0]);
}

/** Mulberry32: numbers from 0 to below 1. */
function generator(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
