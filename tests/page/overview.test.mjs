//! The overview lives: a lever that changes it, undo, language, theme, stop.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { becomes, choosePreset, differs, fingerprint, headline, heldAtFirst, inLanguage, latinRuns, letGo, lever, leverStands, open, openEverything, otherFingerprint, reaches, setLever, settles, small } from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

test("the lever changes the result, undo brings it back with a name, redo again", async () => {
  const { page, problems, close } = await site.visit(small());
  const before = await fingerprint(page);
  const start = await lever(page);
  await setLever(page, 60);
  const after = await otherFingerprint(page, before);
  await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("60 通"));
  assert.notEqual(after, before);
  await page.click("[data-do=undo]");
  await page.locator(".notice", { hasText: new RegExp(`撤销：日接听目标 60→${start}|撤销：日接听目标 ${start}→60`) }).waitFor();
  await page.waitForFunction((fp) => document.querySelector("[data-run-state]")?.dataset.fingerprint === fp, before);
  assert.equal(await lever(page), start);
  await page.keyboard.press("Shift+Z");
  await page.waitForFunction((fp) => document.querySelector("[data-run-state]")?.dataset.fingerprint === fp, after);
  assert.deepEqual(problems, []);
  await close();
});

test("dragging shows the value at once and keeps the old result until the new one is there", async () => {
  const { page, close } = await site.visit(small());
  await reaches(page, "done");
  const slider = page.locator(".is-lever input[type=range]");
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  // Seen in every frame: a sentence, and a middle in either panel or the lines of the first years.
  await page.evaluate(() => {
    window.least = Infinity;
    const look = () => {
      const sentences = document.querySelectorAll("h1").length;
      const lines = document.querySelectorAll(".plot .median, .plot .one").length;
      window.least = Math.min(window.least, sentences === 1 ? lines : 0);
      requestAnimationFrame(look);
    };
    look();
  });
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) await page.mouse.move(box.x + box.width * (0.5 + i * 0.03), y);
  await becomes(() => page.locator(".is-lever .number").inputValue(), await slider.inputValue());
  await page.waitForSelector('[data-goal="8"]');
  await page.mouse.up();
  await page.waitForSelector('[data-goal="64"][data-run-state="done"]');
  assert.ok((await page.evaluate(() => window.least)) >= 2, "never a blank");
  await close();
});

test("a lever that is let go of where it was taken shows the whole run again", async () => {
  const { page, close } = await site.visit(small());
  await reaches(page, "done");
  const whole = await page.getAttribute("[data-run-state]", "data-fingerprint-all");
  const slider = page.locator(".is-lever input[type=range]");
  await slider.scrollIntoViewIfNeeded();
  const start = await slider.inputValue();
  const box = await slider.boundingBox();
  const at = Number(await slider.evaluate((input) => getComputedStyle(input).getPropertyValue("--at")));
  const [x, y] = [box.x + box.width * at, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 4 });
  assert.notEqual(await slider.inputValue(), start);
  await page.waitForSelector('[data-goal="8"]', { state: "attached" });
  await page.mouse.move(x, y, { steps: 4 });
  assert.equal(await slider.inputValue(), start, "back where it was");
  await page.mouse.up();
  await page.waitForSelector(`[data-goal="64"][data-fingerprint-all="${whole}"]`, { timeout: 20_000, state: "attached" });
  await close();
});

test("a slider that is only passed over changes nothing, off its steps either", async () => {
  const { page, close } = await site.visit(small());
  await reaches(page, "done");
  await openEverything(page);
  const field = page.locator('.rail [data-path="demand.mean_patience_seconds"]');
  const slider = field.locator("input[type=range]");
  // Six hundred seconds, where steps of ten begin at one.
  assert.equal(await field.locator(".number").inputValue(), "600");
  const address = page.url();
  await slider.focus();
  await page.keyboard.press("Tab");
  await slider.dispatchEvent("pointerup");
  // What is let go of is written at once: after the next that is, this would be as well.
  const start = Number(await lever(page));
  await setLever(page, start + 1);
  await differs(() => page.url(), address);
  assert.equal(await field.locator(".number").inputValue(), "600");
  await page.click("[data-do=undo]");
  await leverStands(page, start);
  await becomes(() => page.url(), address);
  await close();
});

