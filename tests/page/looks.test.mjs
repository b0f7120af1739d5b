//! How the screens look, against pictures that somebody has looked at: tests/page/looks/.
//!
//! UPDATE=1 node --test tests/page/looks.test.mjs takes them anew; look at every one that changed before it
//! is committed. The engine gives the same bits everywhere, so figures and sentences are the same; what may
//! differ is how a browser draws letters. Tolerance: three pixels in a thousand may differ by more than a
//! tenth in colour, which is less than a line of text at its wrong place. Pictures are a half or a third of the size. Where the
//! fonts are others than those of the pictures, nothing can be compared and the test says so.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import { openBrief } from "./harness.mjs";
import { choosePreset, fingerprint, inLanguage, open, otherFingerprint, reaches } from "./page.mjs";

const FOLDER = fileURLToPath(new URL("looks/", import.meta.url));
const UPDATE = process.env.UPDATE === "1";
const ALLOWED = 0.003;
const THEMES = ["light", "dark"];

let site;
before(async () => {
  site = await open(openBrief);
  if (UPDATE) await mkdir(FOLDER, { recursive: true });
});
after(() => site?.close());

/** What to see: how to get there from the screen before. */
const SCENES = [
  ["overview", async (page) => reaches(page, "done")],
  ["drawer", async (page) => {
    await page.click(".is-lever .field-tools .icon-button:last-child");
    await page.waitForSelector(".drawer");
  }],
  ["changed", async (page) => {
    await page.keyboard.press("Escape");
    const before = await fingerprint(page);
    await choosePreset(page, "seed-erg");
    await otherFingerprint(page, before);
    await reaches(page, "done");
  }],
  ["report", async (page) => {
    await page.evaluate(() => (location.hash = "#/report"));
    await page.waitForSelector(".report .qr");
  }],
  ["calibrate", async (page) => {
    await page.evaluate(() => (location.hash = "#/calib"));
    await page.waitForSelector(".intake");
  }],
  ["people", async (page) => {
    await page.evaluate(() => (location.hash = "#/people"));
    await page.waitForSelector(".person", { timeout: 120_000 });
    await reaches(page, "done");
  }],
  ["compare", async (page) => {
    await page.evaluate(() => (location.hash = "#/compare"));
    await page.waitForSelector(".compared[data-complete]", { timeout: 120_000 });
  }],
  ["help", async (page) => {
    await page.keyboard.press("?");
    await page.waitForSelector(".help");
  }],
];

/** The fonts that letters are drawn with, by how wide a line of each kind becomes. */
const fonts = (page) =>
  page.evaluate(() => {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = `100px ${getComputedStyle(document.body).fontFamily}`;
    return ["客服激励沙盘", "Fairfloor Quit", "0123456789"].map((text) => Math.round(pen.measureText(text).width));
  });

/** The picture on the screen, each square of `by` pixels one: enough to see what moved, little to keep. */
async function shrunk(page, by) {
  const whole = PNG.sync.read(await page.screenshot({ animations: "disabled", caret: "hide" }));
  const small = new PNG({ width: Math.floor(whole.width / by), height: Math.floor(whole.height / by) });
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      for (let c = 0; c < 4; c++) {
        let sum = 0;
        for (let k = 0; k < by * by; k++) {
          sum += whole.data[((by * y + Math.floor(k / by)) * whole.width + by * x + (k % by)) * 4 + c];
        }
        small.data[(y * small.width + x) * 4 + c] = sum / (by * by);
      }
    }
  }
  return small;
}

/** Share of pixels that differ from the kept picture; 1 where it has another size. */
async function differing(name, seen) {
  const kept = PNG.sync.read(await readFile(`${FOLDER}${name}.png`));
  if (kept.width !== seen.width || kept.height !== seen.height) return 1;
  const { width, height } = seen;
  return pixelmatch(kept.data, seen.data, null, width, height, { threshold: 0.1 }) / (width * height);
}

async function look(page, name, by) {
  const wrong = [];
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.waitForTimeout(150);
    const seen = await shrunk(page, by);
    const file = `${name}-${colorScheme}`;
    if (UPDATE) {
      await writeFile(`${FOLDER}${file}.png`, PNG.sync.write(seen, { deflateLevel: 9, colorType: 2 }));
      continue;
    }
    const share = await differing(file, seen);
    if (share > ALLOWED) {
      const where = `${FOLDER}${file}.seen.png`;
      await writeFile(where, PNG.sync.write(seen));
      wrong.push(`${file}: ${(100 * share).toFixed(2)} % of the pixels differ; see ${where}`);
    }
  }
  return wrong;
}

/** Whether letters are drawn with the fonts of the pictures. */
async function sameFonts(page, language) {
  const ruler = `${FOLDER}fonts-${language}.json`;
  const found = JSON.stringify(await fonts(page));
  if (UPDATE) await writeFile(ruler, found);
  return existsSync(ruler) && (await readFile(ruler, "utf8")) === found;
}

/** On a phone the parameters are behind a button, and keys are not at hand. */
const ON_A_PHONE = SCENES.filter(([name]) => !["drawer", "changed", "help"].includes(name));

test("the screens look as they did in both languages, on a phone and on a desk", { timeout: 600_000 }, async (t) => {
  const { page, problems, close } = await site.visit("", { viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await reaches(page, "done");
  const languages = [];
  for (const lang of ["en", "zh-CN"]) {
    await inLanguage(page, lang);
    if (await sameFonts(page, lang.slice(0, 2))) languages.unshift(lang);
    else t.diagnostic(`${lang}: other fonts than those of the pictures`);
  }
  if (languages.length < 2) t.skip("other fonts than those of the pictures, in one language or both");
  const wrong = [];
  for (const [width, height, by, scenes] of [[390, 844, 2, ON_A_PHONE], [1440, 900, 3, SCENES]]) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => (location.hash = "#/"));
    await page.waitForSelector("[data-screen=''] .tile");
    for (const [name, arrive] of languages.length ? scenes : []) {
      await arrive(page);
      for (const lang of languages) {
        await inLanguage(page, lang);
        await page.evaluate(() => scrollTo(0, 0));
        wrong.push(...(await look(page, `${name}-${width}-${lang.slice(0, 2)}`, by)));
      }
    }
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(problems, []);
  await close();
});
