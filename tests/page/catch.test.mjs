//! What must change to catch up, by mouse: asked, stopped, gone on with, taken into the line-up.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityProblems } from "./harness.mjs";
import { becomes, fingerprint, holdAt, inLanguage, keepWorkers, latinRuns, letGo, open, reaches, setLever, small } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const SLOW = { timeout: 280_000 };
const says = (page) => page.locator("#catch-says").innerText();
const matches = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source).test(document.querySelector("#catch-says")?.innerText), pattern.source, SLOW);
const letters = (page) =>
  page.locator(".scenario-chip[data-letter]").evaluateAll((chips) => chips.map((chip) => chip.dataset.letter).join(""));
/** A copy of the open scenario with this target, against it, on the screen where they are compared. */
async function against(page, target) {
  await fingerprint(page);
  await page.click("[data-do=duplicate]");
  await setLever(page, target);
  await page.click(".tab >> nth=2");
  await page.waitForSelector(".compared[data-complete]", SLOW);
}

const WORDS = {
  zh: { title: "情景 B 要改什么才能追上？", behind: /落后/, enough: /改一项就能追上/, other: /不用追/, added: "已加为情景 C" },
  en: { title: "What would B need to catch up?", enough: /One lever is enough/, other: /nothing to catch up/, added: "Added as scenario C" },
};

test("what B needs to catch up is one click, and a change another, in both languages", SLOW, async () => {
  const words = WORDS.zh;
  const { page, problems, close } = await site.visit(small(), { prepare: keepWorkers });
  await against(page, 95);
  const section = page.locator("section.catch");
  assert.equal(await section.locator("h2").first().innerText(), words.title, "the worse of the two is asked about");
  // Nothing of it runs before somebody asks.
  await reaches(page, "done");
  const goal = () => page.getAttribute("[data-run-state]", "data-goal").then(Number);
  const before = await goal();
  await holdAt(page, "[data-figure=catch] .plot circle");
  await page.click("[data-do=catch]");
  await matches(page, words.behind);
  assert.ok((await goal()) > before);
  // Stopping keeps what is done; what is partial says so.
  await page.waitForSelector("[data-figure=catch] .plot circle", SLOW);
  assert.equal(await section.locator("[data-partial]").count(), 1);
  await page.click("[data-run-state]");
  await reaches(page, "cancelled");
  await letGo(page);
  await section.locator("[data-partial]", { hasText: /停在这里|Stopped/ }).waitFor();
  assert.ok((await page.locator("[data-figure=catch] .plot circle").count()) > 1, "what is done stays");
  assert.deepEqual(await accessibilityProblems(page, "section.catch"), []);
  await page.click("[data-run-state]");
  await page.waitForSelector("#catch-says[data-complete]", SLOW);
  assert.match(await says(page), words.enough);
  assert.equal(await section.locator("[data-partial]").count(), 0);
  const first = section.locator(".offers li").first();
  const change = await first.innerText();
  assert.match(change, /→/);
  assert.deepEqual(await latinRuns(page), []);
  await first.locator("[data-do=take-change]").click();
  await page.waitForSelector('.scenario-chip[data-letter="C"][aria-current]');
  assert.equal(await letters(page), "ABC");
  // The question stays with A and B, answered, and the change knows where it went.
  await page.waitForSelector("#catch-says[data-complete]", SLOW);
  await becomes(() => first.innerText(), `${change.slice(0, change.lastIndexOf("\n"))}\n${words.added}`);
  assert.equal(await section.locator("h2").first().innerText(), words.title);
  // C differs from B in what the change says, and from nothing else.
  await page.click('.scenario-chip[data-letter="C"]');
  const label = change.split(/ \S+ → /)[0];
  await page.locator(".differing tbody").last().filter({ hasText: label }).waitFor();
  assert.deepEqual(await accessibilityProblems(page, "section.catch"), []);
  // As a table, with the ranges that were tried: eleven levers and as it is.
  await page.click("[data-figure=catch] [data-do=table]");
  await becomes(() => page.locator("[data-figure=catch] tbody tr").count(), 12);
  // The other way round there is nothing to catch up with, and one click asks it back.
  await page.selectOption("#catch-behind", { index: 0 });
  await matches(page, words.other);
  assert.equal(await section.locator(".offers").count(), 0);
  await page.click("[data-do=catch-reverse]");
  await matches(page, words.enough);
  // The same in the other language: nothing runs again for it.
  const ran = await page.getAttribute("[data-run-state]", "data-goal");
  await inLanguage(page, "en");
  await matches(page, WORDS.en.enough);
  assert.equal(await page.getAttribute("[data-run-state]", "data-goal"), ran);
  assert.equal(await section.locator("h2").first().innerText(), WORDS.en.title);
  await first.filter({ hasText: WORDS.en.added }).waitFor();
  await page.selectOption("#catch-behind", { index: 0 });
  await matches(page, WORDS.en.other);
  assert.deepEqual(await accessibilityProblems(page, "section.catch"), []);
  await page.click("[data-do=catch]");
  await page.waitForSelector("#catch-says", { state: "detached" });
  assert.deepEqual(problems, []);
  await close();
});

test("it fits a phone", SLOW, async () => {
  const { page, problems, close } = await site.visit(small(), {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    colorScheme: "dark",
    prepare: keepWorkers,
  });
  await fingerprint(page);
  await page.click("[data-do=duplicate]");
  await setLever(page, 95);
  await page.click(".bottombar button >> nth=2");
  await page.waitForSelector(".compared[data-complete]", SLOW);
  await holdAt(page, "section.catch .offers button");
  await page.click("[data-do=catch]");
  await page.waitForSelector("section.catch .offers button", SLOW);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
  const low = await page.locator("section.catch :is(button, select)").evaluateAll((all) =>
    all.filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.5).map((one) => one.innerText),
  );
  assert.deepEqual(low, []);
  assert.deepEqual(await accessibilityProblems(page, "section.catch"), []);
  assert.deepEqual(problems, []);
  await close();
});
