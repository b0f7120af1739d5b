//! The floor view: it plays, scrubs both ways, jumps, follows one person, and shows two halls, by mouse and
//! by keyboard; it moves nothing where less motion is asked for.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityProblems } from "./harness.mjs";
import { becomes, differs, gone, latinRuns, open, pair, year } from "./page.mjs";

const SLOW = { timeout: 150_000 };
let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

const hall = (page) =>
  page.locator("figure.floor").evaluate((figure) => ({
    day: Number(figure.dataset.day),
    second: Number(figure.dataset.second),
    playing: figure.dataset.playing === "true",
    label: figure.getAttribute("aria-label"),
  }));
/** Waits until the hall stands so. */
const stands = (page, wanted) =>
  becomes(async () => {
    const now = await hall(page);
    return Object.fromEntries(Object.keys(wanted).map((name) => [name, now[name]]));
  }, wanted);
const filmed = (page) => page.waitForSelector("figure.floor[data-film=true]", { timeout: 120_000 });
/** How many different colours a canvas shows, and a sum of its pixels to tell pictures apart. */
const picture = (page, side = 0) =>
  page.locator(`[data-hall="${side}"] canvas`).evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let at = 0; at < data.length; at++) sum = (sum * 31 + data[at]) >>> 0;
    return sum;
  });
const arrive = async (hash, options = {}) => {
  const visit = await site.visit(hash, options);
  await filmed(visit.page);
  return visit;
};

test("T6a: the hall is one click away, and a first leaver two more", SLOW, async () => {
  const { page, problems, close } = await site.visit();
  let clicks = 0;
  const press = (selector) => {
    clicks++;
    return page.click(selector);
  };
  await press('.tab >> text="现场"');
  await filmed(page);
  assert.equal(clicks, 1);
  assert.match(await page.locator("h1").innerText(), /45 个座席，这一年(走了 \d+ 人；第一个在第 \d+ 周|没有人主动离职)。/);
  assert.match(await page.locator(".lead").innerText(), /这是 \d+ 次模拟中的第 \d+ 次（离职率居中）。/);
  const week = Number((await page.locator("h1").innerText()).match(/第 (\d+) 周/)[1]);
  await press("[data-jump=Quit]");
  await page.waitForSelector(".floor-person");
  await becomes(async () => (await hall(page)).label.startsWith(`第 ${week} 周`), true);
  await filmed(page);
  await press("[data-do=play]");
  assert.equal(clicks, 3);
  await page.waitForSelector("figure.floor[data-playing=true]");
  assert.deepEqual(problems, []);
  await close();
});

test("it plays on, stops, and scrubbing back shows the same picture again", SLOW, async () => {
  const { page, close } = await arrive(year("floor"));
  const before = await hall(page);
  const first = await picture(page);
  await page.click("[data-speed='3']");
  await page.click("[data-do=play]");
  await page.waitForFunction((from) => Number(document.querySelector("figure.floor")?.dataset.second) > from + 300, before.second);
  await page.click("[data-do=play]");
  await stands(page, { playing: false });
  await differs(() => picture(page), first);
  const stopped = await hall(page);
  await page.waitForTimeout(400);
  assert.deepEqual(await hall(page), stopped, "nothing moves while it stands");
  await page.locator("#floor-day").fill(String(before.second));
  await page.waitForFunction((at) => Number(document.querySelector("figure.floor")?.dataset.second) === at, before.second);
  // Back is back.
  await becomes(() => picture(page), first);
  await page.locator("#floor-year").fill("120");
  await stands(page, { day: 120 });
  assert.match((await hall(page)).label, /^第 25 周/);
  await close();
});

test("the year passes at the fastest speed, and memory is bounded", SLOW, async () => {
  const { page, problems, close } = await arrive(year("floor"));
  await page.click("[data-speed='5']");
  await page.click("[data-do=play]");
  await page.waitForFunction(() => Number(document.querySelector("figure.floor")?.dataset.day) >= 14, undefined, SLOW);
  await page.click("[data-do=play]");
  for (const day of [30, 60, 90, 120, 150, 180, 210, 240]) {
    await page.locator("#floor-year").fill(String(day));
    await page.waitForSelector(`figure.floor[data-day="${day}"][data-film=true]`, SLOW);
  }
  const kept = Number((await page.locator(".figure-foot").innerText()).match(/留着 (\d+) 周/)[1]);
  assert.ok(kept >= 8 && kept <= 12, `${kept} weeks kept`);
  // Of each of a week's calls, 480 a day, some bytes.
  assert.ok(Number(await page.getAttribute("[data-size]", "data-size")) > 5 * 480 * 5);
  assert.deepEqual(problems, []);
  await close();
});

