//! How long the floor view's frames take with 225 people: node benches/browser/floor.mjs, after a build, with
//! CHROME set. For each speed: intervals between frames, and the script that ran in each.

import { open } from "../../tests/page/page.mjs";

const PEOPLE = 225;
const SECONDS = 4;
const site = await open();
const { page, close } = await site.visit("", { viewport: { width: 1440, height: 1000 } });
await page.waitForSelector("[data-fingerprint]", { timeout: 120_000, state: "attached" });
await page.fill("#parameter-search", "workforce.headcount");
const box = page.locator('.rail [data-path="workforce.headcount"] input:not([type=range])');
await box.fill(String(PEOPLE));
await box.press("Tab");
await page.evaluate(() => (location.hash = "#/floor"));
await page.waitForFunction((people) => document.querySelector("h1")?.innerText.includes(String(people)), PEOPLE, { timeout: 300_000 });
await page.waitForSelector("figure.floor[data-film=true]", { timeout: 300_000 });
// What is still being simulated would be measured, too.
const chip = page.locator("[data-run-state=running] .chip-action, button[data-run-state=running]");
if (await chip.count()) await chip.first().click();
await page.waitForTimeout(2_000);

const part = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(2);
console.log(`${PEOPLE} people, ${SECONDS} s each, milliseconds`);
console.log("speed      frames  interval p50   p95   script p50   p95   max");
for (const [speed, name] of [[0, "1x"], [2, "60x"], [4, "1000x"], [5, "4 days/s"]]) {
  await page.click(`[data-speed='${speed}']`);
  await page.click("[data-do=play]");
  const { gaps, costs } = await page.evaluate(
    (seconds) =>
      new Promise((done) => {
        // The view asks for its frame in its frame: its work lies between our two marks.
        const gaps = [];
        const costs = [];
        let last = 0;
        const until = performance.now() + seconds * 1000;
        const look = (time) => {
          if (last) gaps.push(time - last);
          last = time;
          const began = performance.now();
          const channel = new MessageChannel();
          // Tasks come after the frame's callbacks and their microtasks, style and paint lie between.
          queueMicrotask(() => requestAnimationFrame(look));
          channel.port1.onmessage = () => costs.push(performance.now() - began);
          channel.port2.postMessage(0);
          if (performance.now() > until) done({ gaps, costs });
        };
        requestAnimationFrame(look);
      }),
    SECONDS,
  );
  await page.click("[data-do=play]");
  gaps.sort((a, b) => a - b);
  costs.sort((a, b) => a - b);
  console.log(
    name.padEnd(10) + String(gaps.length).padStart(7) +
      [part(gaps, 0.5), part(gaps, 0.95)].map((x) => x.padStart(10)).join("") +
      [part(costs, 0.5), part(costs, 0.95), part(costs, 1)].map((x) => x.padStart(9)).join(""),
  );
}
await close();
await site.close();
