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
    const begun = Date.now();
    const since = () => Date.now() - begun;
    // Five points in three panels: ends, middle, quarters.
    const drawn = () => document.querySelectorAll("[data-figure=sweep] .plot circle").length >= 15;
    await page.waitForFunction(drawn, null, { timeout: 300_000 });
    const curve = since();
    const said = () =>
      /答案已稳定/.test(document.querySelector("main").innerText) || document.querySelector('[data-run-state="done"]');
    await page.waitForFunction(said, null, { timeout: 300_000 });
    const settled = since();
    await until(page, '[data-run-state="done"]');
    console.log(
      `${run}: sweep: curve of five points ${curve} ms, answer settled ${settled} ms, whole ${since()} ms; ${await longTasks(page)}`,
    );
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
