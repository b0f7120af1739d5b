//! What somebody waits for in the built page, beside what was aimed at: node tests/page/measure.mjs
//! `cargo xtask measure` builds first. Wall-clock times belong here and in no test; the machine should do
//! nothing else. Writes docs/measured.md, against which the next change can be held.

import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser, startSite } from "./harness.mjs";
import { here, table, write } from "./measured.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const MINUTES = Number(process.env.MINUTES ?? 3);
const HERE = dirname(fileURLToPath(import.meta.url));

// A desk is this machine as it is. A phone is what Lighthouse takes for one: a quarter of the processor,
// 1.6 Mbit/s down, 0.75 up, 150 ms for every round trip.
const PROFILES = {
  desk: null,
  phone: { cpu: 4, latency: 150, down: (1.6e6 / 8) * 0.9, up: (0.75e6 / 8) * 0.9 },
};

const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};
const median = (values) => quantile(values, 0.5);

/** Before anything of the page runs: ears for what the browser itself times. */
function ears() {
  window.seen = { long: [], shift: 0, events: [], lcp: 0 };
  const on = (type, take, more = {}) => {
    try {
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...more });
    } catch {
      // A browser without it: the row stays empty.
    }
  };
  on("longtask", (e) => window.seen.long.push([e.startTime, e.duration]));
  on("layout-shift", (e) => { if (!e.hadRecentInput) window.seen.shift += e.value; });
  on("largest-contentful-paint", (e) => { window.seen.lcp = e.startTime; });
  on("event", (e) => { if (e.interactionId) window.seen.events.push(e.duration); }, { durationThreshold: 16 });
  // The first moment at which something stands on the page, in the page's own time.
  window.when = {};
  const marks = {
    result: "[data-fingerprint]",
    all: '[data-run-state="done"]',
    headline: "h1",
  };
  const look = () => {
    for (const [name, selector] of Object.entries(marks)) {
      if (!(name in window.when) && document.querySelector(selector)) window.when[name] = performance.now();
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
}

async function opened(browser, url, profile) {
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1440, height: 900 } });
  await context.addInitScript(ears);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  if (profile) {
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: profile.cpu });
    await cdp.send("Network.enable");
    await cdp.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: profile.latency,
      downloadThroughput: profile.down,
      uploadThroughput: profile.up,
    });
  }
  await page.goto(url, { waitUntil: "load", timeout: 120_000 });
  return { page, cdp, close: () => context.close() };
}

const reached = (page, selector) => page.waitForSelector(selector, { timeout: 300_000, state: "attached" });

/** One cold visit: what was there when. */
async function cold(browser, url, profile) {
  const { page, close } = await opened(browser, url, profile);
  await reached(page, '[data-run-state="done"]');
  const found = await page.evaluate(() => ({
    fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    ...window.seen,
    ...window.when,
  }));
  await close();
  const blocking = found.long.filter(([at]) => at > (found.fcp ?? 0) && at < found.result);
  return {
    ...found,
    tbt: blocking.reduce((sum, [, took]) => sum + Math.max(0, took - 50), 0),
    longAtStart: found.long.length,
  };
}

/** Levers moved one after the other: until a first look at the new scenario, eight years and all stand. */
async function levers(browser, url, profile, moves) {
  const { page, close } = await opened(browser, url, profile);
  await reached(page, '[data-run-state="done"]');
  await page.evaluate(() => (window.seen.long = []));
  const [look, eight, all] = [[], [], []];
  for (let k = 0; k < moves; k++) {
    const took = await page.evaluate(
      (to) =>
        new Promise((done) => {
          const chip = () => document.querySelector("[data-run-state]");
          const old = chip().getAttribute("data-fingerprint");
          const input = document.querySelector(".is-lever input[type=range]");
          const begun = performance.now();
          let [seen, first] = [null, null];
          const screen = () => document.querySelector(".screen");
          let left = false;
          const look = () => {
            // The old results are marked as such until the first of the new ones stand.
            left ||= Boolean(screen()?.hasAttribute("data-stale"));
            if (seen === null && left && !screen()?.hasAttribute("data-stale")) seen = performance.now() - begun;
            const now = chip();
            const mark = now?.getAttribute("data-fingerprint");
            if (first === null && mark && mark !== old) first = performance.now() - begun;
            if (first !== null && now?.getAttribute("data-run-state") === "done") {
              ear.disconnect();
              requestAnimationFrame(() => done([seen ?? first, first, performance.now() - begun]));
            }
          };
          const ear = new MutationObserver(look);
          ear.observe(document, { childList: true, subtree: true, attributes: true });
          input.value = String(to);
          input.dispatchEvent(new Event("input", { bubbles: true }));
          input.dispatchEvent(new Event("change", { bubbles: true }));
        }),
      60 + k * 2,
    );
    look.push(took[0]);
    eight.push(took[1]);
    all.push(took[2]);
  }
  const long = await page.evaluate(() => window.seen.long.length);
  await close();
  return { look, eight, all, long };
}

