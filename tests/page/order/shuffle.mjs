//! `SEED=7 node --import ./tests/page/order/shuffle.mjs --test …` runs each file's tests in an order that the seed
//! draws: a test that leans on one before it is found out.

import { register } from "node:module";

register("./hooks.mjs", import.meta.url);
