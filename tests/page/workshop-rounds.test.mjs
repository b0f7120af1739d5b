//! The workshop's rounds from both sides: a lesson of one's own with all kinds of bet, and the league.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityProblems, openShell, startSite } from "./harness.mjs";
import { becomes, heldAtOnce, packed, unpacked, visitWorkshop } from "./page.mjs";

let site, browser, page_;
before(async () => {
  [site, browser] = await Promise.all([startSite(), openShell()]);
  page_ = `${site.url}workshop.html`;
});
after(() => Promise.all([browser?.close(), site?.close()]));

const open = (hash = "", options = {}) => visitWorkshop(browser, page_ + hash, options);
// Others may keep this machine busy: results are waited for, never timed.
const LONG = { timeout: 240_000 };

/** Sets a range as dragging it does. */
const slide = (range, value) =>
  range.evaluate((input, to) => {
    input.value = to;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }, String(value));

const rounds = (page, count) => page.waitForSelector(`[data-rounds="${count}"]`);
const box = (page, name) => page.locator(`[data-box=${name}]`);

test("a lesson of one's own: band, curve and ranking composed, held, bet on, revealed", { timeout: 900_000 }, async () => {
  const { page, problems, context, close } = await open();
  await page.locator("[data-do=compose]").first().click();
  await page.waitForSelector("[data-page=compose]");
  await box(page, "title").fill("我们自己的一课");
  // A band about a small centre, with a lever moved.
  await box(page, "preset").selectOption("clinic");
  await box(page, "move").selectOption("support.rest_minutes_per_day");
  await slide(page.locator("[data-lever='support.rest_minutes_per_day']"), 8);
  await box(page, "own-text").fill("小休加到每天 40 分钟。");
  await box(page, "own-hint").fill("想想午后。");
  await box(page, "own-round-word").fill("小休");
  await page.click("[data-do=add]");
  await rounds(page, 4);
  // A curve, about the same centre, as five points of it need a fraction of the default's work.
  await page.click("[data-ask=curve]");
  await box(page, "preset").selectOption("clinic");
  await box(page, "lever").selectOption("appraisal.kpis.call_volume.target_per_day");
  await slide(page.locator("[data-end=low]"), 5);
  await slide(page.locator("[data-end=high]"), 25);
  await page.locator("[data-places]", { hasText: /60.*65.*70.*75.*80/ }).waitFor();
  await page.click("[data-do=add]");
  await rounds(page, 5);
  // A ranking: twice the same scheme is refused in words, then one is changed and named.
  await page.click("[data-ask=ranking]");
  await page.locator(".own .trouble", { hasText: "方案 1 和方案 2 完全一样" }).waitFor();
  assert.ok(await page.locator("[data-do=add]").isDisabled());
  for (const at of [0, 1]) await page.locator(`[data-scheme='${at}'] [data-box=preset]`).selectOption("clinic");
  const second = page.locator("[data-scheme='1']");
  await second.locator("[data-box=strategy]").selectOption("lottery");
  await second.locator("[data-box=scheme-name]").fill("抽签");
  await page.click("[data-do=scheme]");
  await page.locator("[data-scheme='2'] [data-box=preset]").selectOption("clinic");
  await page.locator("[data-scheme='2'] [data-box=strategy]").selectOption("many_angles");
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.click("[data-do=add]");
  await rounds(page, 6);
  // The address is the lesson, and a round of one's own can be changed afterwards.
  const address = page.url();
  assert.match(address, /#\/compose\/w2~/);
  assert.ok(address.length < 1_500, `${address.length} signs`);
  await page.goto("about:blank");
  await page.goto(address);
  await rounds(page, 6);
  await becomes(() => box(page, "title").inputValue(), "我们自己的一课");
  await page.locator("[data-do=edit]").first().click();
  await becomes(() => box(page, "own-text").inputValue(), "小休加到每天 40 分钟。");
  assert.equal(await box(page, "preset").inputValue(), "clinic");
  assert.equal(await page.locator("[data-ask=band]").getAttribute("aria-pressed"), "true");
  await box(page, "own-text").fill("小休加到四十分钟。");
  await page.click("[data-do=add]");
  // Only the own rounds are kept, so that what follows is about them.
  for (let left = 6; left > 3; left--) {
    await rounds(page, left);
    await page.locator(".ranked li .square").nth(2).click();
  }
  await rounds(page, 3);
  // The same in a quarter of a year's days: what follows runs all of it, once here and once for a participant.
  const lesson = unpacked(page.url());
  const brief = ([id, differences]) => [id, { ...differences, calendar: { ...differences.calendar, working_days_per_year: 60 } }];
  for (const round of lesson.r) {
    if (round.p) round.p = brief(round.p);
    round.r = round.r?.map((plan) => [...plan.slice(0, -1), brief(plan.at(-1))]);
  }
  const shorter = `${page.url().split("~")[0]}~${packed(lesson)}`;
  await page.goto("about:blank");
  await page.goto(shorter);
  await rounds(page, 3);
  await page.click("main [data-do=lead]");
  await page.waitForSelector("[data-page=lead]");
  // A participant in another tab: the scene and the hint are there, the word opens this round alone.
  const room = await page.locator("[data-do=student]").getAttribute("href");
  const other = await context.newPage();
  await other.goto(page_ + room);
  await other.waitForSelector("[data-do=lock]");
  assert.match(await other.locator("[data-scene]").innerText(), /诊所预约线 · .*40 分钟/);
  await other.click("[data-hint] summary");
  assert.match(await other.locator("[data-hint]").innerText(), /想想午后/);
  for (const answered of ["band", "curve", "ranking"]) {
    if (answered === "curve") await other.locator(".curve-field [data-box='0']").fill("77");
    if (answered === "ranking") await other.locator(".bet .ranked .square:not([disabled])").first().click();
    await other.click("[data-do=lock]");
    await other.waitForSelector("[data-do=reveal]:not([disabled])", LONG);
    if (answered === "band") {
      await other.fill("[data-do=word]", "别的");
      await other.click("[data-do=reveal]");
      await other.waitForSelector(".trouble");
      await other.fill("[data-do=word]", "小休");
    } else assert.equal(await other.locator("[data-do=word]").count(), 0);
    await other.click("[data-do=reveal]");
    const points = Number(await other.locator("[data-points]").getAttribute("data-points"));
    assert.ok(points > 0 && points <= 100, `${answered}: ${points} points`);
    assert.deepEqual(await accessibilityProblems(other), [], answered);
    if (answered !== "ranking") await other.click("[data-do=next]");
  }
  // What was locked there is here, round by round.
  await page.bringToFront();
  for (const at of [0, 1, 2]) {
    await page.locator("nav.rounds button").nth(at).click();
    await page.waitForSelector('[data-count="1"]');
    await page.click("[data-do=show]");
    await page.waitForSelector(".said", LONG);
  }
  assert.deepEqual(problems, []);
  await close();
});

/** Of so many rounds the last is kept, and led: its address for those who take part. */
async function ledAlone(page, count) {
  for (let left = count; left > 1; left--) {
    await rounds(page, left);
    await page.locator(".ranked li .square").nth(2).click();
  }
  await rounds(page, 1);
  await page.click("main [data-do=lead]");
  await page.waitForSelector("[data-page=lead]");
  await page.waitForSelector("[data-do=league][disabled]");
  return page.locator("[data-do=student]").getAttribute("href");
}

async function overBudget(page) {
  await page.waitForSelector(".budget .over");
  assert.ok(await page.locator("[data-do=lock]").isDisabled(), "over the budget nothing is handed in");
}

test("the hour's league as a team finds it: five levers within one budget", async () => {
  const { page, problems, close } = await open("", { prepare: heldAtOnce });
  await page.locator("[data-do=compose]").nth(1).click();
  const team = await open(await ledAlone(page, 5), { prepare: heldAtOnce });
  await team.page.waitForSelector(".scheme");
  assert.equal(await team.page.locator(".scheme [data-lever]").count(), 5);
  await slide(team.page.locator("[data-lever='support.rest_minutes_per_day']"), 12);
  await slide(team.page.locator("[data-lever='development.training.hours_per_month']"), 16);
  await overBudget(team.page);
  assert.deepEqual([...problems, ...team.problems], []);
  await team.close();
  await close();
});

test("the league: three teams, one budget, and neighbours that can't be told apart share a rank", { timeout: 900_000 }, async () => {
  const { page, problems, close } = await open();
  await page.locator("[data-do=compose]").first().click();
  await page.click("[data-ask=league]");
  await box(page, "preset").selectOption("clinic");
  await page.locator("[data-free='rewards.awards.budget_hours_per_year']").click();
  await becomes(() => page.locator("[data-free]:checked").count(), 4);
  const spent = Number((await page.locator("[data-spent]").innerText()).replace(/\D/g, ""));
  await box(page, "hours").fill(String(spent + 100));
  await page.click("[data-do=add]");
  const room = await ledAlone(page, 4);
  const REST = "support.rest_minutes_per_day";
  const TRAINING = "development.training.hours_per_month";
  // Two teams do nearly the same, one takes all away; a fourth wants more than there is.
  const teams = [
    ["甲队", { [REST]: 4 }],
    ["乙队", { [REST]: 4, "rewards.awards.coverage_share": 13 }],
    ["丙队", { [REST]: 0, [TRAINING]: 0, "rewards.awards.budget_hours_per_year": 0 }],
  ];
  for (const [name, levers] of teams) {
    // Each team on a machine of its own: its code travels by hand.
    const team = await open(room, { prepare: heldAtOnce });
    await team.page.waitForSelector(".scheme");
    await slide(team.page.locator(`[data-lever='${REST}']`), 12);
    await slide(team.page.locator(`[data-lever='${TRAINING}']`), 16);
    await overBudget(team.page);
    await slide(team.page.locator(`[data-lever='${TRAINING}']`), 2);
    for (const [path, step] of Object.entries(levers)) await slide(team.page.locator(`[data-lever='${path}']`), step);
    await box(team.page, "name").fill(name);
    await team.page.click("[data-do=lock]");
    const code = await team.page.locator("[data-code]").innerText();
    assert.match(code, /^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/);
    await page.fill("[data-box=codes]", `${code} ${name}`);
    await page.click("[data-do=take]");
    await team.close();
  }
  await page.waitForSelector('[data-count="3"]');
  await page.click("[data-do=league]");
  await page.waitForSelector("[data-standings]", LONG);
  const table = await page.locator("[data-standings] tbody tr").evaluateAll((rows) =>
    rows.map((row) => ({
      rank: Number(row.querySelector(".rank").innerText),
      team: row.querySelector("th").innerText,
      against: row.querySelector("[data-against]").dataset.against,
    })),
  );
  assert.deepEqual(table.map((row) => row.team).sort(), teams.map(([name]) => name).sort());
  assert.equal(table[0].against, "");
  // Ranks say what the verdicts say: shared where it can't be told, the place where it can.
  table.forEach(({ rank, against }, at) => {
    if (at === 0) assert.equal(rank, 1);
    else assert.equal(rank, ["better", "worse"].includes(against) ? at + 1 : table[at - 1].rank, JSON.stringify(table));
  });
  assert.ok(table.some((row) => row.rank < table.indexOf(row) + 1), `some can't be told apart: ${JSON.stringify(table)}`);
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.deepEqual(problems, []);
  await close();
});

test("a league of one's own: levers and hours are chosen, and a team plays it", { timeout: 900_000 }, async () => {
  const { page, problems, close } = await open();
  await page.locator("[data-do=compose]").first().click();
  await page.waitForSelector("[data-page=compose]");
  await page.click("[data-ask=league]");
  await box(page, "preset").selectOption("clinic");
  const free = (path) => page.locator(`[data-free='${path}']`);
  const chosen = page.locator("[data-free]:checked");
  assert.equal(await chosen.count(), 3);
  // Without a lever there is nothing to play with; more than five are in no code.
  for (let left = 3; left > 0; left--) {
    await chosen.first().click();
    await becomes(() => chosen.count(), left - 1);
  }
  await page.locator(".own .trouble", { hasText: "至少选一项" }).waitFor();
  assert.ok(await page.locator("[data-do=add]").isDisabled());
  for (let at = 0; at < 5; at++) await page.locator("[data-free]").nth(at).click();
  await becomes(() => page.locator("[data-free]:disabled").count(), (await page.locator("[data-free]").count()) - 5);
  for (const at of [2, 3, 4]) await page.locator("[data-free]").nth(at).click();
  await becomes(() => chosen.count(), 2);
  assert.ok(await free("support.rest_minutes_per_day").isChecked());
  const spent = Number((await page.locator("[data-spent]").innerText()).replace(/\D/g, ""));
  assert.ok(spent > 100, `${spent} hours`);
  await box(page, "hours").fill(String(spent + 100));
  await page.locator("[data-asked]", { hasText: "工时以内" }).waitFor();
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.click("[data-do=add]");
  await rounds(page, 4);
  // It comes back into the form as it was, and is the only one that is kept.
  await page.locator("[data-do=edit]").first().click();
  await page.waitForSelector("[data-ask=league][aria-pressed=true]");
  await becomes(() => box(page, "hours").inputValue(), String(spent + 100));
  assert.equal(await chosen.count(), 2);
  await page.click("[data-do=leave]");
  const team = await open(await ledAlone(page, 4), { prepare: heldAtOnce });
  await team.page.waitForSelector(".scheme");
  assert.equal(await team.page.locator(".scheme [data-lever]").count(), 2);
  await slide(team.page.locator("[data-lever='support.rest_minutes_per_day']"), 12);
  await team.page.waitForSelector(".budget .over");
  await slide(team.page.locator("[data-lever='support.rest_minutes_per_day']"), 2);
  await box(team.page, "name").fill("甲队");
  await team.page.click("[data-do=lock]");
  await page.fill("[data-box=codes]", `${await team.page.locator("[data-code]").innerText()} 甲队`);
  await page.click("[data-do=take]");
  await page.waitForSelector('[data-count="1"]');
  await page.click("[data-do=league]");
  await page.waitForSelector("[data-standings]", LONG);
  assert.deepEqual([...problems, ...team.problems], []);
  await team.close();
  await close();
});
