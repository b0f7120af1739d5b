//! The address bar is the save file: it restores, it is explained when cut, and Back changes the screen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { choosePreset, committed, fingerprint, heldAtOnce, lever, leverStands, open, otherFingerprint, setLever, small, usable } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const hash = (page) => page.evaluate(() => location.hash);

test("a link restores scenario, preset and results for somebody else", async () => {
  const first = await site.visit();
  const before = await fingerprint(first.page);
  await choosePreset(first.page, "clinic");
  const chosen = await otherFingerprint(first.page, before);
  await setLever(first.page, 66);
  const made = await otherFingerprint(first.page, chosen);
  const link = await hash(first.page);
  assert.match(link, /^#\/\?s=1~[\w-]+$/);
  assert.ok(link.length < 400, `${link.length}`);
  await first.close();
  const second = await site.visit(link, { locale: "en-US" });
  assert.equal(await second.page.inputValue("#preset"), "clinic");
  assert.equal(await lever(second.page), "66");
  await fingerprint(second.page);
  assert.equal(await fingerprint(second.page), made);
  assert.deepEqual(second.problems, []);
  await second.close();
});

test("a link cut in half is explained and nothing is changed", async () => {
  const { page, problems, close } = await site.visit(small());
  await fingerprint(page);
  const link = await committed(page, () => setLever(page, 61));
  await page.evaluate((cut) => (location.hash = cut), link.slice(0, link.length - 20));
  // Said where, and what to do.
  await page.locator(".notice.is-problem", { hasText: /链接不完整[\s\S]*末尾缺了一段/ }).waitFor();
  assert.equal(await lever(page), "61");
  assert.equal(await hash(page), link, "the address is whole again");
  await close();

  const fresh = await site.visit(link.slice(0, 30));
  await fresh.page.locator(".notice.is-problem", { hasText: /链接不完整[\s\S]*末尾缺了一段/ }).waitFor();
  await fingerprint(fresh.page);
  assert.deepEqual([...problems, ...fresh.problems], []);
  await fresh.close();
});

test("back and forward change the screen, not the slider", async () => {
  const { page, close } = await site.visit(small());
  await fingerprint(page);
  await page.click('.tab >> text="对比"');
  await page.waitForSelector(".tab[aria-current] >> text=对比");
  assert.match(await hash(page), /^#\/compare/);
  await page.click('.tab >> text="概览"');
  await committed(page, () => setLever(page, 64));
  await page.goBack();
  await page.waitForSelector(".tab[aria-current] >> text=对比");
  await page.goBack();
  await page.waitForSelector(".tab[aria-current] >> text=概览");
  await leverStands(page, 64);
  await page.goForward();
  await page.waitForSelector(".tab[aria-current] >> text=对比");
  // Held against itself, so in the form of several.
  assert.match(await hash(page), /s=2~/);
  await close();
});

test("a pasted link is a step that can be undone, and Back returns to what was before it", async () => {
  const { page, close } = await site.visit(small());
  await fingerprint(page);
  const mine = await committed(page, () => setLever(page, 63));
  const other = await committed(page, () => setLever(page, 90));
  await committed(page, () => setLever(page, 63));
  await page.evaluate((link) => (location.hash = link), other);
  await leverStands(page, 90);
  await page.goBack();
  await leverStands(page, 63);
  assert.equal(await hash(page), mine);
  await close();
});

test("the last scenario is offered again", async () => {
  const { page: before, context, close } = await site.visit(small(), { prepare: heldAtOnce });
  await usable(before);
  await committed(before, () => setLever(before, 58));
  const page = await context.newPage();
  await page.goto(site.site.url);
  await page.waitForSelector(".notice .button");
  assert.notEqual(await lever(page), "58");
  await page.click(".notice .button");
  await leverStands(page, 58);
  await close();
});
