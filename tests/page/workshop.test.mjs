//! The workshop: bet, lock, reveal; forty codes collected and a wrong one located; tabs, projector, axe. Composing and the league are in workshop-rounds.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityProblems, openShell, problemsInBothThemes, startSite } from "./harness.mjs";
import { becomes, differs, heldAtOnce, holdAt, keepWorkers, smallLesson, visitWorkshop } from "./page.mjs";

let site, browser, page_;
before(async () => {
  [site, browser] = await Promise.all([startSite(), openShell()]);
  page_ = `${site.url}workshop.html`;
});
after(() => Promise.all([browser?.close(), site?.close()]));

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const open = (hash = "", options = {}) => visitWorkshop(browser, page_ + hash, options);
// Others may keep this machine busy: results are waited for, never timed.
const LONG = { timeout: 240_000 };

/** The addresses of the first lesson: the room's and the trainer's. */
async function lesson() {
  const { page, close } = await open();
  const room = await page.locator("[data-do=try]").first().getAttribute("href");
  const lead = await page.locator("[data-do=lead]").first().getAttribute("href");
  await close();
  return { room, lead };
}

async function dragBand(page, from, to) {
  const hold = await page.locator(".band-field .hold").boundingBox();
  const y = hold.y + hold.height / 2;
  await page.mouse.move(hold.x + hold.width * from, y);
  await page.mouse.down();
  await page.mouse.move(hold.x + hold.width * to, y, { steps: 4 });
  await page.mouse.up();
}

const box = (page, name) => page.locator(`[data-box=${name}]`).inputValue();

// The code's own arithmetic, written a second time: GF(32) with x⁵ + x² + 1, three check signs.
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const times = (a, b) => {
  let product = 0;
  for (; b; b >>= 1, a = a & 16 ? ((a << 1) ^ 0b100101) & 31 : a << 1) if (b & 1) product ^= a;
  return product;
};
function checked(data) {
  // (x − 1)(x − 2)(x − 4) as 1, g1, g2, g3.
  let g = [1];
  for (const root of [1, 2, 4]) g = [...g, 0].map((c, at) => c ^ (at ? times(g[at - 1], root) : 0));
  let rest = [0, 0, 0];
  for (const value of data) {
    const carried = value ^ rest[0];
    rest = [rest[1] ^ times(carried, g[1]), rest[2] ^ times(carried, g[2]), times(carried, g[3])];
  }
  return [...data, ...rest].map((v) => SIGNS[v]).join("").replace(/(.{4})(?=.)/g, "$1-");
}
const bitsOf = (code) =>
  [...code.replaceAll("-", "")].slice(0, 9).reduce((bits, sign) => (bits << 5n) | BigInt(SIGNS.indexOf(sign)), 0n);
const codeOf = (bits) => checked([...Array(9).keys()].map((at) => Number((bits >> BigInt(40 - 5 * at)) & 31n)));

