//! Lives and what made a difference: in as few clicks as promised, by mouse and by keyboard, in both languages.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityProblems } from "./harness.mjs";
import { becomes, differs, fingerprint, hears, holdAt, keepWorkers, latinRuns, letGo, nearPair, open, pair, reaches, setLever, tabTo, weeks } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const SLOW = { timeout: 400_000 };
const text = (page, selector) => page.locator(selector).innerText();
/** Waits until the life of this name is the one that is read. */
const lives = (page, name) => becomes(() => text(page, "#life"), name);
const hash = (page) => page.evaluate(() => location.hash);
const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

test("T6: why the best left, and whether another scenario would have kept them, is two clicks", SLOW, async () => {
  const { page, problems, close } = await site.visit(weeks());
  await fingerprint(page);
  let clicks = 0;
  const press = (selector) => (clicks++, page.click(selector));
  await press('.tab >> text="员工故事"');
  await page.waitForSelector(".person");
  await press("[data-place=best_leaver]");
  assert.equal(clicks, 2);
  const name = await text(page, "[data-place=best_leaver] strong");
  await lives(page, name);
  await page.locator(".twin-says", { hasText: name }).waitFor();
  assert.match(await text(page, ".cause"), new RegExp(`${name}决定离开（.*月.*周.*）；那个月这样决定的可能性是 [\\d.]+%`));
  assert.match(await text(page, ".twin-says"), new RegExp(`同样的运气、换成“.+”，${name}`));
  assert.match(await text(page, "[data-place=best_leaver] .rule"), /平均考核得分最高/);
  assert.match(await text(page, ".life"), /虚构人物/);
  // In how many of how many other years.
  await page.waitForFunction(() => /换 30 次运气：.+在岗 \d+ 次/.test(document.querySelector(".often")?.innerText), null, SLOW);
  // The story is dated and goes forward; it ends with the decision and the last day.
  const turns = await page.locator(".days li").evaluateAll((all) => all.map((one) => one.dataset.kind));
  await page.uncheck("[data-do=turns]");
  await page.waitForSelector(".days li[data-kind=work]");
  const kinds = await page.locator(".days li").evaluateAll((all) => all.map((one) => one.dataset.kind));
  for (const kind of ["work", "appraisal", "chance", "decided", "last_day"]) assert.ok(kinds.includes(kind), kind);
  assert.ok(kinds.indexOf("decided") < kinds.indexOf("last_day"));
  assert.match(await text(page, ".days li[data-kind=appraisal] >> nth=0"), /月.*周[\s\S]*考核 [\d.]+ 分/);
  assert.match(await text(page, ".days li[data-kind=chance] >> nth=0"), /可能性是 [\d.]+%；占比最大的几项/);
  assert.ok(turns.length > 0 && turns.length < kinds.length && !turns.includes("work"));
  assert.deepEqual(await latinRuns(page), []);
  assert.deepEqual(problems, []);
  await close();
});

