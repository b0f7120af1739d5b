//! The browser gives the very bits of the command, for every built-in scenario.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { nativeFingerprint, presets } from "./bits.mjs";
import { choosePreset, fingerprint, open, reaches } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

for (const id of presets()) {
  test(`${id}: eight replications are those of the command`, { timeout: 120_000 }, async () => {
    const native = nativeFingerprint(id);
    const { page, close } = await site.visit();
    await reaches(page, "running");
    if ((await page.inputValue("#preset")) !== id) {
      // The default needn't be finished first.
      await page.click("[data-run-state]");
      await choosePreset(page, id);
    }
    assert.equal(await fingerprint(page, 100_000), native);
    await close();
  });
}
