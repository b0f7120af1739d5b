//! From a centre of another kind, in one click, to what changes there, in both languages; and back with nothing lost.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { accessibilityProblems, DIST, openBrief, problemsInBothThemes, startSite, visit } from "./harness.mjs";
import { choosePreset, fingerprint, lever, open, otherFingerprint, reaches, setLever, small } from "./page.mjs";

/** A year of 120 people takes its time on a busy machine. */
const LONG = 120_000;

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const PAGES = [
  { locale: "zh-CN", file: "centres.zh-CN.html", lang: "zh-CN", title: /^别的中心/, back: "回到沙盘", says: "只在这里" },
  { locale: "en-US", file: "centres.html", lang: "en", title: /^Other centres/, back: "Back to the sandbox", says: "only here" },
];

const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const { locale, file, lang, title, back, says } of PAGES) {
  test(`a clinic: one click there, at its own part, and back with nothing lost; ${locale}`, { timeout: 400_000 }, async () => {
    const { page, problems, close } = await site.visit(small(), { locale });
    const paper = await fingerprint(page);
    assert.equal(await page.locator("[data-do=centres]").count(), 0, "the default is the paper's own centre");
    await choosePreset(page, "clinic");
    await page.waitForSelector("[data-do=centres]");
    const clinic = await otherFingerprint(page, paper);
    await setLever(page, 99);
    const before = await otherFingerprint(page, clinic);
    const address = page.url();
    await page.click("[data-do=centres]");
    await page.waitForURL(`**/${file}#clinic`);
    assert.equal(await page.getAttribute("html", "lang"), lang);
    assert.match(await page.title(), title);
    await page.waitForFunction(() => {
      const { top } = document.querySelector("#clinic")?.getBoundingClientRect() ?? {};
      return top >= 0 && top < 300;
    });
    const changes = page.locator("#clinic + .changes");
    assert.ok((await changes.innerText()).includes(says));
    // To the other language and its figures, then back: neither loses the way.
    await page.click("[data-do=language]");
    await page.waitForURL(/centres[^/]*\.html#clinic$/);
    await page.click("[data-do=language]");
    await page.waitForURL(`**/${file}#clinic`);
    await page.locator("#clinic ~ p a").first().click();
    await page.waitForURL(/#clinic-figures$/);
    await page.getByRole("link", { name: back }).click();
    await page.waitForURL(address, { timeout: LONG });
    assert.equal(await fingerprint(page), before);
    assert.equal(await lever(page), "99");
    assert.equal(await page.inputValue("#preset"), "clinic");
    assert.deepEqual(problems, []);
    await close();
  });

  test(`axe, landmarks, no sideways scrolling; ${file}, light and dark`, async () => {
    for (const width of [1440, 390, 320]) {
      const { page, problems, close } = await site.visit(file, { locale, viewport: { width, height: 844 } });
      // Colours are the same at any width.
      const problemsAt = width === 1440 ? problemsInBothThemes : accessibilityProblems;
      assert.deepEqual(await problemsAt(page), [], `${width} px`);
      assert.ok((await wide(page)) <= 0, `${await wide(page)} px too wide at ${width}`);
      for (const landmark of ["banner", "navigation", "main", "contentinfo"]) {
        assert.equal(await page.getByRole(landmark).count(), 1, landmark);
      }
      // What is wider than the page scrolls in a region of its own, by the keyboard, too.
      const boxes = await page.locator(".table-box").evaluateAll((all) =>
        all.map((box) => [box.tabIndex, box.getAttribute("role"), box.getAttribute("aria-label"), box.scrollWidth - box.clientWidth]),
      );
      assert.equal(boxes.length, 17);
      assert.ok(boxes.every(([tab, role, label]) => tab === 0 && role === "region" && label));
      assert.equal(new Set(boxes.map(([, , label]) => label)).size, boxes.length, "each is told apart");
      assert.equal(boxes.some(([, , , over]) => over > 0), width < 700);
      assert.deepEqual(problems, []);
      await close();
    }
  });
}

test("on a phone, too, one tap leads there", async () => {
  const { page, close } = await site.visit(small(), { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await choosePreset(page, "clinic");
  const link = page.locator("[data-do=centres]");
  await link.waitFor();
  assert.ok((await link.boundingBox()).height >= 43.5);
  assert.ok((await wide(page)) <= 0);
  await link.tap();
  await page.waitForURL("**/centres.zh-CN.html#clinic");
  await close();
});

test("the theme that was chosen is this page's, too; without storage the way back leads to the beginning", async () => {
  const { page, context, close } = await site.visit(small(), { colorScheme: "light" });
  await page.evaluate(() => localStorage.setItem("fairfloor.theme", "dark"));
  await page.goto(`${site.site.url}centres.html`);
  assert.equal(await page.getAttribute("html", "data-theme"), "dark");
  await context.addInitScript(() => {
    const get = () => {
      throw new DOMException("not allowed", "SecurityError");
    };
    Object.defineProperty(window, "localStorage", { get });
    Object.defineProperty(window, "sessionStorage", { get });
  });
  await page.goto(`${site.site.url}centres.html`);
  await page.click("[data-do=back]");
  await page.waitForURL((url) => url.pathname === new URL(site.site.url).pathname);
  await close();
});

test("the same policy as the sandbox's, and nothing inline for it to allow", async () => {
  const policy = (html) => html.match(/Content-Security-Policy" content="([^"]+)"/)[1];
  const rules = (html) => policy(html).replace(/ 'sha256-[^']+'/g, "");
  const [sandbox, ...pages] = await Promise.all(["index.html", ...PAGES.map((p) => p.file)].map((name) => readFile(join(DIST, name), "utf8")));
  for (const html of pages) {
    assert.equal(policy(html), rules(sandbox), "no hash is needed");
    assert.doesNotMatch(html, /<style|<script(?![^>]* src=)| style=| on[a-z]+="/);
  }
});

test("below a path, and without a network after a visit to the sandbox", { timeout: 240_000 }, async (t) => {
  const [below, browser] = await Promise.all([startSite({ base: "/a/b/" }), openBrief()]);
  t.after(() => Promise.all([browser.close(), below.close()]));
  const { page, context, problems } = await visit(browser, below.url + small(), { locale: "en-US" });
  await reaches(page, "done");
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("sw.js");
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  await choosePreset(page, "clinic");
  await page.waitForSelector("[data-do=centres]");
  await below.close();
  await context.setOffline(true);
  await page.click("[data-do=centres]");
  await page.waitForURL("**/a/b/centres.html#clinic");
  const ink = () => page.evaluate(() => getComputedStyle(document.querySelector(".changes")).listStyleType);
  assert.equal(await ink(), "none", "with its style");
  await page.click("[data-do=language]");
  await page.waitForURL("**/a/b/centres.zh-CN.html#clinic");
  assert.equal(await ink(), "none");
  await page.click("[data-do=back]");
  await reaches(page, "done");
  assert.equal(await page.inputValue("#preset"), "clinic");
  assert.deepEqual(problems, []);
});
