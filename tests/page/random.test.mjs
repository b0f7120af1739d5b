//! The built page's worker answers random scenarios with the very bytes of the native library: not the
//! fingerprint alone, everything that came out.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answeredOtherwise, randomScenarios } from "./bits.mjs";
import { open } from "./page.mjs";

const COUNT = 200;

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

test(`${COUNT} random scenarios come out the same to the byte`, { timeout: 300_000 }, async () => {
  const scenarios = randomScenarios(COUNT);
  const { page, problems, close } = await site.visit();
  assert.deepEqual(await page.evaluate(answeredOtherwise, scenarios), []);
  assert.deepEqual(problems, []);
  await close();
});
