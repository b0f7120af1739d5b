//! The browser gives the very bits of the command, for every built-in scenario.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { nativeFingerprint, presets } from "./bits.mjs";
import { choosePreset, fingerprint, open, otherFingerprint } from "./page.mjs";

const ids = presets();
const native = {};
let site;
let page;
before(async () => {
  // All before the page is there: beside each other both would be slow.
  for (const id of ids) native[id] = nativeFingerprint(id);
  site = await open();
  ({ page } = await site.visit());
});
after(() => site?.close());

// One visitor chooses one after the other; what still runs of the one before is given up.
for (const id of ids) {
  test(`${id}: eight replications are those of the command`, { timeout: 300_000 }, async () => {
    if ((await page.inputValue("#preset")) === id) {
      assert.equal(await fingerprint(page), native[id]);
      return;
    }
    const before = await page.getAttribute("[data-run-state]", "data-fingerprint");
    await choosePreset(page, id);
    assert.equal(await otherFingerprint(page, before), native[id]);
  });
}
