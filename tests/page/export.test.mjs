//! Figures as files: drawings that need nothing else, tables that no spreadsheet takes for formulas.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openBrief } from "./harness.mjs";
import { fingerprint, open, reaches, small } from "./page.mjs";

let site;
before(async () => {
  site = await open(openBrief);
});
after(() => site?.close());

async function saved(page, button) {
  const figure = page.locator("[data-figure=year]");
  if (!(await figure.locator(".save-menu:visible").count())) await figure.locator(".save summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), figure.locator(button).click()]);
  return { name: download.suggestedFilename(), body: await readFile(await download.path()) };
}

for (const [locale, word, colorScheme] of [["zh-CN", "周", "light"], ["en-US", "wk", "dark"]]) {
  test(`the year's figure as SVG, PNG and CSV; ${locale} ${colorScheme}`, { timeout: 300_000 }, async () => {
    const { page, problems, close } = await site.visit(small(), { locale, colorScheme, acceptDownloads: true });
    await fingerprint(page);
    await reaches(page, "done");
    const title = await page.locator("[data-figure=year] h2").innerText();

    const svg = await saved(page, "[data-save=svg]");
    assert.equal(svg.name, "fairfloor-year.svg");
    const text = svg.body.toString("utf8");
    assert.ok(text.includes(`<title>${title}</title>`), "has its title");
    assert.ok(text.includes(word) && text.includes("n = 64"), "has its words and its source");
    assert.doesNotMatch(text, /class=|var\(|NaN/, "needs no style sheet");
    const alone = await site.browser.newPage();
    await alone.setContent(text);
    const filled = await alone.evaluate(() => [...document.querySelectorAll("path")].map((path) => path.getAttribute("stroke")));
    assert.ok(filled.some((stroke) => /rgb/.test(stroke)), "has its colours");
    await alone.close();

    const png = await saved(page, "[data-save=png]");
    assert.equal(png.body.subarray(1, 4).toString(), "PNG");
    const [, width] = text.match(/viewBox="0 0 ([\d.]+)/);
    assert.equal(png.body.readUInt32BE(16), Math.floor(Number(width) * 2), "twice as fine");

    const csv = await saved(page, "[data-do=csv]");
    const rows = csv.body.toString("utf8").split("\r\n");
    assert.equal(rows[0][0], "\ufeff");
    assert.equal(rows.length, 14, "a head, 12 weeks, and the end of the last line");
    assert.doesNotMatch(csv.body.toString("utf8"), /(^|,)[=@\t]/m);
    assert.deepEqual(problems, []);
    await close();
  });
}
