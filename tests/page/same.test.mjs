//! The browser gives the very bits of the command and of the native library: what the page says of its first eight
//! replications, and from the built page's worker a year of every built-in scenario and of random ones, not the
//! fingerprint alone but everything that came out.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answeredOtherwise, nativeFingerprint, YEARS } from "./bits.mjs";
import { openBrowser } from "./harness.mjs";
import { choosePreset, fingerprint, open, otherFingerprint, small } from "./page.mjs";

let site;
before(async () => {
  site = await open(openBrowser);
});
after(() => site?.close());

test("the first eight replications are those of the command, of the default and of a preset", { timeout: 300_000 }, async () => {
  const [native, clinic] = ["seed-status-quo", "clinic"].map((id) => nativeFingerprint(id));
  const { page, problems, close } = await site.visit();
  assert.equal(await fingerprint(page), native);
  await choosePreset(page, "clinic");
  assert.equal(await otherFingerprint(page, native), clinic);
  assert.deepEqual(problems, []);
  await close();
});

for (const [what, scenarios] of YEARS) {
  test(`a year of ${what} comes out the same to the byte`, { timeout: 300_000 }, async () => {
    const asked = scenarios();
    const { page, problems, close } = await site.visit(small());
    assert.deepEqual(await page.evaluate(answeredOtherwise, asked), []);
    assert.deepEqual(problems, []);
    await close();
  });
}
