//! What goes wrong is said, mended, and changes nothing else: workers, fields, files.

import assert from "node:assert/strict";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { nativeFingerprint } from "./bits.mjs";
import { copyOfSite, startSite, visit } from "./harness.mjs";
import {
  becomes,
  choosePreset,
  clinic,
  fingerprint,
  gone,
  heldAtFirst,
  holdAt,
  keepWorkers,
  letGo,
  lever,
  loseWorkers,
  notices,
  open,
  openEverything,
  otherFingerprint,
  reaches,
  setLever,
  small,
  SMALL_SETS,
  TARGET,
  year,
} from "./page.mjs";

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

/** The fingerprint of the whole run. */
const whole = (page) => page.getAttribute("[data-run-state]", "data-fingerprint-all");
/** What comes out where nothing happens, as the command says it; with a target, or the small hall's. */
const calmly = (replications = 64, target = null) =>
  nativeFingerprint("seed-status-quo", replications, [...SMALL_SETS, ...(target ? ["--set", `${TARGET}=${target}`] : [])]);
/** How many workers the page has had. */
const made = (page) => page.evaluate(() => window.made.length);

test("a worker that fails in the middle of a run is replaced and the result is the same", async () => {
  const expected = calmly();
  const { page, close } = await site.visit(small(), { prepare: heldAtFirst });
  await fingerprint(page);
  await page.evaluate(loseWorkers, 1);
  // Notices go after a while, on a busy machine before the run is done: it is awaited first.
  await page.locator(".notice", { hasText: "后台引擎中断，已重启" }).waitFor();
  await reaches(page, "running");
  await letGo(page);
  await reaches(page, "done");
  assert.equal(await whole(page), expected);
  await close();
});

/** For visits whose workers are kept and whose clock is the test's. */
async function ownClock(context, page) {
  await keepWorkers(context);
  await page.clock.install();
}

test("a worker that falls silent is replaced after its time, and the result is the same", async () => {
  const expected = calmly();
  const { page, close } = await site.visit(small(), {
    prepare: async (context, page) => {
      await heldAtFirst(context);
      await page.clock.install();
    },
  });
  await fingerprint(page);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await page.evaluate(() => window.made.forEach((worker) => worker.terminate()));
  const before = await made(page);
  // Twenty seconds it may be silent, some of which may have passed since it was asked.
  await page.clock.runFor(10_000);
  assert.equal(await made(page), before, "not yet");
  await page.clock.runFor(12_000);
  assert.ok((await made(page)) > before);
  assert.equal(await page.getAttribute("[data-run-state]", "data-run-state"), "running");
  await letGo(page);
  await page.clock.resume();
  await reaches(page, "done");
  assert.equal(await whole(page), expected);
  await close();
});

test("the search for people may be silent for three minutes", async () => {
  const { page, close } = await site.visit(small(), { prepare: ownClock });
  await reaches(page, "done");
  await openEverything(page);
  await holdAt(page, "body");
  await page.click("[data-do=staff]");
  await gone(page, "[data-do=staff]");
  const before = await made(page);
  await page.clock.runFor("02:32");
  assert.equal(await made(page), before, "not yet");
  await page.clock.runFor("00:30");
  await becomes(() => made(page), before + 1);
  // It is asked again where somebody asks.
  await letGo(page);
  await page.click("[data-do=staff]");
  await page.waitForSelector(".staffing figure", { timeout: 150_000 });
  await close();
});

