//! The browser gives the very bits of the command, for every built-in scenario.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { choosePreset, fingerprint, open, otherFingerprint } from "./page.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const command = process.env.FAIRFLOOR_BIN ?? join(here, "..", "..", "target", "release", "fairfloor");
if (!existsSync(command)) throw new Error(`no ${command}: cargo build --release --bin fairfloor`);

const ids = execFileSync(command, ["presets"], { encoding: "utf8" })
  .split("\n")
  .map((line) => line.trim().split(/\s+/)[0])
  .filter((id) => /^[a-z][a-z0-9-]+$/.test(id));

let site;
let page;
const native = {};
before(async () => {
  // All before the page is there: beside each other both would be slow.
  for (const id of ids) {
    const said = execFileSync(command, ["run", id, "--replications", "8", "--seed", "1", "--format", "json"], { encoding: "utf8" });
    native[id] = JSON.parse(said).fingerprint;
  }
  site = await open();
  ({ page } = await site.visit());
});
after(() => site?.close());

// One visitor chooses one after the other; what still runs of the one before is given up.
for (const id of ids) {
  test(`${id}: eight replications are those of the command`, { timeout: 120_000 }, async () => {
    if ((await page.inputValue("#preset")) === id) {
      assert.equal(await fingerprint(page, 100_000), native[id]);
      return;
    }
    const before = await page.getAttribute("[data-run-state]", "data-fingerprint");
    await choosePreset(page, id);
    assert.equal(await otherFingerprint(page, before, 100_000), native[id]);
  });
}
