//! A tab that the browser itself freezes, as it does with hidden ones after some minutes: it stands still, wakes an hour
//! later, and goes on as if nothing had been. Playwright keeps its pages from being hidden; Puppeteer does not.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";
import { findChromium, startSite } from "./harness.mjs";
import { there, until } from "./tasks.mjs";

let site, browser;
before(async () => {
  const launched = puppeteer.launch({ executablePath: findChromium(), headless: true, args: ["--no-sandbox", "--disable-gpu"] });
  [site, browser] = await Promise.all([startSite(), launched]);
});
after(() => Promise.all([browser?.close(), site?.close()]));

/**
 * In the page, before anything else: a clock that an hour of sleep has moved when the page wakes, workers that
 * are counted, and all that notices ever said.
 */
const watched = () => {
  const real = performance.now.bind(performance);
  let slept = 0;
  performance.now = () => real() + slept;
  document.addEventListener("resume", () => (slept += 3_600_000));
  const Real = Worker;
  window.made = 0;
  window.Worker = class extends Real {
    constructor(...args) {
      super(...args);
      window.made++;
    }
  };
  window.said = [];
  window.frozen = 0;
  document.addEventListener("freeze", () => window.frozen++);
  document.addEventListener("DOMContentLoaded", () => {
    const note = () => document.querySelectorAll(".notice").forEach((one) => window.said.push(one.innerText));
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true });
  });
};

const chip = (page) => page.$eval("[data-run-state]", ({ dataset }) => ({ ...dataset }));

/** A new visitor, until the first replications are there. */
async function visit() {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.evaluateOnNewDocument(watched);
  const [front, session] = [await context.newPage(), await page.createCDPSession()];
  await page.bringToFront();
  await page.goto(site.url);
  await there(page, "[data-fingerprint]");
  return { page, front, session, close: () => context.close() };
}

/** The tab is behind another one, and the browser stops it for a moment that it is told is an hour. */
async function sleeps({ page, front, session }) {
  await front.bringToFront();
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await new Promise((done) => setTimeout(done, 1000));
  const asleep = await chip(page);
  await new Promise((done) => setTimeout(done, 1000));
  assert.deepEqual(await chip(page), asleep, "nothing moves");
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await page.bringToFront();
  return asleep;
}

test("a tab that the browser froze in the middle of a run goes on with the workers it had, to the same bits", { timeout: 120_000 }, async () => {
  const visitor = await visit();
  const { page, close } = visitor;
  const workers = await page.evaluate(() => window.made);
  assert.equal((await sleeps(visitor)).runState, "running");
  await there(page, "[data-run-state=done]");
  // The page holds it against what the command found when the page was built.
  await until(page, () => /相同 ✓|identical ✓/.test(document.querySelector(".state-note")?.innerText));
  // Nor is the time asleep said to be the run's.
  const took = await page.$eval(".chip-took", (said) => said.innerText);
  assert.ok(parseFloat(took.replace(/[^\d.]/g, "")) < 3600, took);
  assert.deepEqual(await page.evaluate(() => [window.frozen, window.made, window.said]), [1, workers, []]);
  await close();
});