test("the hall's recorder is replaced when it breaks and when it falls silent", { timeout: 300_000 }, async () => {
  const { page, problems, close } = await site.visit(year("floor"), { prepare: ownClock });
  await reaches(page, "done");
  const filmed = (day) => page.waitForSelector(`figure.floor[data-day="${day}"][data-film=true]`, { timeout: 120_000 });
  const go = (day) => page.locator("#floor-year").fill(String(day));
  const recorders = () => page.evaluate(() => window.made.filter((one) => /recorder/.test(one.address)).length);
  /** Ends the last one, with a word or without. */
  const end = (said) =>
    page.evaluate((said) => {
      const last = window.made.findLast((one) => /recorder/.test(one.address));
      last.terminate();
      if (said) last.dispatchEvent(new ErrorEvent("error", { message: "lost", cancelable: true }));
    }, said);
  await filmed(0);
  await end(true);
  await becomes(recorders, 2);
  await go(100);
  await filmed(100);
  await end(false);
  await go(200);
  await page.waitForSelector('figure.floor[data-day="200"]');
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await page.clock.runFor("01:47");
  assert.equal(await recorders(), 2, "not yet");
  await page.clock.runFor("00:17");
  assert.equal(await recorders(), 3);
  await page.clock.resume();
  await filmed(200);
  // The seventh in a row isn't replaced: it is said, and a press begins anew.
  const again = page.locator("[data-do=retry]");
  assert.equal(await again.count(), 0);
  assert.deepEqual(await notices(page), []);
  for (let lost = 1; lost <= 6; lost++) {
    await end(true);
    await becomes(recorders, 3 + lost);
  }
  await end(true);
  await again.waitFor();
  assert.equal(await recorders(), 9);
  await again.click();
  await becomes(recorders, 10);
  await filmed(200);
  assert.deepEqual(problems, []);
  await close();
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

test("workers that run out of memory are said, and what they have room for still runs", { timeout: 300_000 }, async (t) => {
  const copy = await copyOfSite();
  t.after(copy.remove);
  const worker = (await readdir(copy.folder, { recursive: true })).find((name) => name.endsWith("worker_bg.wasm"));
  const file = join(copy.folder, worker);
  // Enough for eight people; 225 and their calls don't fit.
  await writeFile(file, withMemory(await readFile(file), 40));
  const tight = await startSite({ folder: copy.folder });
  t.after(tight.close);
  const { page, close } = await visit(site.browser, tight.url + small(), { prepare: keepWorkers });
  const before = await fingerprint(page);
  await reaches(page, "done");
  const first = await made(page);
  await choosePreset(page, "seed-whole");
  // Notices go after a while: it is awaited first.
  await page.locator(".notice", { hasText: "后台引擎中断" }).first().waitFor();
  await reaches(page, "error");
  assert.equal(await made(page), first + 6, "the seventh that is lost in a row isn't replaced");
  await page.click("[data-do=undo]");
  await page.getByRole("button", { name: "重启引擎", exact: true }).click();
  await reaches(page, "done");
  assert.equal(await fingerprint(page), before);
  await close();
});

test("a tab that slept for an hour goes on, and a clock set back changes nothing", { timeout: 300_000 }, async () => {
  const { page, close } = await site.visit(small(), {
    prepare: async (context, page) => {
      await keepWorkers(context);
      await page.clock.install({ time: "2026-03-02T09:00:00" });
    },
  });
  const found = [await fingerprint(page)];
  for (const target of [77, 66]) {
    await holdAt(page, "[data-run-state=running]");
    await setLever(page, target);
    await reaches(page, "running");
    // In the middle of a run, as a laptop's lid does it.
    if (target === 77) await page.clock.fastForward("01:00:00");
    await letGo(page);
    await otherFingerprint(page, found.at(-1));
    await reaches(page, "done");
    found.push(await fingerprint(page), await whole(page));
    await page.clock.setSystemTime("2026-03-02T07:00:00");
  }
  assert.deepEqual(found, [calmly(8), calmly(8, 77), calmly(64, 77), calmly(8, 66), calmly(64, 66)]);
  await close();
});

test("sixty values in a row leave the workers well", { timeout: 300_000 }, async () => {
  const { page, problems, close } = await site.visit(small());
  await fingerprint(page);
  // Notices go after a while.
  await page.evaluate(() => {
    window.said = new Set();
    const note = () => document.querySelectorAll(".notice").forEach((one) => window.said.add(one.innerText));
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true });
  });
  for (let value = 40; value < 100; value++) {
    await setLever(page, value);
    await page.waitForTimeout(80);
  }
  await setLever(page, 77);
  await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("77 通"), null, { timeout: 60_000 });
  await reaches(page, "done");
  assert.doesNotMatch(await page.evaluate(() => [...window.said].join()), /引擎/);
  assert.deepEqual(problems, []);
  await close();
});

