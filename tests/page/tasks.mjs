//! Tasks that people come for, by mouse, counted, and read by what stands on the page. Only calls are used
//! that Playwright and Puppeteer have in common, so that every browser is asked for the same.

import assert from "node:assert/strict";

/** What somebody looks for, and what must be found, in either language. */
export const WORDS = {
  "zh-CN": {
    sweep: "目标扫描",
    compare: "对比",
    answered: /可行的最高|没有一处能/,
    highest: /日接听目标.*\d|没有一处/,
    verdict: /更好|更差|分不清/,
    other: /“B .*85.*”/,
    pairs: /64 对模拟/,
  },
  "en-US": {
    sweep: "Target sweep",
    compare: "Compare",
    answered: /Highest feasible|Nowhere from/,
    highest: /Volume target.*\d|Nowhere/,
    verdict: /better|worse|can.t tell/i,
    other: /“B .*85.*”/,
    pairs: /64 pairs/,
  },
};

/** Asks the page until it says yes: how to wait for something is where the two drivers differ. */
export async function until(page, says, { about = null, timeout = 150_000 } = {}) {
  const end = Date.now() + timeout;
  while (!(await page.evaluate(says, about))) {
    if (Date.now() > end) throw new Error(`not within ${timeout} ms: ${says} ${JSON.stringify(about)}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}

export const there = (page, selector) =>
  until(page, (selector) => document.querySelector(selector) !== null, { about: selector });
/** The text of an element as it is seen. */
export const shown = (page, selector) => page.$eval(selector, (element) => element.innerText);
/** Waits until the first that matches reads like this. */
const reads = (page, selector, pattern) =>
  until(page, ([of, source, flags]) => new RegExp(source, flags).test(document.querySelector(of)?.innerText), {
    about: [selector, pattern.source, pattern.flags],
  });
/** Waits until the first sentence says something like this. */
export const says = (page, pattern) => reads(page, "h1", pattern);

/** A hand that counts: a press is one click, a drag is one, something typed is one. */
export function hand(page) {
  let clicks = 0;
  return {
    clicks: () => clicks,
    press: (selector) => {
      clicks++;
      return page.click(selector);
    },
    /** To a screen by what its tab says. */
    tab: async (name) => {
      clicks++;
      await there(page, ".tab");
      for (const tab of await page.$$(".tab")) {
        if ((await tab.evaluate((tab) => tab.innerText.trim())) === name) return tab.click();
      }
      throw new Error(`no tab says ${name}`);
    },
    type: async (selector, text) => {
      clicks++;
      await page.locator(selector).fill(text);
      await page.keyboard.press("Tab");
    },
    drag: async (from, to) => {
      clicks++;
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
      await page.mouse.move(to.x, to.y, { steps: 3 });
      await page.mouse.up();
    },
  };
}

/** The middle of an element, after it was scrolled to, and how wide it is. */
const middle = (page, selector) =>
  page.$eval(selector, (element) => {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const box = element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, left: box.x, width: box.width };
  });

/** The same once nothing runs that could move it: sentences above it grow and shrink with what is found. */
async function still(page, selector) {
  for (let last = null; ; ) {
    await there(page, '[data-run-state="done"]');
    const now = await middle(page, selector);
    if (now.y === last?.y) return now;
    last = now;
    await new Promise((done) => setTimeout(done, 300));
  }
}

/** Where a requirement under the curves reads what it demands. */
const required = (metric) => `.limit-row[data-requirement='${metric}'] output`;

/** T1: the highest target with turnover within a fifth is one click away. */
export async function highestTarget(page, words) {
  const { tab, clicks } = hand(page);
  await tab(words.sweep);
  await says(page, words.answered);
  assert.equal(clicks(), 1);
  assert.match(await shown(page, "h1"), words.highest);
  assert.match(await shown(page, required("turnover.annual_rate")), /≤ 20%/);
}

/** T2: the same at 90 % certainty and inspection of at least 85 is three. */
export async function surerTarget(page, words) {
  const { tab, drag, clicks } = hand(page);
  await tab(words.sweep);
  await says(page, words.answered);
  const certainty = await still(page, "#sweep-certainty");
  const before = await shown(page, ".headline");
  // The thumb stands at 80 of 50 to 95; its middle keeps half its width from either end.
  const at = (share) => ({ x: certainty.left + 8 + (certainty.width - 16) * share, y: certainty.y });
  await drag(at(30 / 45), at(40 / 45));
  assert.equal(await page.$eval("#sweep-certainty", (slider) => slider.value), "90");
  await until(page, (before) => document.querySelector(".headline").innerText !== before, { about: before });
  const limit = ".limit[data-requirement='quality.inspection']";
  const line = await still(page, limit);
  const hundred = await page.$eval(limit, (limit) => {
    // Without a requirement the line waits at zero; the nearest 100 of an upright axis above is its panel's,
    // and the 0 next to it says how far that is: letters stand at the same height beside both.
    const upright = [...limit.parentElement.querySelectorAll("text.tick[text-anchor=end]")];
    const above = limit.getBoundingClientRect().top + 12;
    const places = (text) =>
      upright.filter((tick) => tick.textContent === text).map((tick) => tick.getBoundingClientRect().top);
    const top = Math.max(...places("100").filter((place) => place < above));
    return Math.min(...places("0").filter((place) => place > top)) - top;
  });
  const x = line.left + 80;
  await drag({ x, y: line.y }, { x, y: line.y - hundred * 0.85 });
  await reads(page, required("quality.inspection"), /≥ 8[456]/);
  const demanded = await shown(page, required("quality.inspection"));
  const points = Number(demanded.match(/≥ (\d+)/)?.[1]);
  assert.ok(Math.abs(points - 85) <= 1, demanded);
  assert.equal(clicks(), 3);
  assert.match(await page.$eval(limit, (limit) => limit.getAttribute("aria-valuetext")), new RegExp(`≥ ${points}`));
}

/** T3: is a target of 85 worse than today's, or is it luck, is three clicks. Says the hand that did it. */
export async function worseOrLuck(page, words) {
  const hands = hand(page);
  await there(page, "[data-fingerprint]");
  await hands.press("[data-do=duplicate]");
  await there(page, '.scenario-chip[data-letter="B"][aria-current]');
  await hands.type(".is-lever .number", "85");
  await hands.tab(words.compare);
  await there(page, ".compared[data-complete]");
  assert.equal(hands.clicks(), 3);
  await reads(page, '.compared [data-metric="turnover.annual_rate"] [data-verdict]', words.verdict);
  await says(page, words.other);
  await reads(page, ".comparison > .hint", words.pairs);
  return hands;
}
