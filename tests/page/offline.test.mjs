//! After a visit the page works without a network, and a new version is offered, never forced.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DIST, openBrowser, startSite } from "./harness.mjs";
import { lever, reaches, setLever, small } from "./page.mjs";

let folder;
let site;
let browser;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "fairfloor-"));
  await cp(DIST, folder, { recursive: true });
  [site, browser] = await Promise.all([startSite({ folder }), openBrowser()]);
});
after(async () => {
  await Promise.all([browser?.close(), site?.close()]);
  await rm(folder, { recursive: true, force: true });
});

const ready = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => true));

test("visit, cut the network, reload: it runs, and a repeat visit loads next to nothing", { timeout: 180_000 }, async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(site.url + small());
  await reaches(page, "done", 90_000);
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
  await reaches(page, "done", 90_000);
  assert.ok(loaded <= 5_000, `${loaded} bytes on the repeat visit`);
  await context.setOffline(true);
  await site.close();
  await page.reload();
  await reaches(page, "done", 90_000);
  await setLever(page, 88);
  await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("88 通"), null, { timeout: 60_000 });
  await reaches(page, "done", 90_000);
  await context.close();
  site = await startSite({ folder });
});

test("a new version is offered; until it is taken the old one goes on, and nothing is lost", { timeout: 240_000 }, async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(site.url + small());
  await reaches(page, "done", 90_000);
  await ready(page);
  // The next version: another title, and so another page under another number.
  const [index, worker] = [join(folder, "index.html"), join(folder, "sw.js")];
  const [html, script] = await Promise.all([index, worker].map((file) => readFile(file, "utf8")));
  const version = html.match(/name="fairfloor-build" content="([0-9a-f]{16})"/)[1];
  assert.ok(script.includes(version), "page and cache bear one number");
  const next = version.replaceAll(/./g, (c) => (c === "0" ? "1" : "0"));
  await writeFile(index, html.replace(version, next).replace("<html", '<html data-next="yes"'));
  await writeFile(worker, script.replace(version, next));
  for (const name of ["centres.html", "centres.zh-CN.html"]) {
    const file = join(folder, name);
    await writeFile(file, (await readFile(file, "utf8")).replace(version, next));
  }
  await page.reload();
  await page.locator(".notice", { hasText: "有新版本" }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator("html[data-next]").count(), 0, "not forced");
  await setLever(page, 91);
  await reaches(page, "done", 90_000);
  await page.locator(".notice", { hasText: "有新版本" }).getByRole("button", { name: "换用新版本" }).click();
  await page.waitForSelector("html[data-next]", { timeout: 60_000, state: "attached" });
  await page.waitForSelector(".is-lever input[type=range]", { timeout: 60_000 });
  assert.equal(Number(await lever(page)), 91);
  await context.close();
});
