//! What goes wrong is said, mended, and changes nothing else: workers, fields, files.

import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { copyOfSite, startSite } from "./harness.mjs";
import {
  choosePreset,
  fingerprint,
  keepWorkers,
  lever,
  loseWorkers,
  notices,
  open,
  otherFingerprint,
  reaches,
  setLever,
  small,
  weeks,
} from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

test("a worker that fails in the middle of a run is replaced and the result is the same", async () => {
  const calm = await site.visit();
  await reaches(calm.page, "done");
  const expected = await calm.page.getAttribute("[data-run-state]", "data-fingerprint-all");
  await calm.close();
  const context = await site.browser.newContext({ locale: "zh-CN" });
  await keepWorkers(context);
  const page = await context.newPage();
  await page.goto(site.site.url);
  await fingerprint(page);
  await page.evaluate(loseWorkers, 1);
  // Notices go after a while, on a busy machine before the run is done: it is awaited first.
  await page.locator(".notice", { hasText: "后台引擎中断，已重启" }).waitFor();
  await reaches(page, "done");
  assert.equal(await page.getAttribute("[data-run-state]", "data-fingerprint-all"), expected);
  await context.close();
});

test("a worker that falls silent is replaced after its time", { timeout: 90_000 }, async () => {
  const context = await site.browser.newContext({ locale: "zh-CN" });
  await keepWorkers(context);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(site.site.url);
  await fingerprint(page);
  const before = await page.evaluate(() => {
    for (const worker of window.made) worker.terminate();
    return window.made.length;
  });
  await page.clock.fastForward("00:30");
  await reaches(page, "done", 60_000);
  assert.ok((await page.evaluate(() => window.made.length)) > before);
  await context.close();
});

/**
 * The same WebAssembly with room for no more than so many pages of 64 KiB: its memory section, the fifth, which
 * states where it begins and no end, is given one.
 */
function withMemory(wasm, pages) {
  let at = 8;
  const number = () => {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = wasm[at++];
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  for (;;) {
    const from = at;
    const section = wasm[at++];
    const end = number() + at;
    if (section === 5) {
      const [memories, hasEnd, begins] = wasm.subarray(at, end);
      assert.deepEqual([memories, hasEnd], [1, 0]);
      assert.ok(begins < pages && pages < 128);
      return Buffer.concat([wasm.subarray(0, from), Buffer.from([5, 4, 1, 1, begins, pages]), wasm.subarray(end)]);
    }
    at = end;
  }
}

test("workers that run out of memory are said, and what they have room for still runs", { timeout: 90_000 }, async (t) => {
  const copy = await copyOfSite();
  t.after(copy.remove);
  const worker = (await readdir(copy.folder, { recursive: true })).find((name) => name.endsWith("worker_bg.wasm"));
  const file = join(copy.folder, worker);
  // Enough for twelve people; 225 and their calls don't fit.
  await writeFile(file, withMemory(await readFile(file), 40));
  const tight = await startSite({ folder: copy.folder });
  t.after(tight.close);
  const context = await site.browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(tight.url + small());
  const before = await fingerprint(page);
  await reaches(page, "done");
  await choosePreset(page, "seed-whole");
  await reaches(page, "error");
  assert.match((await notices(page)).join(), /后台引擎中断/);
  await page.click("[data-do=undo]");
  await page.getByRole("button", { name: "重启引擎", exact: true }).click();
  await reaches(page, "done");
  assert.equal(await fingerprint(page), before);
  await context.close();
});

test("a tab that slept for an hour goes on, and a clock set back changes nothing", { timeout: 120_000 }, async () => {
  const all = (page) => page.getAttribute("[data-run-state]", "data-fingerprint-all");
  /** Two targets after the first result, with something between a run and its end, and before the next. */
  const twoTargets = async (page, inTheMiddle, between) => {
    const results = [await fingerprint(page)];
    for (const [target, happens] of [[77, inTheMiddle], [66, null]]) {
      await setLever(page, target);
      await reaches(page, "running");
      await happens?.();
      await otherFingerprint(page, results.at(-1));
      await reaches(page, "done", 60_000);
      results.push(await fingerprint(page), await all(page));
      await between();
    }
    return results;
  };
  const awake = await site.visit(weeks());
  const expected = await twoTargets(awake.page, null, () => {});
  await awake.close();
  const context = await site.browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.clock.install({ time: "2026-03-02T09:00:00" });
  await page.goto(site.site.url + weeks());
  // In the middle of a run, as a laptop's lid does it.
  const lid = () => page.clock.fastForward("01:00:00");
  const found = await twoTargets(page, lid, () => page.clock.setSystemTime("2026-03-02T07:00:00"));
  assert.deepEqual(found, expected);
  await context.close();
});

test("sixty values in a row leave the workers well", { timeout: 120_000 }, async () => {
  const { page, problems, close } = await site.visit(small());
  await fingerprint(page);
  for (let value = 40; value < 100; value++) {
    await setLever(page, value);
    await page.waitForTimeout(80);
  }
  await setLever(page, 77);
  await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("77 通"), null, { timeout: 60_000 });
  await reaches(page, "done");
  assert.doesNotMatch((await notices(page)).join(), /引擎/);
  assert.deepEqual(problems, []);
  await close();
});

