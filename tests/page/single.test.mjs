//! The one-file copy opens from a disk without a network and gives the same bits, with workers or without.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { DIST, openBrief } from "./harness.mjs";
import { nativeFingerprint } from "./bits.mjs";
import { fingerprint, heldAtFirst, lever, open, reaches, setLever, small, SMALL_SETS } from "./page.mjs";

let site;
let folder;
let file;
let expected;
before(async () => {
  site = await open(openBrief);
  // Alone in a folder with a name of its own: nothing beside it can be loaded.
  folder = await mkdtemp(join(tmpdir(), "沙盘 "));
  file = join(folder, "客服 fairfloor.html");
  await copyFile(join(DIST, "fairfloor.html"), file);
  expected = nativeFingerprint("seed-status-quo", 64, SMALL_SETS);
});
after(async () => {
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

for (const [how, refuse] of [
  ["with workers", null],
  ["where workers are refused at once", () => { window.Worker = class { constructor() { throw new DOMException("refused", "SecurityError"); } }; }],
  ["where workers fail after a moment", () => {
    window.Worker = class extends EventTarget {
      constructor() {
        super();
        setTimeout(() => {
          const event = new ErrorEvent("error", { message: "refused", cancelable: true });
          this.dispatchEvent(event);
          this.onerror?.(event);
        });
      }
      postMessage() {}
      terminate() {}
    };
  }],
]) {
  test(`runs from a disk ${how}`, { timeout: 300_000 }, async () => {
    const context = await site.browser.newContext({ locale: "zh-CN", offline: true });
    if (refuse) await context.addInitScript(refuse);
    const page = await context.newPage();
    const problems = [];
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    await page.goto(pathToFileURL(file).href + small());
    await reaches(page, "done", 150_000);
    assert.equal(await page.getAttribute("[data-run-state]", "data-fingerprint-all"), expected);
    assert.equal(page.workers().length > 0, refuse === null, "runs in the background exactly where it may");
    await setLever(page, 83);
    assert.equal(Number(await lever(page)), 83);
    await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("83 通"), null, { timeout: 90_000 });
    assert.deepEqual(problems, []);
    await context.close();
  });
}

test("opened from a disk by its name alone it runs the default as the command does", { timeout: 150_000 }, async () => {
  const native = nativeFingerprint("seed-status-quo");
  const context = await site.browser.newContext({ locale: "zh-CN", offline: true });
  await heldAtFirst(context);
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  assert.equal(await fingerprint(page), native);
  await context.close();
});
