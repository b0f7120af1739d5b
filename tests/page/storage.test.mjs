//! What the browser remembers may be refused, full or damaged: the page works, and says so once.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { nativeFingerprint } from "./bits.mjs";
import { openBrief } from "./harness.mjs";
import { becomes, committed, fingerprint, heldAtFirst, heldAtOnce, lever, leverStands, notices, open, setLever, small, usable, warmWeeks } from "./page.mjs";

let site;
before(async () => {
  site = await open(openBrief);
});
after(() => site?.close());

/** A visitor whose storage is spoilt before the page's own scripts run; `prepare` is done before it is opened. */
async function withStorage(spoil, hash, prepare) {
  const context = await site.browser.newContext({ locale: "zh-CN" });
  await context.addInitScript(spoil);
  await prepare?.(context);
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
    const said = async () => (await notices(page)).filter((text) => text.includes("浏览器不保存设置")).length;
    assert.equal(await said(), 1);
    await fingerprint(page);
    await setLever(page, 77);
    await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("77 通"));
    assert.equal(await lever(page), "77");
    // It goes after a while.
    assert.ok((await said()) <= 1);
    assert.deepEqual(thrown, []);
    await context.close();
  });
}

test("a damaged draft, language and theme are passed over", async () => {
  const { page, context, thrown } = await withStorage(() => {
    for (const [key, value] of [
      ["draft", "1~AAAA\u0000🎧<b>"],
      ["drafts", "a 1~AAAA\nb \u0000🎧<b>\n\n1~x"],
      ["language", "klingon"],
      ["theme", "\uffff"],
      ["single-keys", "[]"],
    ]) {
      localStorage.setItem(`fairfloor.${key}`, value);
    }
  }, "", heldAtFirst);
  const found = await fingerprint(page);
  assert.equal(found, nativeFingerprint("seed-status-quo"));
  assert.deepEqual(thrown, []);
  await context.close();
});

const offers = (page) => page.locator(".notice", { has: page.locator(".button") });

test("each of two tabs is offered again, one is taken up, the other declined for good", async () => {
  const { page: one, context, close } = await site.visit(warmWeeks(), { prepare: heldAtOnce });
  await usable(one);
  await committed(one, () => setLever(one, 58));
  const two = await context.newPage();
  await two.goto(site.site.url);
  await usable(two);
  await two.locator(".notice .icon-button").first().waitFor();
  await committed(two, () => setLever(two, 71));
  await committed(one, () => setLever(one, 57));
  // A tab that is loaded anew is where it was, and keeps its draft.
  await two.reload();
  await leverStands(two, 71);
  await committed(two, () => setLever(two, 72));

  const third = await context.newPage();
  await third.goto(site.site.url);
  await offers(third).nth(1).waitFor();
  const said = (await offers(third).allInnerTexts()).map((text) => text.match(/\d+(?=\n|$)/)?.[0]);
  assert.deepEqual(said, ["57", "72"], "the newest last, where the eye is");
  await offers(third).nth(0).locator(".icon-button").click();
  await becomes(() => offers(third).count(), 1);
  await offers(third).locator(".button").click();
  await leverStands(third, 72);
  await becomes(() => offers(third).count(), 0);

  const fourth = await context.newPage();
  await fourth.goto(site.site.url);
  await offers(fourth).first().waitFor();
  assert.equal(await offers(fourth).count(), 1, "what was declined is gone, what was taken up is kept once");
  assert.match(await offers(fourth).innerText(), /72/);
  assert.equal(await lever(one), "57", "no tab was written over");
  await close();
});

test("the draft of an older version is offered once more", async () => {
  const { page, context, close } = await site.visit("", { prepare: heldAtOnce });
  await usable(page);
  await committed(page, () => setLever(page, 58));
  await page.evaluate(() => {
    const [line] = localStorage.getItem("fairfloor.drafts").split("\n");
    localStorage.removeItem("fairfloor.drafts");
    localStorage.setItem("fairfloor.draft", line.split(" ")[1]);
  });
  const later = await context.newPage();
  await later.goto(site.site.url);
  await later.click(".notice .button");
  await leverStands(later, 58);
  assert.equal(await later.evaluate(() => localStorage.getItem("fairfloor.draft")), null);
  await close();
});