test("T6 by keyboard in English, and the chart read month by month", SLOW, async () => {
  const { page, problems, close } = await site.visit(weeks(), { locale: "en-US" });
  await fingerprint(page);
  await page.locator("main").focus();
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.waitForSelector(".person");
  await tabTo(page, "[data-place=best_leaver]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "life");
  const name = await text(page, "[data-place=best_leaver] strong");
  await lives(page, name);
  await page.locator(".twin-says", { hasText: name }).waitFor();
  assert.match(await text(page, ".cause"), new RegExp(`${name} decided to leave \\(month .*; the chance of that was [\\d.]+%`));
  assert.match(await text(page, ".twin-says"), new RegExp(`Under the same luck and “.+”, ${name}`));
  await tabTo(page, "[data-figure=chance] .reader");
  await page.keyboard.press("End");
  await page.waitForFunction(() => {
    const reader = document.querySelector("[data-figure=chance] .reader");
    return reader.ariaValueNow === reader.ariaValueMax;
  });
  const last = await hears(page, "[data-figure=chance] .reader", /^Month \d+, week \d, \w+ · [\d.]+%/);
  await page.keyboard.press("ArrowLeft");
  await differs(() => page.getAttribute("[data-figure=chance] .reader", "aria-valuetext"), last);
  // The same as a table, whose last row is what the cursor read last.
  await page.keyboard.press("t");
  await page.waitForSelector("[data-figure=chance] tbody tr");
  const rows = page.locator("[data-figure=chance] tbody tr");
  assert.equal(await rows.last().locator("th").innerText(), last.split(" · ")[0]);
  assert.deepEqual(problems, []);
  await close();
});

test("a link keeps replication, person and twin", SLOW, async () => {
  // The default's people: a twin may live under presets of the same centre, and the small hall has none.
  const { page, problems, close } = await site.visit(weeks());
  await fingerprint(page);
  await page.click("[data-do=duplicate]");
  await setLever(page, 88);
  await page.click('.tab >> text="员工故事"');
  await page.waitForSelector(".person");
  const before = await text(page, "h1");
  await page.fill("#replication", "3");
  await page.keyboard.press("Enter");
  await page.waitForFunction((old) => (document.querySelector("h1")?.innerText ?? old) !== old, before);
  assert.match(await text(page, "h1"), /^第 3 次模拟的一年里，\d+ 人主动离职/);
  assert.match(await page.locator("#twin option >> nth=0").innerText(), /^A /);
  await page.selectOption("#person", { index: 7 });
  const person = await page.inputValue("#person");
  await page.selectOption("#twin", { index: 2 });
  const twin = await page.locator("#twin option:checked").innerText();
  await page.waitForFunction((name) => document.querySelector(".twin-says")?.innerText.includes(name), twin);
  // The address is written when something is let go of, a moment later.
  const address = `^#/people\\?who=3-${person.replace(".", "\\.")}-[a-z-]+&s=\\d~`;
  await page.waitForFunction((address) => new RegExp(address).test(location.hash), address);
  assert.ok((await hash(page)).length < 300);
  const other = await site.visit(await hash(page));
  await other.page.waitForSelector(".twin-says");
  assert.equal(await other.page.inputValue("#person"), person);
  assert.equal(await text(other.page, ".cause"), await text(page, ".cause"));
  assert.equal(await text(other.page, ".twin-says"), await text(page, ".twin-says"));
  assert.deepEqual([...problems, ...other.problems], []);
  await other.close();
  await close();
});

/** A difference as it stands in a cell: «−3.1 pp». */
const signed = (cell) => Number(cell.match(/[+−-]?[\d.]+/)[0].replace("−", "-"));

test("what made the difference: one click, and the parts with what is left over are the whole", SLOW, async () => {
  const { page, problems, close } = await site.visit(pair());
  await fingerprint(page);
  await page.click("[data-do=why]");
  await page.waitForSelector("[data-figure=why]", SLOW);
  await reaches(page, "done", 300_000);
  await page.waitForSelector(".why [data-partial]", { state: "detached" });
  assert.match(await text(page, ".why-says"), /^从“.+”到“.+”，年离职率的平均值从 [\d.]+% 变为 [\d.]+%/);
  const cells = await page.locator(".why table tbody tr").evaluateAll((rows) =>
    rows.map((row) => [row.children[0].innerText, row.children[1].innerText]),
  );
  const sizes = cells.map(([, size]) => signed(size));
  const whole = sizes.pop();
  assert.match(cells.at(-1)[0], /合计/);
  assert.match(cells.at(-2)[0], /拆不开的部分/);
  // Each is rounded to its last decimal, so each may be half of that off.
  const decimals = Math.max(...cells.map(([, size]) => (size.match(/\.(\d+)/)?.[1] ?? "").length));
  const off = Math.abs(sizes.reduce((sum, size) => sum + size, 0) - whole);
  assert.ok(off <= ((sizes.length + 1) * 0.5) / 10 ** decimals + 1e-9, `${off}`);
  // Another metric needs no new runs; each pathway leads to its mechanism and its source.
  await page.selectOption("#why-metric", { index: 1 });
  await page.waitForFunction(() => /用户满意|满意/.test(document.querySelector(".why-says")?.innerText));
  assert.equal(await page.getAttribute("[data-run-state]", "data-run-state"), "done");
  await page.click(".pathway summary >> nth=0");
  assert.ok((await text(page, ".pathway[open] p >> nth=0")).length > 20);
  await page.click(".pathway[open] [data-do=source] >> nth=0");
  assert.match(await text(page, ".drawer"), /来源/);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.dataset.do === "source");
  assert.deepEqual(await latinRuns(page), []);
  assert.deepEqual(problems, []);
  await close();
});

test("what made the difference by keyboard on the comparison, stopped and gone on with", SLOW, async () => {
  const { page, problems, close } = await site.visit(nearPair(), { locale: "en-US", prepare: keepWorkers });
  await fingerprint(page);
  await page.locator("main").focus();
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.waitForSelector(".compared[data-complete]", SLOW);
  await tabTo(page, "[data-do=why]", 200);
  await holdAt(page, "[data-figure=why]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-figure=why]", SLOW);
  await page.locator("main").focus();
  await page.keyboard.press(".");
  await reaches(page, "cancelled");
  await letGo(page);
  assert.match(await text(page, ".why-says"), /^From “.+” to “.+” mean annual turnover goes from [\d.]+% to [\d.]+%/);
  await page.locator(".why [data-partial]", { hasText: "Stopped" }).waitFor();
  assert.ok(await page.locator(".compared[data-complete]").count(), "the table stays");
  await page.keyboard.press(".");
  await reaches(page, "done", 300_000);
  await page.waitForSelector(".why [data-partial]", { state: "detached" });
  await tabTo(page, ".pathway summary", 200);
  await page.keyboard.press("Enter");
  await tabTo(page, ".pathway[open] [data-do=source]");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".drawer");
  assert.match(await text(page, ".drawer"), /Source/);
  assert.deepEqual(problems, []);
  await close();
});

test("both fit phones of 390 and 320 px, and fingers", SLOW, async () => {
  const { page, close } = await site.visit(pair("people"), { viewport: { width: 320, height: 844 }, hasTouch: true, isMobile: true, prepare: keepWorkers });
  const low = (within) =>
    page.evaluate((of) =>
      ["button", "select", "summary", "input:not([type=checkbox])"]
        .flatMap((kind) => [...document.querySelectorAll(`${of} ${kind}`)])
        .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5)
        .map((e) => `${e.tagName} ${e.className} ${e.innerText}`),
      within,
    );
  const fits = async (what, within) => {
    // Nothing more is computed while it is looked at.
    await holdAt(page, "body");
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 844 });
      // A drawing hears of it a moment later.
      await becomes(async () => Math.max(0, await tooWide(page)), 0);
      assert.deepEqual(await low(within), [], `${what}, ${width}`);
      assert.deepEqual(await accessibilityProblems(page), [], `${what}, ${width}`);
    }
    assert.equal(await page.locator("[data-run-state=error]").count(), 0, "held for too long");
    await letGo(page);
  };
  await page.waitForSelector(".twin-says", SLOW);
  await fits("people", "main");
  await page.evaluate(() => (location.hash = "#/"));
  await page.waitForSelector("[data-screen=''] .tile");
  await page.click("[data-do=why]");
  await page.waitForSelector("[data-figure=why]", SLOW);
  await page.click(".pathway summary >> nth=0");
  await fits("why", ".why");
  await close();
});