test("the keyboard does it all, and only with the focus inside", SLOW, async () => {
  const { page, close } = await arrive(year("floor"));
  const start = await hall(page);
  const press = (key) => page.keyboard.press(key);
  const key = async (name, wanted) => {
    await press(name);
    await stands(page, wanted);
  };
  // Not from outside: it would be one minute further after the next.
  await page.locator("main").focus();
  await press("ArrowRight");
  await page.focus(".floor-room");
  await key("ArrowRight", { second: start.second + 60 });
  await key("ArrowLeft", { second: start.second });
  await key("Shift+ArrowRight", { day: start.day + 1 });
  await key("PageDown", { day: start.day + 6 });
  await key("Home", { day: 0 });
  await key("End", { day: Number(await page.getAttribute("#floor-year", "max")) });
  await key("Home", { day: 0 });
  await press("ArrowDown");
  const person = () => page.getAttribute(".floor-person", "data-person");
  const one = await person();
  await press("ArrowDown");
  await differs(person, one);
  await press("ArrowUp");
  await becomes(person, one);
  await press("]");
  await page.waitForSelector("[data-speed='3'][aria-pressed=true]");
  await press("[");
  await key("Space", { playing: true });
  await key("Space", { playing: false });
  await press("Escape");
  await gone(page, ".floor-person");
  await close();
});

test("a person is followed by a press, in both halls, one click beside", SLOW, async () => {
  const { page, problems, close } = await arrive(pair("floor"));
  await page.click("[data-do=beside]");
  await page.waitForSelector("[data-hall='1'] canvas");
  await page.waitForFunction(() => !document.querySelector(".floor-loading"), undefined, SLOW);
  // Another policy, another hall.
  await differs(() => picture(page, 1), await picture(page, 0));
  const box = await page.locator("[data-hall='0'] canvas").boundingBox();
  // Somewhere in the first row somebody sits.
  const somebody = page.locator(".floor-person").first();
  for (let x = 0.1, found = false; x < 0.9 && !found; x += 0.08) {
    await page.mouse.click(box.x + box.width * x, box.y + 70);
    found = await somebody.waitFor({ timeout: 1000 }).then(() => true, () => false);
  }
  // The same person under both.
  await becomes(() => page.locator(".floor-lives h3").count(), 2);
  await becomes(() => page.locator(".floor-thread line").count(), 1);
  assert.match(await page.locator(".floor-person").innerText(), /姓名均为虚构/);
  const clock = await page.locator(".floor-clock strong").innerText();
  assert.match(clock, /^10:30/);
  await page.click("[data-do=beside]");
  await page.waitForFunction(() => !document.querySelector("[data-hall='1']"));
  assert.deepEqual(problems, []);
  await close();
});

test("everything is also a list and a table", SLOW, async () => {
  const { page, close } = await arrive(year("floor"));
  await page.click(".floor-events summary");
  await page.locator(".floor-events li").first().waitFor();
  const listed = () => page.locator(".floor-events li").count();
  const all = await listed();
  await page.selectOption(".floor-events select", { index: 1 });
  const said = Number((await page.locator("h1").innerText()).match(/走了 (\d+) 人/)?.[1] ?? 0);
  await becomes(listed, said);
  assert.ok(all > said);
  await page.locator(".floor-events li button").last().click();
  await page.waitForSelector(".floor-person");
  await page.locator("details summary", { hasText: "逐周看" }).click();
  const rows = page.locator("details table tbody tr");
  assert.ok((await rows.count()) >= 50);
  const column = (await page.locator("details table thead th").allInnerTexts()).indexOf("主动离职");
  let sum = 0;
  for (const row of await rows.all()) sum += Number(await row.locator("td").nth(column - 1).innerText());
  assert.equal(sum, said);
  assert.deepEqual(await latinRuns(page), []);
  await close();
});

test("where less motion is asked for there are stills", SLOW, async () => {
  const { page, close } = await arrive(year("floor"), { reducedMotion: "reduce" });
  assert.equal(await page.locator("[data-do=play]").count(), 0);
  const frames = await page.evaluate(() => {
    const asked = window.requestAnimationFrame;
    window.asked = 0;
    window.requestAnimationFrame = (call) => {
      window.asked++;
      return asked(call);
    };
  });
  assert.equal(frames, undefined);
  await page.click("[data-do=day-on]");
  await stands(page, { day: 1 });
  await page.click("[data-do=week-on]");
  await stands(page, { day: 6 });
  await page.focus(".floor-room");
  await page.keyboard.press("Space");
  // A still further.
  await stands(page, { day: 7, playing: false });
  assert.equal(await page.evaluate(() => window.asked), 0, "no frame is asked for");
  await close();
});

test("axe on the hall, alone and beside; no sideways scrolling at 320 px", SLOW, async () => {
  const phone = { viewport: { width: 320, height: 700 }, hasTouch: true, isMobile: true, locale: "en-US" };
  const { page, close } = await arrive(pair("floor"), phone);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok((await wide()) <= 0, `${await wide()} px too wide`);
  await page.click("[data-do=beside]");
  await page.waitForSelector("[data-hall='1'] canvas");
  await page.focus(".floor-room");
  await page.keyboard.press("ArrowDown");
  await page.waitForSelector(".floor-person");
  assert.ok((await wide()) <= 0, `${await wide()} px too wide`);
  assert.deepEqual(await accessibilityProblems(page, "main"), []);
  const low = await page.evaluate(() =>
    [...document.querySelectorAll(".floor button, .floor select")]
      .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5)
      .map((e) => e.innerText),
  );
  assert.deepEqual(low, []);
  await close();
});
