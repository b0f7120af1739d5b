//! Which plans no other beats, by mouse: asked, stopped, gone on with, limited, taken into the line-up, linked.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityProblems } from "./harness.mjs";
import { becomes, holdAt, inLanguage, keepWorkers, latinRuns, letGo, open, pair, reaches, unpacked } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const SLOW = { timeout: 280_000 };
const answered = (page) => page.waitForSelector("#unbeaten-says[data-complete]", SLOW);

/** The screen where scenarios are compared, B open. */
const comparing = (page) => page.waitForSelector(".compared[data-complete]", SLOW);

const WORDS = {
  zh: { found: /找到 \d+ 个互有长短的方案/, budget: /预算：每年至多/, offer: /^方案 \d+\n+年离职率 [\d.]+%.*不被胜过的可能性/, added: "已加为情景 C", levers: /可以动的政策 · 11\/11/ },
  en: { found: /The search found \d+ plans that trade/, budget: /Budget: at most/, offer: /^Plan \d+\n+Annual turnover [\d.]+%.*unbeaten with a chance/, added: "Added as scenario C", chosen: /What may be changed · 1\/11/ },
};

test("plans that none beats are one click, one of them another, in both languages", SLOW, async () => {
  const words = WORDS.zh;
  const { page, problems, close } = await site.visit(pair("compare"), { prepare: keepWorkers });
  await comparing(page);
  const section = page.locator("section.unbeaten");
  // Nothing of it runs before somebody asks.
  await reaches(page, "done");
  const goal = () => page.getAttribute("[data-run-state]", "data-goal").then(Number);
  const before = await goal();
  await holdAt(page, "#unbeaten-says");
  await page.click("[data-do=unbeaten]");
  await page.waitForSelector("#unbeaten-says", SLOW);
  assert.ok((await goal()) > before);
  // Stopping keeps what is done; what is partial says so.
  await page.click("[data-run-state]");
  await reaches(page, "cancelled");
  await letGo(page);
  await section.locator("[data-partial]", { hasText: /停在这里|Stopped/ }).waitFor();
  assert.deepEqual(await accessibilityProblems(page, "section.unbeaten"), []);
  await page.click("[data-run-state]");
  await answered(page);
  assert.match(await page.locator("#unbeaten-says").innerText(), words.found);
  assert.equal(await section.locator("[data-partial]").count(), 0);
  const plans = section.locator(".offers li");
  const number = await plans.count();
  assert.ok(number > 1, `${number} plans`);
  const first = await plans.first().innerText();
  assert.match(first, words.offer);
  assert.deepEqual(await latinRuns(page), []);
  assert.deepEqual(await accessibilityProblems(page, "section.unbeaten"), []);
  // As a table: every plan and the scenario as it is.
  await page.click("[data-figure=plans] [data-do=table]");
  await becomes(() => page.locator("[data-figure=plans] tbody tr").count(), number + 1);
  await page.click("[data-figure=plans] [data-do=table]");
  await plans.first().locator("[data-do=take-change]").click();
  await page.waitForSelector('.scenario-chip[data-letter="C"][aria-current]');
  // Back at B the plan knows where it went: the question was about B, and the answer is kept.
  await page.click('.scenario-chip[data-letter="B"]');
  await answered(page);
  await plans.first().filter({ hasText: words.added }).waitFor();
  await inLanguage(page, "en");
  await answered(page);
  assert.match(await page.locator("#unbeaten-says").innerText(), WORDS.en.found);
  await plans.first().filter({ hasText: WORDS.en.added }).waitFor();
  assert.match(await plans.nth(1).innerText(), WORDS.en.offer);
  assert.deepEqual(await accessibilityProblems(page, "section.unbeaten"), []);
  assert.deepEqual(problems, []);
  await close();
});

test("the limits are chosen, and a link opens them", SLOW, async () => {
  const words = WORDS.zh;
  const { page, problems, close } = await site.visit(pair("compare"), { prepare: keepWorkers });
  await comparing(page);
  // Nothing is searched for before nearly all is chosen.
  await holdAt(page, "body");
  await page.click("[data-do=unbeaten]");
  const levers = page.locator(".levers");
  assert.match(await levers.locator("summary").innerText(), words.levers);
  await levers.locator("summary").click();
  const boxes = levers.locator("input");
  for (let at = 10; at > 1; at--) await boxes.nth(at).click();
  await letGo(page);
  // The last two while answers come in.
  await page.selectOption("#unbeaten-budget", { index: 1 });
  await boxes.nth(1).click();
  // The last stays.
  await levers.locator("input:disabled").waitFor();
  await answered(page);
  const notes = await page.locator("section.unbeaten .notes").innerText();
  assert.match(notes, words.budget);
  const said = await page.locator("#unbeaten-says").innerText();
  // The address is written a moment after the last choice: what stays as it is, a bit each.
  await becomes(() => unpacked(page.url()).q.x[1], 0b11111111110);
  const link = page.url();
  await close();
  const other = await site.visit(link.slice(link.indexOf("#")), { locale: "en-US" });
  await answered(other.page);
  assert.match(await other.page.locator("section.unbeaten .notes").innerText(), WORDS.en.budget);
  assert.match(await other.page.locator(".levers summary").innerText(), WORDS.en.chosen);
  await inLanguage(other.page, "zh-CN");
  await becomes(() => other.page.locator("#unbeaten-says").innerText(), said);
  assert.equal(await other.page.locator("#unbeaten-budget").evaluate((list) => list.selectedIndex), 1);
  assert.equal(await other.page.locator(".levers input:checked").count(), 1);
  assert.deepEqual([...problems, ...other.problems], []);
  await other.close();
});

test("it fits a phone", SLOW, async () => {
  const { page, problems, close } = await site.visit(pair("compare"), {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: "dark",
    prepare: keepWorkers,
  });
  await comparing(page);
  await holdAt(page, "section.unbeaten .offers button");
  await page.click("[data-do=unbeaten]");
  await page.click(".levers summary");
  await page.waitForSelector("section.unbeaten .offers button", SLOW);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  const small = await page.locator("section.unbeaten :is(button, select, .check, summary)").evaluateAll((all) =>
    all.filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.5).map((one) => one.innerText),
  );
  assert.deepEqual(small, []);
  assert.deepEqual(await accessibilityProblems(page, "section.unbeaten"), []);
  assert.deepEqual(problems, []);
  await close();
});