/** A visit with real presses and keys for some minutes: how long answers take, what memory does. */
async function used(browser, url, minutes) {
  const { page, cdp, close } = await opened(browser, url, null);
  await reached(page, '[data-run-state="done"]');
  const heap = async () => {
    await cdp.send("HeapProfiler.collectGarbage");
    return (await cdp.send("Runtime.getHeapUsage")).usedSize / 1e6;
  };
  // The workshop is a page of its own.
  const tabs = page.locator("nav.tabs button.tab");
  const count = await tabs.count();
  const until = Date.now() + minutes * 60_000;
  const before = await heap();
  for (let k = 0; Date.now() < until; k++) {
    await tabs.nth(k % count).click();
    await page.waitForTimeout(700);
    await page.keyboard.press("Tab");
    // Where there is nothing to be turned into a table, the browser would time the key until the next tab.
    // The report's charts are never tables: it has both.
    const turns = (await page.locator("main figure").count()) && !(await page.locator("main .report").count());
    if (turns) await page.keyboard.press("t");
    await page.waitForTimeout(400);
    if (turns) await page.keyboard.press("t");
    await page.waitForTimeout(900);
  }
  const events = await page.evaluate(() => window.seen.events);
  const after = await heap();
  await close();
  return { inp: events.length ? quantile(events, 0.98) : null, before, after };
}

/** From the press on a tab: until something of a study can be read, and until all of it stands. */
async function study(browser, url, hash, first, begin = null) {
  const { page, close } = await opened(browser, url, null);
  await reached(page, '[data-run-state="done"]');
  await page.evaluate(() => (window.seen.long = []));
  let begun = Date.now();
  await page.evaluate((to) => (location.hash = to), hash);
  if (begin) {
    await reached(page, begin);
    begun = Date.now();
    await page.click(begin);
  }
  await page.waitForFunction(first, null, { timeout: 300_000 });
  const one = Date.now() - begun;
  await page.waitForFunction(
    () => document.querySelector('[data-run-state="done"]') && !/正在/.test(document.querySelector("h1")?.innerText ?? "正在"),
    null,
    { timeout: 600_000 },
  );
  const all = Date.now() - begun;
  const long = await page.evaluate(() => window.seen.long.length);
  await close();
  return { one, all, long };
}

/** The paper's whole centre on the floor at 60 times its pace: how long frames take, in ms. */
async function frames(browser, url) {
  const { page, close } = await opened(browser, url, null);
  await reached(page, '[data-run-state="done"]');
  await page.selectOption("#preset", "seed-whole");
  await reached(page, '[data-run-state="done"]');
  await page.evaluate(() => (location.hash = "#/floor"));
  await page.waitForSelector("figure.floor[data-film=true]", { timeout: 120_000 });
  await page.click("[data-do=play]");
  await page.waitForSelector("figure.floor[data-playing=true]");
  const took = await page.evaluate(
    () =>
      new Promise((done) => {
        const at = [];
        const next = (now) => {
          at.push(now);
          if (now - at[0] < 10_000) requestAnimationFrame(next);
          else done(at.slice(1).map((t, k) => t - at[k]));
        };
        requestAnimationFrame(next);
      }),
  );
  await close();
  return took;
}

/** Bytes of a second visit in the same browser. */
async function again(browser, url) {
  const { page, close } = await opened(browser, url, null);
  await reached(page, '[data-run-state="done"]');
  await page.waitForTimeout(3_000);
  await page.reload();
  await reached(page, "[data-fingerprint]");
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .reduce((sum, e) => sum + (e.transferSize ?? 0), 0),
  );
  await close();
  return bytes;
}