test("switching the language keeps everything and leaves no Latin run in Chinese", async () => {
  const { page, problems, close } = await site.visit(small(), { locale: "en-US" });
  await setLever(page, 62);
  await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("target of 62"), null, { timeout: 150_000 });
  await reaches(page, "done");
  const fp = await fingerprint(page);
  assert.equal(await page.getAttribute("html", "lang"), "en");
  await inLanguage(page, "zh-CN");
  assert.match(await headline(page), /^日接听目标 62 通时/);
  assert.equal(await lever(page), "62");
  assert.equal(await fingerprint(page), fp);
  assert.equal(await page.title(), "客服激励沙盘 Fairfloor");
  await openEverything(page);
  assert.deepEqual(await latinRuns(page), []);
  await page.reload();
  await page.waitForSelector("html[lang=zh-CN]");
  assert.deepEqual(problems, []);
  await close();
});

test("a run can be stopped at once and continued", async () => {
  const { page, close } = await site.visit(small(), { prepare: heldAtFirst });
  await fingerprint(page);
  await reaches(page, "running");
  // In frames: how long they take is the machine's.
  const frames = await page.evaluate(async () => {
    const chip = document.querySelector("[data-run-state]");
    chip.click();
    let frame = 0;
    for (; frame < 60 && chip.dataset.runState !== "cancelled"; frame++) await new Promise(requestAnimationFrame);
    return frame;
  });
  assert.ok(frames <= 2, `${frames} frames`);
  await letGo(page);
  // What the workers had in hand is taken; then nothing runs on.
  await settles(() => page.locator("[data-run-state]").innerText());
  assert.equal(await page.getAttribute("[data-run-state]", "data-run-state"), "cancelled");
  await page.click("[data-run-state]");
  await reaches(page, "done");
  await close();
});

test("on request a run goes on to 200", async () => {
  const { page, problems, close } = await site.visit(small());
  await reaches(page, "done");
  await page.locator('[data-run-state=done][data-goal="64"]').click();
  await page.waitForSelector('[data-run-state=done][data-goal="200"]', { timeout: 150_000 });
  assert.match(await page.locator("[data-run-state]").innerText(), /200/);
  assert.deepEqual(problems, []);
  await close();
});

test("another luck is another result, a number that is none is refused, and the first comes back to the bit", async () => {
  const { page, problems, close } = await site.visit(small(), { locale: "en-US" });
  const seen = [await fingerprint(page)];
  const type = async (seed) => {
    await page.fill("#seed", seed);
    await page.keyboard.press("Tab");
  };
  await type("41");
  seen.push(await otherFingerprint(page, seen[0]));
  await page.click(".luck button");
  await becomes(() => page.inputValue("#seed"), "42");
  seen.push(await otherFingerprint(page, seen[1]));
  assert.equal(new Set(seen).size, 3);
  for (const none of ["-1", "1.5", "luck", ""]) {
    await type(none);
    const said = page.locator(".notice.is-problem", { hasText: /whole number from 0/ });
    await said.waitFor();
    await said.locator(".icon-button").click();
    await becomes(() => said.count(), 0);
    assert.equal(await page.inputValue("#seed"), "42", `«${none}» changes nothing`);
  }
  assert.equal(await fingerprint(page), seen[2]);
  await type("1");
  assert.equal(await otherFingerprint(page, seen[2]), seen[0]);
  assert.deepEqual(problems, []);
  await close();
});

test("a preset compares with the baseline under the same luck", async () => {
  const { page, problems, close } = await site.visit();
  await fingerprint(page);
  await choosePreset(page, "seed-erg");
  const verdict = '.differences [data-metric="turnover.annual_rate"] [data-verdict]';
  await page.waitForSelector(`${verdict}:not([data-verdict="too-few"])`, { timeout: 150_000 });
  const row = page.locator('.differences [data-metric="turnover.annual_rate"]');
  assert.match(await row.locator("[data-verdict]").getAttribute("data-verdict"), /^(better|worse|cant-tell)$/);
  assert.ok((await page.locator(".plot .baseline").count()) === 2);
  await page.click('.tab >> text="对比"');
  await page.click("[data-do=all-metrics]");
  await becomes(() => page.locator(".compared tr[data-metric]").count(), 24);
  assert.deepEqual(problems, []);
  await close();
});