test("what a field can't take is refused with its name, and what was there stays", async () => {
  const { page, problems, close } = await site.visit(small());
  const before = await fingerprint(page);
  const value = await lever(page);
  for (const [typed, why] of [
    ["NaN", /日接听目标.*有限的数.*0 到 500/],
    ["abc", /日接听目标：请填一个数字/],
    ["9999", /日接听目标.*9999.*0 到 500/],
    ["-5", /日接听目标.*-5.*0 到 500/],
  ]) {
    await page.locator(".is-lever .number").fill(typed);
    await page.keyboard.press("Tab");
    await becomes(async () => why.test(await page.locator(".is-lever .field-problem").innerText()), true);
    assert.equal(await lever(page), value);
    assert.equal(await fingerprint(page), before);
  }
  assert.deepEqual(problems, []);
  await close();
});

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
  await gone(page, ".trouble");
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
  const { page, problems, close } = await site.visit(clinic());
  const before = await fingerprint(page);
  await drop(page, "calls.csv", csv([...good, "2024-03-11,09:00,many"]));
  await page.waitForSelector(".notice .line");
  const said = (await notices(page)).join("\n");
  assert.match(said, /17/, said);
  await page.click("[data-do=only-changed]");
  await page.waitForSelector('.changes [data-path="demand.calls_per_day"]');
  const changed = await page.locator(".changes [data-path]").evaluateAll((all) => all.map((e) => e.dataset.path));
  assert.ok(changed.includes("demand.calls_per_day"), String(changed));
  assert.ok(changed.every((path) => path.startsWith("demand.") || path.startsWith("calendar.")), String(changed));
  await otherFingerprint(page, before);
  await page.click("[data-do=undo]");
  await gone(page, ".changes [data-path]");
  assert.deepEqual(problems, []);
  await close();
});

test("a reader of files that breaks is said, what is on the page stays, and the next file has another", async () => {
  const { page, problems, close } = await site.visit(small(), { prepare: keepWorkers });
  await reaches(page, "done");
  const before = await fingerprint(page);
  await holdAt(page, "body");
  await drop(page, "calls.csv", csv(good));
  const readers = () => page.evaluate(() => window.made.filter((one) => /reader/.test(one.address)).length);
  await becomes(readers, 1);
  await page.evaluate(() => {
    const reader = window.made.find((one) => /reader/.test(one.address));
    reader.dispatchEvent(new ErrorEvent("error", { message: "lost", cancelable: true }));
  });
  await page.locator(".notice.is-problem", { hasText: /读取文件[\s\S]*lost/ }).waitFor();
  assert.equal(await fingerprint(page), before);
  await letGo(page);
  await drop(page, "calls.csv", csv(good));
  await otherFingerprint(page, before);
  assert.equal(await readers(), 2);
  assert.deepEqual(problems, []);
  await close();
});

test("files that are too large or no text are refused and change nothing", async () => {
  const { page, problems, close } = await site.visit(small());
  const before = await fingerprint(page);
  await drop(page, "big.csv", 100_000_001);
  const refused = (why) => page.locator(".notice.is-problem", { hasText: why }).waitFor();
  await refused(/100 MB.*请/);
  await drop(page, "nothing.csv", []);
  await refused(/空的.*请/);
  await drop(page, "picture.png", [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]);
  await refused(/读不出文字.*请/);
  assert.equal(await fingerprint(page), before);
  assert.deepEqual(problems, []);
  await close();
});
