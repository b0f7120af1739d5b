//! Everybody can use it: axe in both languages and themes, the keyboard, a phone's width.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityProblems } from "./harness.mjs";
import { choosePreset, fingerprint, lever, leverStands, open, openEverything, reaches } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

for (const locale of ["zh-CN", "en-US"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe: overview, rail open in full, drawer, help, table; ${locale} ${colorScheme}`, async () => {
      const { page, problems, close } = await site.visit("", { locale, colorScheme });
      await choosePreset(page, "seed-erg");
      await reaches(page, "done");
      assert.deepEqual(await accessibilityProblems(page), []);
      await openEverything(page);
      await page.locator(".rail .field-tools .icon-button").first().click();
      await page.waitForSelector(".drawer");
      assert.deepEqual(await accessibilityProblems(page), []);
      await page.keyboard.press("Escape");
      await page.click("[data-do=table]");
      assert.deepEqual(await accessibilityProblems(page, "main"), []);
      await page.click("[data-do=help]");
      assert.deepEqual(await accessibilityProblems(page, ".help"), []);
      assert.deepEqual(problems, []);
      await close();
    });
  }
}

for (const locale of ["zh-CN", "en-US"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe: every screen with its first findings; ${locale} ${colorScheme}`, { timeout: 300_000 }, async () => {
      const { page, problems, close } = await site.visit("#/compare", { locale, colorScheme });
      await page.waitForSelector(".compared [data-verdict]", { timeout: 120_000 });
      assert.deepEqual(await accessibilityProblems(page), [], "compare");
      for (const route of ["sweep", "awards", "fair", "sens"]) {
        await page.evaluate((to) => (location.hash = `#/${to}`), route);
        await page.waitForSelector(`[data-screen=${route}] [data-figure], [data-screen=${route}] table`, { timeout: 120_000 });
        assert.deepEqual(await accessibilityProblems(page), [], route);
      }
      await page.evaluate(() => (location.hash = "#/people"));
      await page.waitForSelector("[data-screen=people] .twin-says", { timeout: 120_000 });
      assert.deepEqual(await accessibilityProblems(page), [], "people");
      await page.click("[data-figure=chance] [data-do=table]");
      assert.deepEqual(await accessibilityProblems(page), [], "people as tables");
      await page.evaluate(() => (location.hash = "#/"));
      await choosePreset(page, "seed-erg");
      await page.click("[data-do=why]");
      await page.waitForSelector("[data-figure=why]", { timeout: 120_000 });
      await page.click(".pathway summary >> nth=0");
      assert.deepEqual(await accessibilityProblems(page), [], "what made the difference");
      await page.evaluate(() => (location.hash = location.hash.replace("#/", "#/compare")));
      // Who is behind is known with the table.
      await page.waitForSelector(".compared[data-complete]", { timeout: 120_000 });
      await page.click("[data-do=catch]");
      await page.waitForSelector("[data-figure=catch]", { timeout: 120_000 });
      assert.deepEqual(await accessibilityProblems(page), [], "what must change to catch up");
      await page.evaluate(() => (location.hash = "#/floor"));
      await page.waitForSelector("figure.floor[data-film=true]", { timeout: 120_000 });
      assert.deepEqual(await accessibilityProblems(page), [], "floor");
      await page.evaluate(() => (location.hash = "#/calib"));
      await page.waitForSelector("[data-screen=calib] .intake");
      assert.deepEqual(await accessibilityProblems(page), [], "calib");
      assert.deepEqual(problems, []);
      await close();
    });
  }
}

test("axe and no sideways scrolling on a phone, with the parameters open", async () => {
  const { page, close } = await site.visit("", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await choosePreset(page, "seed-erg");
  await reaches(page, "done");
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok((await wide()) <= 0, `${await wide()} px too wide`);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.click(".bottombar button >> nth=0");
  await page.waitForSelector(".rail");
  assert.ok((await wide()) <= 0);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.click(".bottombar button >> nth=2");
  await page.waitForSelector(".compared tr[data-metric]");
  assert.ok((await wide()) <= 0);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, select")]
      .filter((e) => e.offsetParent && !e.closest(".topbar") && e.getBoundingClientRect().height < 43.5)
      .map((e) => e.className + e.innerText),
  );
  assert.deepEqual(small, []);
  await close();
});

test("the keyboard does everything and never while typing", async () => {
  const { page, close } = await site.visit();
  await fingerprint(page);
  const start = Number(await lever(page));
  await page.locator(".is-lever input[type=range]").focus();
  await page.keyboard.press("ArrowLeft");
  await leverStands(page, start - 1);
  await page.keyboard.press("PageDown");
  await leverStands(page, start - 11);
  assert.match(await page.getAttribute(".is-lever input[type=range]", "aria-valuetext"), new RegExp(`起点 ${start}`));
  await page.keyboard.press("z");
  assert.equal(Number(await lever(page)), start - 11, "not while a control has the focus");
  await page.locator("main").focus();
  await page.keyboard.press("z");
  await leverStands(page, start - 1);
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement.id === "parameter-search");
  await page.keyboard.type("覆盖面z?");
  assert.equal(await page.inputValue("#parameter-search"), "覆盖面z?");
  await page.fill("#parameter-search", "覆盖面");
  await page.waitForSelector('.rail [data-path="rewards.awards.coverage_share"]');
  await page.fill("#parameter-search", "没有这个词");
  assert.equal(await page.locator(".rail-body [data-path]").count(), 3, "the nearest three");
  await page.locator("main").focus();
  await page.keyboard.press("t");
  await page.waitForSelector("[data-figure=year] table");
  await page.keyboard.press("?");
  await page.waitForSelector(".help");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".help").count(), 0);
  await page.click("[data-do=help]");
  await page.uncheck(".help input");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.dataset.do === "help");
  await page.locator("main").focus();
  await page.keyboard.press("t");
  assert.equal(await page.locator("[data-figure=year] table").count(), 1, "switched off");
  await close();
});

test("the chart can be read week by week", async () => {
  const { page, close } = await site.visit();
  await reaches(page, "done");
  await page.locator(".reader").focus();
  await page.keyboard.press("End");
  assert.match(await page.getAttribute(".reader", "aria-valuetext"), /^第 50 周 · 累计离职 \d+%/);
  await page.keyboard.press("ArrowLeft");
  assert.match(await page.getAttribute(".reader", "aria-valuetext"), /^第 49 周/);
  await close();
});

test("the theme goes round and is remembered", async () => {
  const { page, close } = await site.visit("", { colorScheme: "dark" });
  await page.click("[data-do=theme]");
  assert.equal(await page.getAttribute("html", "data-theme"), "light");
  await page.click("[data-do=theme]");
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
  await page.reload();
  await page.waitForSelector("html[data-theme=dark]");
  await close();
});
