//! The browser gives the very bits of the command, for every built-in scenario.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { choosePreset, fingerprint, open, reaches } from "./page.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const command = process.env.FAIRFLOOR_BIN ?? join(here, "..", "..", "target", "release", "fairfloor");
if (!existsSync(command)) throw new Error(`no ${command}: cargo build --release --bin fairfloor`);

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const ids = execFileSync(command, ["presets"], { encoding: "utf8" })
  .split("\n")
  .map((line) => line.trim().split(/\s+/)[0])
  .filter((id) => /^[a-z][a-z0-9-]+$/.test(id));

for (const id of ids) {
  test(`${id}: eight replications are those of the command`, { timeout: 120_000 }, async () => {
    const native = JSON.parse(
      execFileSync(command, ["run", id, "--replications", "8", "--seed", "1", "--format", "json"], { encoding: "utf8" }),
    );
    const { page, close } = await site.visit();
    await reaches(page, "running");
    if ((await page.inputValue("#preset")) !== id) {
      // The default needn't be finished first.
      await page.click("[data-run-state]");
      await choosePreset(page, id);
    }
    assert.equal(await fingerprint(page, 100_000), native.fingerprint);
    await close();
  });
}
