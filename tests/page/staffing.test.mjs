//! The staffing card: who is needed when, who is there, and where it is short.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fingerprint, open, openEverything, reaches, small } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

/** The card's figure once it is worked out, as a table. */
async function staffed(page) {
  await page.click("[data-do=staff]");
  // Beside a figure of before it is offered to be asked anew.
  await page.waitForSelector(".staffing:not(:has([data-do=staff])) figure", { timeout: 120_000 });
  return page.locator(".staffing figcaption").innerText();
}

test("the card says where the roster is short, draws it and gives the numbers as a table", async () => {
  const { page, problems, close } = await site.visit(small());
  await fingerprint(page);
  await reaches(page, "done");
  await openEverything(page);
  const said = await staffed(page);
  assert.match(said, /80%.*20 秒/s);
  assert.ok((await page.locator(".staffing svg path, .staffing svg line").count()) > 3, "a drawing");
  // The same in words for whoever doesn't see drawings.
  await page.keyboard.press("t");
  await page.waitForSelector(".staffing table");
  const head = await page.locator(".staffing th").allInnerTexts();
  assert.ok(head.length >= 7, String(head));
  const rows = await page.locator(".staffing tbody tr").count();
  assert.ok(rows >= 16 && rows <= 48, `${rows} half-hours`);
  assert.deepEqual(problems, []);
  await close();
});

test("after a change the card says that its numbers are of before, and works them out anew", async () => {
  const { page, problems, close } = await site.visit(small());
  await fingerprint(page);
  await reaches(page, "done");
  await openEverything(page);
  const before = await staffed(page);
  await page.locator('[data-path="demand.calls_per_day"] input:not([type=range])').first().fill("1070");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".staffing:has(figure) [data-do=staff]");
  assert.equal(await page.locator(".staffing figcaption").innerText(), before);
  assert.notEqual(await staffed(page), before);
  assert.deepEqual(problems, []);
  await close();
});