// As a good static host: packed by brotli, as the sizes are weighed.
const site = await startSite({ quick: true });
const browser = await openBrowser();
const rows = [];
const ms = (value) => (value == null ? "—" : `${Math.round(value)} ms`);
const row = (what, found, aim) => {
  rows.push([what, found, aim]);
  console.log(`${what}: ${found} (aim ${aim})`);
};
try {
  const aims = {
    desk: { fcp: "400 ms", headline: "500 ms", result: "1000 ms", lcp: "700 ms", shift: "0", tbt: "30 ms", eight: "120 ms", all: "900 ms" },
    phone: { fcp: "900 ms", headline: "1000 ms", result: "3500 ms", lcp: "1800 ms", shift: "0.02", tbt: "150 ms", eight: "400 ms", all: "3000 ms" },
  };
  for (const [name, profile] of Object.entries(PROFILES)) {
    const visits = [];
    for (let k = 0; k < ROUNDS; k++) visits.push(await cold(browser, site.url, profile));
    const of = (key) => median(visits.map((v) => v[key] ?? 0));
    row(`${name}: first paint`, ms(of("fcp")), aims[name].fcp);
    row(`${name}: headline on the page`, ms(of("headline")), aims[name].headline);
    row(`${name}: first result computed (8 years)`, ms(of("result")), aims[name].result);
    row(`${name}: all 64 years`, ms(of("all")), "—");
    row(`${name}: largest paint`, ms(of("lcp")), aims[name].lcp);
    row(`${name}: layout shift`, of("shift").toFixed(3), aims[name].shift);
    row(`${name}: main thread blocked before the first result`, ms(of("tbt")), aims[name].tbt);
    const moved = await levers(browser, site.url, profile, name === "desk" ? 10 : 4);
    row(`${name}: lever to a first look in the chart (2 years), p95`, ms(quantile(moved.look, 0.95)), aims[name].eight);
    row(`${name}: lever to the chart of 8 years, p95`, ms(quantile(moved.eight, 0.95)), aims[name].eight);
    row(`${name}: lever to 64 years, p95`, ms(quantile(moved.all, 0.95)), aims[name].all);
    row(`${name}: long tasks while ${moved.eight.length} runs ran`, String(moved.long), "0");
  }
  const drawn = () => document.querySelectorAll("[data-figure=sweep] .plot circle").length >= 15;
  const answered = () => document.querySelector("[data-figure]") && !/正在/.test(document.querySelector("h1").innerText);
  const sweep = await study(browser, site.url, "#/sweep", drawn);
  row("desk: target sweep of 21 × 16 years, curve of five points", ms(sweep.one), "800 ms");
  row("desk: target sweep of 21 × 16 years, whole", ms(sweep.all), "4000 ms");
  const compared = () => document.querySelector(".compared[data-complete]");
  const pair = await study(browser, site.url, "#/compare", compared, "[data-do=rival]");
  row("desk: two scenarios compared at 64 years", ms(pair.one), "2000 ms");
  const doubt = await study(browser, site.url, "#/sens", () => document.querySelector("main table"));
  row("desk: what could be wrong, first screening of all assumptions", ms(doubt.one), "10000 ms");
  row("desk: what could be wrong, whole", ms(doubt.all), "60000 ms");
  const awards = await study(browser, site.url, "#/awards", answered);
  row("desk: award strategies, whole", ms(awards.all), "—");
  row("desk: long tasks during these four", String(sweep.long + pair.long + doubt.long + awards.long), "0");
  const took = await frames(browser, site.url);
  const slow = took.filter((t) => t > 17.5).length / took.length;
  row("desk: a frame of the floor with 225 people, median", `${median(took).toFixed(1)} ms`, "16.7 ms");
  row("desk: the same, p95", `${quantile(took, 0.95).toFixed(1)} ms, ${(100 * slow).toFixed(1)} % later than 17.5`, "17 ms");
  const session = await used(browser, site.url, MINUTES);
  row(`desk: slowest of a session of ${MINUTES} minutes (INP, p98)`, ms(session.inp), "80 ms");
  row(`desk: script memory after it`, `${session.after.toFixed(1)} MB, ${(session.after - session.before).toFixed(1)} more than before`, "≤ 150 MB, growth < 5 MB");
  row("desk: second visit, over the network", `${((await again(browser, site.url)) / 1000).toFixed(1)} kB`, "5 kB");
} finally {
  await browser.close();
  await site.close();
}
let weight = "";
try {
  weight = execFileSync(process.execPath, [join(HERE, "size.mjs")], { encoding: "utf8" });
} catch (over) {
  weight = String(over.stdout);
}
for (const line of weight.split("\n").filter((line) => line.includes(" of "))) {
  const [, what, found, aim] = line.match(/^(.*): ([\d.]+) of (\d+) kB/) ?? [];
  if (what) row(what, `${found} kB brotli`, `${aim} kB`);
}
await write({
  waits: [
    "Medians of cold visits unless said otherwise.",
    `${await here()} Desk: this machine. Phone: a quarter of its processor, 1.6 Mbit/s, 150 ms.`,
    table(["What", "Found", "Aimed at"], rows),
  ].join("\n\n"),
});
