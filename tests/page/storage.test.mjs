//! What the browser remembers may be refused, full or damaged: the page works, and says so once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fingerprint, lever, notices, open, setLever, small } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

/** A visitor whose storage is spoilt before the page's own scripts run. */
async function withStorage(spoil, hash) {
  const context = await site.browser.newContext({ locale: "zh-CN" });
  await context.addInitScript(spoil);
  const page = await context.newPage();
  const thrown = [];
  page.on("pageerror", (error) => thrown.push(error.message));
  await page.goto(site.site.url + hash);
  return { page, context, thrown };
}

const SPOILT = {
  refused: () => {
    const refuse = () => {
      throw new DOMException("not allowed", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get: refuse });
  },
  full: () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
};

for (const [how, spoil] of Object.entries(SPOILT)) {
  test(`storage that is ${how} is said once and stops nothing`, async () => {
    const { page, context, thrown } = await withStorage(spoil, small());
    await page.locator(".notice", { hasText: "浏览器不保存设置" }).waitFor();
    await fingerprint(page);
    const said = (await notices(page)).filter((text) => text.includes("浏览器不保存设置"));
    assert.equal(said.length, 1, (await notices(page)).join());
    await setLever(page, 77);
    await page.waitForFunction(() => document.querySelector("h1").innerText.includes("77 通"));
    assert.equal(await lever(page), "77");
    assert.deepEqual(thrown, []);
    await context.close();
  });
}

test("a damaged draft, language and theme are passed over", async () => {
  const { page, context, thrown } = await withStorage(() => {
    for (const [key, value] of [
      ["draft", "1~AAAA\u0000🎧<b>"],
      ["language", "klingon"],
      ["theme", "\uffff"],
      ["single-keys", "[]"],
    ]) {
      localStorage.setItem(`fairfloor.${key}`, value);
    }
  }, "");
  const found = await fingerprint(page);
  const calm = await site.visit();
  assert.equal(found, await fingerprint(calm.page));
  assert.deepEqual(thrown, []);
  await calm.close();
  await context.close();
});