test("T9 on a phone: drag a band, lock, reveal, in three presses", { timeout: 600_000 }, async () => {
  const { room } = await lesson();
  const { page, problems, close } = await open(room, { ...PHONE, prepare: keepWorkers });
  await page.waitForSelector("[data-do=lock]");
  const band = async () => `${await box(page, "low")} ${await box(page, "high")}`;
  const before = await band();
  await dragBand(page, 0.3, 0.55);
  await differs(band, before);
  assert.ok(Number(await box(page, "low")) < Number(await box(page, "high")));
  await page.click("[data-do=lock]");
  const code = await page.locator("[data-code]").innerText();
  assert.match(code, /^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
  assert.equal(codeOf(bitsOf(code)), code, "the second arithmetic agrees");
  await page.waitForSelector("[data-do=reveal]:not([disabled])", LONG);
  await page.click("[data-do=reveal]");
  const points = Number(await page.locator("[data-points]").getAttribute("data-points"));
  assert.ok(points > 0 && points <= 100, `${points} points`);
  await becomes(() => page.locator(".result .year").count(), 64);
  // The rounds that follow need not be run.
  await holdAt(page, "body");
  assert.deepEqual(await accessibilityProblems(page), []);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("button, summary, a, input, select")]
      .filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5)
      .map((e) => e.outerHTML.slice(0, 80)),
  );
  assert.deepEqual(small, []);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide at ${width}`);
  }
  assert.deepEqual(problems, []);
  await close();
});

test("the number boxes and the keys are an equal path", async () => {
  const { room } = smallLesson();
  const { page, close } = await open(room);
  await page.fill("[data-box=low]", "12");
  await page.press("[data-box=low]", "Tab");
  await page.fill("[data-box=high]", "31.5");
  await page.press("[data-box=high]", "Tab");
  await becomes(async () => [await box(page, "low"), await box(page, "high")], ["12", "31.5"]);
  await page.focus(".handle.is-low");
  await page.keyboard.press("ArrowRight");
  await becomes(() => box(page, "low"), "12.5");
  await page.fill("[data-box=name]", "三组");
  await page.fill("[data-box=reason]", "去年两成");
  await page.focus("[data-do=lock]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-code]");
  await page.reload();
  await page.waitForSelector("main[data-page=play]");
  const kept = await page.evaluate(() => Object.values(localStorage).join("\n"));
  assert.match(kept, /三组 \| 去年两成/);
  await close();
});

test("forty pasted codes make the room; the one wrong sign is named", async () => {
  const { room, lead } = smallLesson();
  const one = await open(room);
  await one.page.click("[data-do=lock]");
  const first = bitsOf(await one.page.locator("[data-code]").innerText());
  await one.close();
  // Lesson and round as they came; seats and bands of our own.
  const head = first >> 36n;
  const lines = [...Array(40).keys()].map((at) => {
    const band = (BigInt(10 + at) << 10n) | BigInt(60 + 2 * at);
    const bits = (((head << 14n) | BigInt(at * 31 + 5)) << 22n) | band;
    return `${codeOf(bits)} 第${at + 1}位 | 理由 ${at + 1}`;
  });
  const right = lines[23];
  lines[23] = right.slice(0, 6) + (right[6] === "K" ? "M" : "K") + right.slice(7);
  const { page, problems, close } = await open(lead);
  await page.fill("[data-box=codes]", lines.join("\n"));
  await page.click("[data-do=take]");
  await page.waitForSelector('[data-count="39"]');
  const wrong = await page.locator(".wrong li").innerText();
  assert.match(wrong, new RegExp(`第 6 个字符错了.*“${right[6]}”`));
  assert.equal(await box(page, "codes"), lines[23], "what was not taken stays, to be mended");
  await page.fill("[data-box=codes]", right);
  await page.click("[data-do=take]");
  await page.waitForSelector('[data-count="40"]');
  const download = page.waitForEvent("download");
  await page.click("[data-do=csv]");
  const stream = await (await download).createReadStream();
  let csv = "";
  for await (const chunk of stream) csv += chunk;
  assert.equal(csv.trim().split("\r\n").length, 41);
  await page.reload();
  await page.waitForSelector('[data-count="40"]');
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.deepEqual(problems, []);
  await close();
});

test("two tabs of one machine: locking in one is enough; the projector shows it", { timeout: 600_000 }, async () => {
  const { room, lead } = smallLesson();
  const { page, context, close } = await open(lead);
  await page.waitForSelector('[data-count="0"]');
  const other = await context.newPage();
  await other.goto(page_ + room);
  await other.fill("[data-box=name]", "=1+1");
  await other.click("[data-do=lock]");
  await page.waitForSelector('[data-count="1"]');
  await other.close();
  assert.match(await page.locator(".entries").innerText(), /=1\+1/);
  await page.bringToFront();
  await page.keyboard.press("p");
  await page.waitForSelector("[data-page=present]");
  const smallest = await page.evaluate(() =>
    Math.min(...[...document.querySelectorAll(".present p, .present h1, .present h2, .present button")].map((e) => parseFloat(getComputedStyle(e).fontSize))),
  );
  assert.ok(smallest >= 28, `${smallest} px`);
  await page.keyboard.press("t");
  await page.waitForFunction(() => /^\d+:\d\d$/.test(document.querySelector("[role=timer]")?.textContent ?? ""));
  await page.keyboard.press("r");
  await page.waitForSelector(".present .year", LONG);
  assert.deepEqual(await accessibilityProblems(page), []);
  await page.keyboard.press("b");
  await page.waitForSelector("[data-page=black]");
  await page.keyboard.press("b");
  await page.keyboard.press("Escape");
  await page.waitForSelector("[data-page=lead]");
  await close();
});

test("a lesson that follows another in one tab has the years of its own", { timeout: 600_000 }, async () => {
  const rooms = [{}, { support: { rest_minutes_per_day: 40 } }].map((differences) => smallLesson(differences).room);
  const reveal = async (page) => {
    await page.click("[data-do=lock]");
    await page.waitForSelector("[data-do=reveal]:not([disabled])", LONG);
    await page.click("[data-do=reveal]");
    return page.locator(".result").innerHTML();
  };
  const fresh = await open(rooms[1]);
  const expected = await reveal(fresh.page);
  await fresh.close();
  const { page, close } = await open(rooms[0]);
  const other = await reveal(page);
  await page.evaluate((room) => (location.hash = room), rooms[1]);
  await page.waitForSelector("[data-do=lock]");
  const found = await reveal(page);
  assert.notEqual(other, expected);
  assert.equal(found, expected);
  await close();
});

test("the timer follows the time, also where the browser kept its tab waiting", async () => {
  const { page, close } = await open(smallLesson().lead, {
    prepare: async (context, page) => {
      await heldAtOnce(context);
      await page.clock.install();
    },
  });
  await page.keyboard.press("p");
  await page.waitForSelector("[data-page=present]");
  await page.keyboard.press("t");
  const seconds = async () => {
    const [minutes, rest] = (await page.locator("[role=timer]").innerText()).split(":").map(Number);
    return 60 * minutes + rest;
  };
  await becomes(async () => (await seconds()) > 0, true);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  const before = await seconds();
  // Every timer fires once at most, as in a hidden tab.
  await page.clock.fastForward("02:00");
  await becomes(async () => Math.abs(before - (await seconds()) - 120) <= 1, true);
  await close();
});

test("a damaged link says so", async () => {
  const { room } = await lesson();
  const { page, close } = await open(room.slice(0, -4));
  await page.waitForSelector("[role=alert]");
  assert.equal(await page.locator("[role=alert]").count(), 1);
  await close();
});

for (const locale of ["zh-CN", "en-US"]) {
  test(`axe: choosing, betting, trainer, handout; ${locale}, light and dark`, async () => {
    const { page, close } = await open("", { locale, prepare: heldAtOnce });
    assert.deepEqual(await problemsInBothThemes(page), []);
    for (const what of ["try", "lead"]) {
      const href = await page.locator(`[data-do=${what}]`).last().getAttribute("href");
      await page.goto(page_ + href);
      await page.waitForSelector(what === "try" ? "main[data-page=play]" : "main[data-page=lead]");
      assert.deepEqual(await problemsInBothThemes(page), [], what);
      if (what === "try") {
        await page.goto(page_ + href.replace("#/", "#/handout/"));
        await page.waitForSelector("main[data-page=handout]");
        assert.deepEqual(await problemsInBothThemes(page), [], "handout");
      }
      await page.goto(`${page_}#/`);
      await page.waitForSelector("main[data-page=home]");
    }
    await close();
  });
}
