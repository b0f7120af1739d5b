//! The same page in Firefox: the command's bits, the first tasks done by mouse in both languages, and every
//! screen and a lesson as far as their first findings, without a complaint on the console.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { answeredOtherwise, nativeFingerprint, YEARS } from "./bits.mjs";
import { openFirefox } from "./firefox.mjs";
import { SMALL_SETS, pair, route, small, smallLesson, warmWeeks } from "./page.mjs";
import { WORDS, highestTarget, surerTarget, there, until, worseOrLuck } from "./tasks.mjs";

/** What a screen has when its first findings are there. */
const FINDINGS = {
  compare: ".compared [data-verdict]",
  sweep: "[data-figure=sweep] .plot circle",
  awards: "[data-screen=awards] [data-figure] svg",
  fair: "[data-screen=fair] table",
  sens: "[data-screen=sens] table",
  people: ".twin-says",
  floor: "figure.floor[data-film=true]",
  calib: ".intake",
  report: "[data-screen=report] table",
};

/** Whether the run chip says this of the first eight replications. */
const first = (fingerprint) => document.querySelector("[data-fingerprint]")?.dataset.fingerprint === fingerprint;

for (const [locale, words] of Object.entries(WORDS)) {
  describe(locale, () => {
    let site;
    before(async () => {
      site = await openFirefox({ locale });
    });
    after(() => site?.close());

    /** A new visitor does this, and nothing is complained about. */
    const visited = (name, timeout, address, body) =>
      test(name, { timeout }, async () => {
        const { page, problems, close } = await site.visit(address);
        assert.equal(await page.evaluate(() => document.documentElement.lang), locale === "zh-CN" ? locale : "en");
        await body(page);
        assert.deepEqual(problems, []);
        await close();
      });

    // In English in a small hall: the default's years are those of one language.
    const [hall, sets] = locale === "zh-CN" ? ["", []] : [small(), SMALL_SETS];
    visited("T1: the highest target is one click; the first eight replications are the command's", 150_000, hall, async (page) => {
      await until(page, first, { about: nativeFingerprint("seed-status-quo", 8, sets) });
      await highestTarget(page, words);
    });
    visited("T2: surer and with a requirement more is three", 300_000, small(), (page) => surerTarget(page, words));
    visited("T3: worse or luck is three", 300_000, warmWeeks(), (page) => worseOrLuck(page, words));
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

    visited("every screen: its first findings, and nothing beside the page", 300_000, pair("sweep"), async (page) => {
      for (const [screen, found] of Object.entries(FINDINGS)) {
        await route(page, screen);
        await there(page, found);
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, screen);
      }
    });

    visited("a lesson: a bet is locked and the years are shown", 150_000, "workshop.html", async (page) => {
      await there(page, "[data-do=try]");
      await page.click("[data-do=try]");
      await there(page, "main[data-page=play] [data-do=lock]");
      // One that is sooner computed.
      await page.evaluate((room) => (location.hash = room), smallLesson().room);
      await until(page, () => /一间小诊所/.test(document.querySelector("main").innerText));
      await there(page, "main[data-page=play] [data-do=lock]");
      await page.click("[data-do=lock]");
      await there(page, "[data-do=reveal]:not([disabled])");
      await page.click("[data-do=reveal]");
      await there(page, ".result .year");
    });

    for (const [what, scenarios] of YEARS) {
      visited(`a year of ${what} comes out the same to the byte`, 240_000, small(), async (page) => {
        assert.deepEqual(await page.evaluate(answeredOtherwise, scenarios()), []);
      });
    }
  });
}
