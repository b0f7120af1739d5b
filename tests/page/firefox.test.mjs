//! The same page in Firefox: the command's bits, and the first tasks done by mouse in both languages, without
//! a complaint on the console.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answeredOtherwise, nativeFingerprint, presets, randomScenarios } from "./bits.mjs";
import { openFirefox } from "./firefox.mjs";
import { WORDS, highestTarget, surerTarget, there, worseOrLuck } from "./tasks.mjs";

const COUNT = 200;

for (const [locale, words] of Object.entries(WORDS)) {
  describe(locale, () => {
    let site;
    before(async () => {
      site = await openFirefox({ locale });
    });
    after(() => site?.close());

    /** A new visitor does this, and nothing is complained about. */
    const visited = (name, timeout, body) =>
      test(name, { timeout }, async () => {
        const { page, problems, close } = await site.visit();
        assert.equal(await page.evaluate(() => document.documentElement.lang), locale === "zh-CN" ? locale : "en");
        await body(page);
        assert.deepEqual(problems, []);
        await close();
      });

    visited("T1: the highest target is one click", 150_000, (page) => highestTarget(page, words));
    visited("T2: surer and with a requirement more is three", 300_000, (page) => surerTarget(page, words));
    visited("T3: worse or luck is three", 300_000, (page) => worseOrLuck(page, words));
    if (locale !== "zh-CN") return;

    test("a complaint would be heard", { timeout: 30_000 }, async () => {
      const { page, problems, close } = await site.visit();
      await page.evaluate(() => {
        console.warn("careful");
        setTimeout(() => {
          throw new Error("thrown later");
        });
      });
      const end = Date.now() + 10_000;
      while (problems.length < 2 && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
      assert.match(problems.join(), /careful/);
      assert.match(problems.join(), /thrown later/);
      await close();
    });

    for (const id of presets()) {
      visited(`${id}: eight replications are those of the command`, 120_000, async (page) => {
        const native = nativeFingerprint(id);
        await there(page, '[data-run-state="running"]');
        if ((await page.$eval("#preset", (list) => list.value)) !== id) {
          // The default needn't be finished first.
          await page.click("[data-run-state]");
          await page.select("#preset", id);
        }
        await there(page, "[data-fingerprint]");
        assert.equal(await page.$eval("[data-fingerprint]", (chip) => chip.dataset.fingerprint), native);
      });
    }

    visited(`${COUNT} random scenarios come out the same to the byte`, 240_000, async (page) => {
      assert.deepEqual(await page.evaluate(answeredOtherwise, randomScenarios(COUNT)), []);
    });
  });
}
