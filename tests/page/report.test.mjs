//! The report stands alone: on the screen, on paper, and with its way back.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { accessibilityProblems } from "./harness.mjs";
import { fingerprint, latinRuns, open, otherFingerprint, pair, reaches, setLever } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

for (const locale of ["zh-CN", "en-US"]) {
  test(`question, answer, numbers, what was changed, how to repeat it; ${locale}`, { timeout: 300_000 }, async () => {
    const { page, problems, close } = await site.visit(pair(), { locale });
    const before = await fingerprint(page);
    await setLever(page, 77);
    await otherFingerprint(page, before);
    await reaches(page, "done");
    await page.click("[data-do=report]");
    await page.waitForSelector(".report .qr-dark");
    assert.match(await page.evaluate(() => location.hash), /^#\/report\?s=/);
    assert.match(await page.locator(".answer").innerText(), /\d/);
    const sections = await page.locator(".report section.card h2").allInnerTexts();
    assert.ok(sections.length >= 6, sections.join(" / "));
    assert.match(await page.locator(".report pre").innerText(), /^fairfloor run seed-erg /);
    assert.match(await page.locator(".report pre").innerText(), /target_per_day=77/);
    const address = await page.locator(".report .address code").innerText();
    assert.equal(address, await page.evaluate(() => location.href));
    if (locale === "zh-CN") assert.deepEqual(await latinRuns(page), []);
    assert.deepEqual(await accessibilityProblems(page), []);
    // On paper there are no buttons and nothing of the frame, and the text is dark on white in any theme.
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await page.locator("button:visible, nav:visible, .rail:visible").count(), 0);
    const [ink, paper] = await page.evaluate(() => {
      const style = getComputedStyle(document.querySelector(".answer"));
      return [style.color, getComputedStyle(document.body).backgroundColor];
    });
    const light = (colour) => colour.match(/\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0) / 3;
    assert.ok(light(ink) < 80, `ink ${ink}`);
    assert.ok(light(paper) > 200 || / 0\)$/.test(paper), `paper ${paper}`);
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 20_000);
    if (process.env.SHOTS) {
      mkdirSync(process.env.SHOTS, { recursive: true });
      writeFileSync(`${process.env.SHOTS}/report-${locale}.pdf`, pdf);
    }
    assert.deepEqual(problems, []);
    await close();
  });
}
