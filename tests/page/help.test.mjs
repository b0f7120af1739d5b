//! The tour can be left at any step and gives the focus back; the glossary is in both languages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityProblems } from "./harness.mjs";
import { becomes, fingerprint, gone, latinRuns, open, small } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

for (const [locale, width, height] of [
  ["zh-CN", 1440, 900],
  ["en-US", 390, 844],
]) {
  test(`the tour goes through the page; ${locale} ${width}`, { timeout: 300_000 }, async () => {
    const { page, problems, close } = await site.visit(small("compare"), { locale, viewport: { width, height } });
    await fingerprint(page);
    await page.keyboard.press("?");
    await page.click(".glossary summary");
    await becomes(() => page.locator(".glossary dt").count(), 12);
    if (locale === "zh-CN") assert.deepEqual(await latinRuns(page), []);
    assert.deepEqual(await accessibilityProblems(page), []);
    await page.click("[data-do=tour]");
    await page.waitForSelector('.tour[data-step="0"]');
    assert.match(await page.evaluate(() => location.hash), /^#\/($|\?)/, "the tour is of the overview");
    const said = [];
    for (let step = 0; step < 6; step++) {
      await page.waitForSelector(`.tour[data-step="${step}"]`);
      await page.waitForFunction(() => document.activeElement?.matches(".tour [data-do=on]"));
      said.push(await page.locator("#tour-says").innerText());
      assert.ok((await page.locator("[data-toured]").count()) <= 1, "one thing at a time");
      // Further down the page is scrolled, and what is half under the top bar would be called too small.
      if (step === 0) assert.deepEqual(await accessibilityProblems(page), []);
      if (step < 5) await page.keyboard.press("Enter");
    }
    assert.equal(new Set(said).size, 6);
    await page.click(".tour [data-do=back]");
    await page.waitForSelector('.tour[data-step="4"]');
    await page.click(".tour [data-do=leave]");
    await gone(page, ".tour, [data-toured]");
    assert.deepEqual(problems, []);
    await close();
  });
}

test("Escape leaves the tour, and the page is as it was", { timeout: 300_000 }, async () => {
  const { page, problems, close } = await site.visit(small());
  const before = await fingerprint(page);
  await page.keyboard.press("?");
  await page.click("[data-do=tour]");
  await page.click(".tour [data-do=on]");
  await page.keyboard.press("Escape");
  await gone(page, ".tour, .help, [data-toured]");
  assert.equal(await fingerprint(page), before);
  assert.deepEqual(problems, []);
  await close();
});
