//! How long people wait, measured in the built page on this machine: node tests/page/bench.mjs [RUNS]
//! Wall-clock times belong here and in no test; run it on a machine that does nothing else.

import { openBrowser, startSite, visit } from "./harness.mjs";

const runs = Number(process.argv[2] ?? 3);
const site = await startSite();
const browser = await openBrowser();

/** Milliseconds from now until something stands on the page. */
async function until(page, selector) {
  const begun = Date.now();
  await page.waitForSelector(selector, { timeout: 300_000, state: "attached" });
  return Date.now() - begun;
}

/** Collects tasks that held the page up for more than 50 ms. */
const watch = (page) =>
  page.evaluate(() => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map((entry) => entry.duration))).observe({
      type: "longtask",
    });
  });
const longTasks = async (page) => {
  const long = await page.evaluate(() => window.long);
  return `${long.length} long tasks, longest ${Math.max(0, ...long)} ms`;
};

try {
  for (let run = 1; run <= runs; run++) {
    const { page, close } = await visit(browser, site.url);
    const first = await until(page, "[data-fingerprint]");
    const full = first + (await until(page, '[data-run-state="done"]'));
    console.log(`${run}: first eight ${first} ms after load, 64 of both ${full} ms`);
    await watch(page);
    await page.evaluate(() => (location.hash = "#/sweep"));
    const curve = await until(page, "[data-figure=sweep] .plot .median");
    const whole = curve + (await until(page, '[data-run-state="done"]'));
    console.log(`${run}: sweep: first curve ${curve} ms, whole ${whole} ms; ${await longTasks(page)}`);
    await close();
    const other = await visit(browser, `${site.url}#/compare`);
    await until(other.page, "[data-fingerprint]");
    await other.page.click("[data-do=rival]");
    const compared = await until(other.page, ".compared[data-complete]");
    console.log(`${run}: two scenarios compared at 64 in ${compared} ms`);
    await other.close();
  }
} finally {
  await browser.close();
  await site.close();
}
