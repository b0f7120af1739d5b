//! After a visit the page works without a network, and a new version is offered, never forced.

import assert from "node:assert/strict";
import { readFile, readdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { copyOfSite, openBrief, startSite } from "./harness.mjs";
import { fingerprint, keepsAtOnce, keepWorkers, lever, loseWorkers, otherFingerprint, reaches, setLever, small } from "./page.mjs";

let browser;
before(async () => {
  browser = await openBrief();
});
after(() => browser?.close());

/** A site of this test's own, which it may change and close. */
async function ownSite(t) {
  const copy = await copyOfSite();
  t.after(copy.remove);
  const site = await startSite({ folder: copy.folder });
  t.after(site.close);
  return { folder: copy.folder, url: site.url + small(), close: site.close };
}

const ready = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

test("visit, cut the network, reload: it runs, and a repeat visit loads next to nothing", { timeout: 300_000 }, async (t) => {
  const site = await ownSite(t);
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(site.url);
  await reaches(page, "done");
  await ready(page);
  let loaded = 0;
  const client = await context.newCDPSession(page);
  await client.send("Network.enable");
  const fromNetwork = new Set();
  client.on("Network.responseReceived", ({ requestId, response }) => {
    if (!response.fromServiceWorker && !response.fromDiskCache) fromNetwork.add(requestId);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (fromNetwork.has(requestId)) loaded += encodedDataLength;
  });
  await page.reload();
  await reaches(page, "done");
  assert.ok(loaded <= 5_000, `${loaded} bytes on the repeat visit`);
  await context.setOffline(true);
  await site.close();
  await page.reload();
  await reaches(page, "done");
  await setLever(page, 88);
  await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("88 通"), null, { timeout: 60_000 });
  await reaches(page, "done");
  await context.close();
});

/**
 * Puts the next version in the place of this one, and says its number: pages under another number, and their
 * engine in a folder of another name, so that the old page's is no longer on the site.
 */
async function publishNext(folder) {
  const version = (await readFile(join(folder, "index.html"), "utf8")).match(/name="fairfloor-build" content="([0-9a-f]{16})"/)[1];
  assert.ok((await readFile(join(folder, "sw.js"), "utf8")).includes(version), "page and cache bear one number");
  const engine = (await readdir(folder)).find((name) => /^worker-[0-9a-f]{16}$/.test(name));
  const another = (number) => number.replaceAll(/./g, (c) => (c === "0" ? "1" : "0"));
  const [next, nextEngine] = [another(version), `worker-${another(engine.slice("worker-".length))}`];
  await rename(join(folder, engine), join(folder, nextEngine));
  for (const name of ["index.html", "workshop.html", "centres.html", "centres.zh-CN.html", "sw.js"]) {
    const text = await readFile(join(folder, name), "utf8");
    await writeFile(join(folder, name), text.replaceAll(version, next).replaceAll(engine, nextEngine));
  }
  return next;
}

/** A visitor with a result whose page is kept for later, and then the next version. */
async function visitedBeforeNext(site) {
  const context = await browser.newContext({ locale: "zh-CN" });
  await keepsAtOnce(context);
  await keepWorkers(context);
  const page = await context.newPage();
  await page.goto(site.url);
  await reaches(page, "done");
  await ready(page);
  return { context, page, next: await publishNext(site.folder) };
}

const version = (page) => page.locator("meta[name=fairfloor-build]").getAttribute("content");
const offer = (page) => page.locator(".notice", { hasText: "有新版本" });
const takeIt = async (page, next) => {
  await offer(page).getByRole("button", { name: "换用新版本" }).click();
  await page.waitForSelector(`meta[name=fairfloor-build][content="${next}"]`, { timeout: 60_000, state: "attached" });
  await page.waitForSelector(".is-lever input[type=range]", { timeout: 60_000 });
};

test("a new version is offered; until it is taken the old one goes on, and nothing is lost", { timeout: 240_000 }, async (t) => {
  const { context, page, next } = await visitedBeforeNext(await ownSite(t));
  await page.reload();
  await offer(page).waitFor({ timeout: 60_000 });
  assert.notEqual(await version(page), next, "not forced");
  await setLever(page, 91);
  await reaches(page, "done");
  await takeIt(page, next);
  assert.equal(Number(await lever(page)), 91);
  await context.close();
});

test("of two tabs one takes the new version; the other goes on with the old one, its workers too", { timeout: 240_000 }, async (t) => {
  const site = await ownSite(t);
  const { context, page: stays, next } = await visitedBeforeNext(site);
  const goes = await context.newPage();
  await goes.goto(site.url);
  await offer(goes).waitFor({ timeout: 60_000 });
  await takeIt(goes, next);
  assert.notEqual(await version(stays), next);
  // The old page's engine is no longer on the site: workers that are lost now come out of what was kept.
  const before = await fingerprint(stays);
  await stays.evaluate(loseWorkers);
  await setLever(stays, 77);
  const after = await otherFingerprint(stays, before);
  await reaches(stays, "done");
  await setLever(goes, 77);
  await goes.waitForSelector(`[data-fingerprint="${after}"]`, { timeout: 90_000, state: "attached" });
  await context.close();
});
