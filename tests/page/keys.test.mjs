//! What people come for, by keyboard alone and in English: Tab, arrows, Enter, and what is typed. The same
//! tasks by mouse and in Chinese are in studies, people, report and overview; lives and bets by keyboard are
//! in people and workshop.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { becomes, differs, fingerprint, hears, lever, leverStands, open, reaches, small, tabTo, warmWeeks, weeks } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const SLOW = { timeout: 400_000 };
const h1 = (page) => page.locator("h1").innerText();
/** A screen's address is written when it has been drawn. */
const at = (page, route) => page.waitForFunction((to) => location.hash.split("?")[0] === to, route, SLOW);
const says = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source).test(document.querySelector("h1")?.innerText), pattern.source, SLOW);

/** A visit of somebody without a mouse: any press of a pointer would fail it. */
async function arrive(hash = "") {
  const visit = await site.visit(hash, { locale: "en-US" });
  await visit.page.evaluate(() => addEventListener("pointerdown", () => console.error("a pointer was used"), true));
  await fingerprint(visit.page);
  return { ...visit, press: (key) => visit.page.keyboard.press(key) };
}

/** To a screen by its tab. */
async function go(page, name) {
  await tabTo(page, ".tab", { text: name });
  await page.keyboard.press("Enter");
}

test("T1 and T2: the highest target, then surer and with a requirement more", SLOW, async () => {
  const { page, press, problems, close } = await arrive(small());
  await go(page, "Target sweep");
  await says(page, /highest|Nowhere|nowhere/);
  // When everything has run, sentences change by what is asked alone.
  await reaches(page, "done");
  const sentences = () => page.locator(".headline").innerText();
  const before = await sentences();
  await tabTo(page, "#sweep-certainty");
  for (let k = 0; k < 2; k++) await press("ArrowRight");
  assert.equal(await page.locator("#sweep-certainty").inputValue(), "90");
  await tabTo(page, ".limit[data-requirement='quality.inspection']");
  await press("Home");
  for (let k = 0; k < 3; k++) await press("PageUp");
  await hears(page, ".limit[data-requirement='quality.inspection']", /≥ \d+/);
  await differs(sentences, before);
  assert.deepEqual(problems, []);
  await close();
});

test("T3 and T4: another target against today's, and sent to a colleague", SLOW, async () => {
  const { page, context, press, problems, close } = await arrive(warmWeeks());
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await tabTo(page, "[data-do=duplicate]");
  await press("Enter");
  await page.waitForSelector('.scenario-chip[data-letter="B"][aria-current]');
  await tabTo(page, ".is-lever .number");
  await press("Control+A");
  await page.keyboard.type("85");
  await press("Enter");
  await go(page, "Compare");
  await page.waitForSelector(".compared[data-complete]", SLOW);
  assert.match(await h1(page), /“B .*85.*”/);
  const turnover = page.locator('.compared [data-metric="turnover.annual_rate"] [data-verdict]');
  assert.match(await turnover.innerText(), /better|worse|can.t tell/i);
  // The years over each other, and another of their courses.
  assert.match(await page.locator("[data-figure=courses] h2").innerText(), /year’s end: A \d+%, B \d+%/);
  await tabTo(page, "#course");
  await press("ArrowDown");
  await page.locator("[data-figure=courses] h2", { hasText: "Customer satisfaction" }).waitFor();
  await tabTo(page, "[data-figure=courses] .reader");
  await press("End");
  await hears(page, "[data-figure=courses] .reader", /^year’s end · \d+%( · |$)/);
  await tabTo(page, "[data-do=share]");
  await press("Enter");
  await becomes(() => page.evaluate(async () => /#\/compare\?/.test(await navigator.clipboard.readText())), true);
  assert.deepEqual(problems, []);
  await close();
});

test("T5 and T7: who should get the awards, and what would overturn it", SLOW, async () => {
  const { page, press, problems, close } = await arrive(small());
  await page.waitForSelector("[data-do=overturn]", SLOW);
  // Past the parameters, as the first Tab offers.
  await tabTo(page, ".skip");
  await press("Enter");
  await tabTo(page, "[data-do=overturn]", { most: 20 });
  await press("Enter");
  await at(page, "#/sens");
  await page.waitForSelector("[data-screen=sens] table", SLOW);
  assert.match(await page.locator("main").innerText(), /Screening of all \d+ assumptions/);
  await go(page, "Awards");
  await at(page, "#/awards");
  await page.waitForSelector("[data-screen=awards] [data-figure]", SLOW);
  await says(page, /award/i);
  assert.deepEqual(problems, []);
  await close();
});

test("T8: who bears the cost, group by group", SLOW, async () => {
  // Everybody: eight people are too few for figures of groups.
  const { page, press, problems, close } = await arrive(weeks());
  await go(page, "Fairness");
  await page.waitForSelector("#grouping");
  await tabTo(page, "#grouping");
  for (let k = 0; k < 2; k++) await press("ArrowDown");
  assert.equal(await page.inputValue("#grouping"), "care");
  await page.locator("[data-figure] h2", { hasText: "care" }).waitFor(SLOW);
  assert.deepEqual(problems, []);
  await close();
});

test("T10: the report is printed from its button", SLOW, async () => {
  const { page, press, problems, close } = await arrive(small());
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await go(page, "Report");
  await tabTo(page, "[data-do=print]");
  await press("Enter");
  assert.equal(await page.evaluate(() => window.printed), true);
  assert.deepEqual(problems, []);
  await close();
});

test("T12 to T14: the other language and back, where a number comes from, and undo", SLOW, async () => {
  const { page, press, problems, close } = await arrive(small());
  const before = await lever(page);
  await tabTo(page, ".is-lever input[type=range]");
  await press("ArrowLeft");
  await leverStands(page, before - 1);
  await tabTo(page, "[data-do=undo]");
  await press("Enter");
  await leverStands(page, before);
  await tabTo(page, "[data-do=language]");
  await press("Enter");
  await page.waitForFunction(() => document.documentElement.lang.startsWith("zh"));
  // Not before the button itself offers the way back: until it is drawn it still offers the way there.
  await page.waitForFunction(() => (document.querySelector("[data-do=language]")?.innerText.trim() ?? "中文") !== "中文");
  assert.equal(await lever(page), before);
  await press("Enter");
  await page.waitForFunction(() => document.documentElement.lang.startsWith("en"));
  await tabTo(page, ".is-lever .field-tools .icon-button:last-child");
  await press("Enter");
  await page.waitForSelector(".drawer");
  assert.match(await page.locator(".drawer").innerText(), /Source|source|Plausible|plausible/);
  await press("Escape");
  await page.waitForFunction(() => !document.querySelector(".drawer"));
  assert.deepEqual(problems, []);
  await close();
});
