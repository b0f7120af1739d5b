//! The workshop without a network: after a visit, and as one file from a disk.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { DIST, openBrief, startSite } from "./harness.mjs";
import { becomes, heldAtOnce, smallLesson } from "./page.mjs";

const LONG = { timeout: 240_000 };

let browser;
before(async () => {
  browser = await openBrief();
});
after(() => browser?.close());

/** A participant's round in a page of the workshop, from the lesson's link to the points. */
async function holds(page) {
  await page.waitForSelector("main[data-page=home]");
  await page.evaluate((room) => (location.hash = room), smallLesson().room);
  await page.waitForSelector("main[data-page=play]");
  await page.click("[data-do=lock]");
  await page.waitForSelector("[data-do=reveal]:not([disabled])", LONG);
  await page.click("[data-do=reveal]");
  await becomes(() => page.locator(".result .year").count(), 64);
  return page.locator("[data-points]").getAttribute("data-points");
}

test("visit, cut the network, open a lesson: it is held, with the same points", { timeout: 600_000 }, async (t) => {
  const site = await startSite();
  t.after(site.close);
  const context = await browser.newContext({ locale: "zh-CN" });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(`${site.url}workshop.html`);
  const before = await holds(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  // A promise is no answer: it is asked for what it comes to.
  await becomes(() => page.evaluate(async () => Boolean(await caches.match("./workshop.html"))), true);
  await site.close();
  await context.setOffline(true);
  const late = await context.newPage();
  // Somebody who comes late opens the page anew.
  await late.goto(`${site.url}workshop.html`);
  await late.evaluate(() => localStorage.clear());
  await late.reload();
  assert.equal(await holds(late), before);
  // The sandbox is there as well, although nobody has been there.
  await late.goto(site.url);
  await late.waitForSelector("h1");
});

test("the first page's visitors don't fetch the workshop", async (t) => {
  const site = await startSite();
  t.after(site.close);
  const context = await browser.newContext();
  t.after(() => context.close());
  await heldAtOnce(context);
  const page = await context.newPage();
  await page.goto(site.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("sw.js");
    await navigator.serviceWorker.ready;
  });
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map((request) => request.url);
  });
  assert.ok(kept.length > 5, `${kept.length} kept`);
  assert.deepEqual(kept.filter((url) => url.includes("workshop")), []);
});

test("the one-file copy runs a lesson from a disk", { timeout: 600_000 }, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "工作坊 "));
  const file = join(folder, "工作坊 copy.html");
  await copyFile(join(DIST, "fairfloor-workshop.html"), file);
  const context = await browser.newContext({ locale: "zh-CN", offline: true });
  t.after(() => context.close());
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector("main[data-page=home]");
  assert.equal(await page.locator("a[href='./index.html'], [data-do=copy]").count(), 0, "nothing lies beside it");
  const points = Number(await holds(page));
  assert.ok(points > 0 && points <= 100, `${points} points`);
  assert.deepEqual(problems, []);
  await rm(folder, { recursive: true, force: true });
});