for (const [typed, why] of [
  ["NaN", /日接听目标.*数字|日接听目标/],
  ["abc", /日接听目标：请填一个数字/],
  ["9999", /日接听目标.*500/],
  ["-5", /日接听目标/],
]) {
  test(`«${typed}» in a field is refused with its name, and what was there stays`, async () => {
    const { page, problems, close } = await site.visit(small());
    const before = await fingerprint(page);
    const value = await lever(page);
    await page.locator(".is-lever .number").fill(typed);
    await page.keyboard.press("Tab");
    assert.match(await page.locator(".is-lever .field-problem").innerText(), why);
    assert.equal(await lever(page), value);
    assert.equal(await fingerprint(page), before);
    assert.deepEqual(problems, []);
    await close();
  });
}

test("parameters that exclude each other are said at the field and the old result stays", async () => {
  const { page, close } = await site.visit(small());
  await reaches(page, "done");
  await page.click("#group-demand >> xpath=.. >> .group-toggle");
  const box = page.locator('.rail [data-path="calendar.closes_hour"] .number');
  await box.fill("5");
  await page.keyboard.press("Tab");
  await reaches(page, "error");
  assert.match(await page.locator(".trouble").innerText(), /停止接入时刻/);
  assert.equal(await page.locator(".plot .median").count(), 2);
  await page.click("[data-do=undo]");
  await reaches(page, "done");
  assert.equal(await page.locator(".trouble").count(), 0);
  await close();
});

/** Drops a file on the page as a person does. */
async function drop(page, name, bytes) {
  await page.evaluate(
    ([name, bytes]) => {
      const data = new DataTransfer();
      const body = typeof bytes === "number" ? new Uint8Array(bytes) : new Uint8Array(bytes);
      data.items.add(new File([body], name, { type: "text/csv" }));
      const send = (type) =>
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      send("dragover");
      send("drop");
    },
    [name, bytes],
  );
}

const csv = (rows) => [...Buffer.from(["date,interval_start,offered", ...rows].join("\n"))];
const days = ["2024-03-04", "2024-03-05", "2024-03-06", "2024-03-07", "2024-03-08"];
const good = days.flatMap((day) => ["09:00", "09:30", "10:00"].map((at) => `${day},${at},50`));

test("a dropped file replaces the demand and lists its bad rows by line", async () => {
  const { page, problems, close } = await site.visit();
  await fingerprint(page);
  await drop(page, "calls.csv", csv([...good, "2024-03-11,09:00,many"]));
  await page.waitForSelector(".notice .line");
  const said = (await notices(page)).join("\n");
  assert.match(said, /17/, said);
  await page.click("[data-do=only-changed]");
  const changed = await page.locator(".changes [data-path]").evaluateAll((all) => all.map((e) => e.dataset.path));
  assert.ok(changed.includes("demand.calls_per_day"), String(changed));
  assert.ok(changed.every((path) => path.startsWith("demand.") || path.startsWith("calendar.")), String(changed));
  await reaches(page, "done");
  await page.click("[data-do=undo]");
  assert.equal(await page.locator(".changes [data-path]").count(), 0);
  assert.deepEqual(problems, []);
  await close();
});

test("files that are too large or no text are refused and change nothing", async () => {
  const { page, problems, close } = await site.visit(small());
  const before = await fingerprint(page);
  await drop(page, "big.csv", 100_000_001);
  await page.waitForSelector(".notice.is-problem");
  assert.match((await notices(page)).join(), /100 MB/);
  await drop(page, "nothing.csv", []);
  await page.waitForFunction(() => document.querySelectorAll(".notice.is-problem").length === 2);
  await drop(page, "picture.png", [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]);
  await page.waitForFunction(() => document.querySelectorAll(".notice.is-problem").length === 3);
  assert.equal(await fingerprint(page), before);
  assert.deepEqual(problems, []);
  await close();
});
