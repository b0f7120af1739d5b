//! The default result is there before the engine, does not move when the page takes over, is computed in full, and is
//! checked.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser } from "./harness.mjs";
import { becomes, open, reaches, setLever, usable } from "./page.mjs";

let site;
before(async () => {
  site = await open(openBrowser);
});
after(() => site?.close());

/** A visitor to whom the engine never comes. */
async function withoutEngine(hash, options) {
  const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block", ...options });
  await context.route("**/*.wasm", (route) => route.abort());
  const page = await context.newPage();
  await page.goto(site.site.url + hash, { waitUntil: "load" });
  return { page, close: () => context.close() };
}

const PLACES = ["h1", ".lead", ".tiles", ".figure", ".plot:visible"];
const read = async (page) => ({
  words: (await page.locator("h1:visible, .lead:visible, .tiles:visible, .figure h2:visible, .figure-foot:visible").allInnerTexts())
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter(Boolean),
  places: await Promise.all(
    PLACES.map(async (selector) => {
      const { x, y, width, height } = await page.locator(`${selector}${selector.endsWith("visible") ? "" : ":visible"}`).first().boundingBox();
      return [selector, x, y, width, height].map((v) => (typeof v === "number" ? Math.round(v) : v)).join(" ");
    }),
  ),
});

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const SENTENCES = { "zh-CN": /日接听目标|通/, "en-US": /target/i };

/** What somebody sees to whom the engine never comes. */
async function seenFirst(locale, viewport) {
  const still = await withoutEngine("", { locale, viewport });
  const seen = await read(still.page);
  assert.match(seen.words[0], SENTENCES[locale]);
  await still.close();
  return seen;
}

/** The page says that it was built of another result. */
const builtOtherwise = (context) =>
  context.route(site.site.url, async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(/data-first="[^"]*"/g, 'data-first="0000"');
    await route.fulfill({ response: answer, body });
  });

/** What is said under the result: that it is the one that was built, or both fingerprints. */
async function told(page, asBuilt, locale) {
  const note = page.locator(".state-note");
  if (asBuilt) return note.filter({ hasText: locale === "en-US" ? "identical ✓" : "相同 ✓" }).waitFor();
  await note.filter({ hasText: "0000" }).filter({ hasText: locale === "en-US" ? "another result" : "不同" }).waitFor();
  const all = await page.getAttribute("[data-run-state]", "data-fingerprint-all");
  assert.ok((await note.innerText()).includes(all), await note.innerText());
}

// Each language and each width comes once as the page takes over, and once more in what was computed then; once it is
// what was built, once it differs.
for (const [locale, viewport, otherLocale, otherViewport, asBuilt] of [
  ["zh-CN", DESK, "en-US", PHONE, false],
  ["en-US", PHONE, "zh-CN", DESK, true],
]) {
  test(`what is seen first is what is computed then, in the same place; ${locale} ${viewport.width}`, { timeout: 300_000 }, async () => {
    const before = await seenFirst(locale, viewport);
    const { page, problems, close } = await site.visit("", { locale, viewport, prepare: asBuilt ? undefined : builtOtherwise });
    await page.evaluate(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifted += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    await reaches(page, "done");
    await told(page, asBuilt, locale);
    assert.deepEqual(await read(page), before);
    if (locale === "zh-CN") {
      assert.match(await page.locator("h1").innerText(), /每 100 人一年约走 \d+ 人（90% 的模拟在/);
      assert.match(await page.locator("[data-run-state]").innerText(), /已完成 64 次/);
      assert.equal(await page.locator(".tile").count(), 4);
      assert.equal(await page.locator(".dots").first().locator("circle").count(), 20);
      assert.equal(await page.locator(".plot .band-90").count(), 2);
      assert.match(await page.locator("[role=status].unseen").innerText(), /^完成。年离职率中位/);
    }
    assert.ok((await page.evaluate(() => window.shifted)) <= 0.02, "layout shift");
    // The same results in the other language, and in a window of the other width.
    await page.click("[data-do=language]");
    const inOther = await seenFirst(otherLocale, viewport);
    await becomes(() => read(page), inOther);
    await told(page, asBuilt, otherLocale);
    await page.setViewportSize(otherViewport);
    const onOther = await seenFirst(otherLocale, otherViewport);
    // That it differs takes a line more on a phone.
    const seen = asBuilt ? (what) => what : ({ words }) => words;
    await becomes(async () => seen(await read(page)), seen(onOther));
    assert.deepEqual(problems, []);
    await close();
  });
}

test("a link to something else never shows the default result", async () => {
  for (const hash of ["#/compare", "#/?s=1~anything"]) {
    const { page, close } = await withoutEngine(hash, { locale: "zh-CN" });
    assert.equal(await page.locator(".first:visible").count(), 0);
    assert.equal(await page.locator(".boot:visible, .door:visible").count(), 1);
    await close();
  }
});

test("a screen that is asked for says what it answers until the program is there", async () => {
  const titles = new Set();
  for (const locale of ["zh-CN", "en-US"]) {
    const { page, close } = await withoutEngine("", { locale });
    for (const hash of ["floor", "compare", "sweep", "awards", "fair", "people", "sens", "calib", "report?s=1~anything"]) {
      await page.goto("about:blank");
      await page.goto(`${site.site.url}#/${hash}`);
      titles.add(await page.locator("h1:visible").innerText());
      const about = await page.locator(".lead:visible").innerText();
      assert.equal(/\p{Script=Han}/u.test(about), locale === "zh-CN", about);
    }
    await close();
  }
  assert.equal(titles.size, 18, [...titles].join());
});

for (const [what, stop] of [
  ["whose browser has no WebAssembly", (context) => context.addInitScript(() => delete globalThis.WebAssembly)],
  ["whose network breaks off", (context) => context.route("**/*.wasm", (route) => route.abort())],
]) {
  test(`a visitor ${what} is told so, under the built result`, async () => {
    for (const path of ["", "workshop.html"]) {
      const context = await site.browser.newContext({ locale: "en-US" });
      await stop(context);
      const page = await context.newPage();
      await page.goto(site.site.url + path);
      const said = page.locator("#failed");
      await said.waitFor();
      assert.match(await said.innerText(), /没有启动[\s\S]*did not start/);
      assert.equal(await page.locator("h1:visible").count(), 1);
      await context.close();
    }
  });
}

test("the lever works while the built result still stands", { timeout: 300_000 }, async () => {
  const { page, close } = await site.visit();
  await usable(page);
  await setLever(page, 90);
  await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("90 通"), null, { timeout: 60_000 });
  assert.equal(await page.locator(".state-note", { hasText: "✓" }).count(), 0);
  await close();
});

test("headline first: the text of the page's beginning holds it within 14 kB", async () => {
  const { brotliCompressSync } = await import("node:zlib");
  const html = await (await fetch(site.site.url)).text();
  const upTo = html.slice(0, html.lastIndexOf("</h1>", html.indexOf('class="shell door')) + 5);
  const size = brotliCompressSync(upTo).length;
  assert.ok(size <= 14_000, `${size} bytes until both languages' headlines`);
});
