//! A centre's own months on the page: from files to a profile in four clicks, columns and units corrected by hand
//! and remembered, a fit that is stopped and goes on, and the command's bits.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { accessibilityProblems } from "./harness.mjs";
import { becomes, fingerprint, gone, holdAt, inLanguage, keepWorkers, latinRuns, letGo, open, small, SMALL_SETS, tabTo } from "./page.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const command = process.env.FAIRFLOOR_BIN ?? join(here, "..", "..", "target", "release", "fairfloor");
if (!existsSync(command)) throw new Error(`no ${command}: cargo build --release --bin fairfloor`);
const run = (...args) => execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

const SLOW = { timeout: 300_000 };
/** What the form offers least. */
const DRAWS = 300;
/** Twelve people seen for eight months, written by the command: fewer win no award. */
const SMALL = ["--set", "workforce.headcount=12", "--set", "demand.calls_per_day=950"];

let site;
let folder;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "fairfloor-own-"));
  run("calibrate", "seed-status-quo", ...SMALL, "--example", folder, "--months", "8", "--seed", "3");
  site = await open();
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site?.close();
});

const THREE = ["people", "kpi", "awards"];
const DRAWN = ["--draws", String(DRAWS), "--seed", "1"];
let known;
/** What the command makes of the three files, as the page is to make it: the profile's text. */
function commandsProfile() {
  if (known) return known;
  const files = THREE.flatMap((name) => [`--${name}`, join(folder, `${name}.csv`)]);
  const save = join(folder, "profile.json");
  run("calibrate", "seed-status-quo", ...SMALL_SETS, ...files, ...DRAWN, "--save", save);
  known = readFileSync(save, "utf8");
  return known;
}

const example = (...names) => names.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

/** Drops files on the page as a person does. */
const drop = (page, files) =>
  page.evaluate((files) => {
    const data = new DataTransfer();
    for (const { name, text } of files) data.items.add(new File([text], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
  }, files);

const visit = async (hash = "", options = {}) => {
  const visited = await site.visit(hash, options);
  await fingerprint(visited.page);
  return visited;
};

/** The screen with these files taken in, ready for the smallest fit. */
async function takes(page, names) {
  await page.waitForSelector(".intake");
  await drop(page, example(...names.map((name) => `${name}.csv`)));
  for (const name of names) await page.waitForSelector(`[data-sheet="${name}.csv"]`);
  await page.selectOption("#draws", String(DRAWS));
}

/** By how many pixels the screen is wider than its place. */
const tooWide = (page) =>
  page.evaluate(() => {
    const main = document.querySelector("main");
    return main.scrollWidth - main.clientWidth;
  });

/** Clicks and counts. */
const counting = (page) => {
  const count = { clicks: 0 };
  return [count, (selector) => (count.clicks++, page.click(selector))];
};

const sheet = (page, name) => page.locator(`[data-sheet="${name}"]`);
const fits = (page, state, timeout = 240_000) => page.waitForSelector(`[data-fit=${state}]`, { timeout });
const saved = async (page, selector) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(selector)]);
  return readFileSync(await download.path(), "utf8");
};

test("T11: dropped, confirmed, fitted, used: four clicks; the profile is the command's, bit for bit", SLOW, async () => {
  const { page, problems, close } = await visit(small());
  const [count, click] = counting(page);
  await click(".tabs >> text=校准");
  await page.waitForSelector(".intake");
  count.clicks++;
  // What it is given is told to nobody: all that it asks for is files of its own.
  const asked = [];
  page.on("request", (request) => {
    const own = request.url().startsWith(site.site.url) && !request.url().includes("?");
    const local = /^(data|blob):/.test(request.url());
    if (request.method() !== "GET" || request.postData() !== null || !(own || local)) asked.push(request.url());
  });
  await drop(page, example("people.csv", "kpi.csv", "awards.csv"));
  for (const [name, kind] of [["people.csv", "people"], ["kpi.csv", "kpi"], ["awards.csv", "awards"]]) {
    await page.waitForSelector(`[data-sheet="${name}"][data-kind=${kind}]`);
  }
  assert.match(await sheet(page, "people.csv").innerText(), /8 行，2024-01 至 2024-08，没有问题/);
  // Three hundred centres, so that the test needs no minutes; a person takes what stands there.
  await page.selectOption("#draws", String(DRAWS));
  await click("[data-do=fit]");
  await page.waitForSelector("[data-fit-first]", { timeout: 60_000 });
  assert.equal(await page.locator("[data-figure=constants] svg").count(), 1, "drawn before it is done");
  await fits(page, "done");
  assert.equal(await page.getAttribute("[data-fit]", "data-fit-rows"), String(DRAWS));
  assert.match(await page.locator("h1").innerText(), /7 个月的数据，在 17 个行为常数中能说明 \d+ 个/);
  assert.match(await page.locator("[data-figure=constants]").innerText(), /数据说明不了/);
  for (const id of ["own-leavers", "own-calls", "own-talk", "own-score"]) {
    assert.match(await page.locator(`[data-figure=${id}] h2`).innerText(), /留作检验的 1 个月里，[01] 个在区间内/);
  }
  const profile = await saved(page, "[data-do=save-profile]");
  const changed = () => page.locator("[data-do=only-changed]").innerText();
  const before = await changed();
  assert.equal(profile, commandsProfile());
  await click("[data-do=use-profile]");
  assert.equal(count.clicks, 4);
  await page.waitForSelector("[data-said]");
  // In the scenario stand the medians of what the data speak of and the draws, and nothing else is changed.
  const told = JSON.parse(profile).constants.filter((known) => known.told);
  assert.ok(told.length > 0);
  await becomes(changed, before.replace(/\d+/, (count) => Number(count) + told.length + 1));
  await page.waitForFunction(() => /轮流取用校准留下的 64 组，17 个常数/.test(document.querySelector("main")?.innerText));
  await page.keyboard.press("z");
  await becomes(changed, before);
  assert.deepEqual(asked, []);
  // What the files call their columns is theirs.
  const theirs = example("people.csv", "kpi.csv", "awards.csv").flatMap(({ text }) => text.replace("\ufeff", "").split("\n")[0].split(","));
  const foreign = (await latinRuns(page)).filter((run) => !theirs.includes(run) && !/csv$/.test(run));
  assert.deepEqual(foreign, []);
  assert.deepEqual(problems, []);
  await close();
});

test("T11 by keyboard in English: chosen, fitted, used", SLOW, async () => {
  const { page, problems, close } = await visit(small(), { locale: "en-US" });
  await page.evaluate(() => addEventListener("pointerdown", () => console.error("a pointer was used"), true));
  await tabTo(page, ".tab", { text: "Calibrate" });
  await page.keyboard.press("Enter");
  await page.waitForSelector(".intake");
  // The browser's own window for files; what is chosen there no page can do. It is caught only some time
  // after one has begun to listen, and a key is quick.
  const coming = page.waitForEvent("filechooser");
  await tabTo(page, "input[type=file][multiple]");
  await page.keyboard.press("Enter");
  const chooser = await coming;
  await chooser.setFiles(["people", "kpi", "awards"].map((name) => join(folder, `${name}.csv`)));
  for (const [name, kind] of [["people.csv", "people"], ["kpi.csv", "kpi"], ["awards.csv", "awards"]]) {
    await page.waitForSelector(`[data-sheet="${name}"][data-kind=${kind}]`);
  }
  await tabTo(page, "#draws");
  await page.keyboard.press("Home");
  assert.equal(await page.locator("#draws").inputValue(), String(DRAWS));
  await tabTo(page, "[data-do=fit]");
  await page.keyboard.press("Enter");
  await fits(page, "done");
  assert.match(await page.locator("h1").innerText(), /speak of \d+ of 17 behavioural constants/);
  await tabTo(page, "[data-do=use-profile]");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-said]");
  assert.deepEqual(problems, []);
  await close();
});

test("a hand corrects columns, names are dropped, and the same headers are taken so again", SLOW, async () => {
  const { page, problems, close } = await visit(small("calib"), { locale: "en-US" });
  await page.waitForSelector(".intake");
  const text = "wann,wer,姓名,wieviel\n2024-01,A1,张三,900\n2024-02,A1,张三,x\n2024-03,A1,李四,910\n";
  await drop(page, [{ name: "foreign.csv", text }]);
  const card = sheet(page, "foreign.csv");
  await card.waitFor();
  assert.equal(await card.getAttribute("data-kind"), "none");
  assert.equal(await page.locator("[data-do=fit]").count(), 0, "nothing to be fitted yet");
  await card.locator("[data-do=kind]").selectOption({ index: 2 });
  await card.locator("[role=alert]").waitFor();
  for (const [place, name] of [["0", "month *"], ["1", "agent *"], ["3", "calls *"]]) {
    await card.locator(`[data-column="${place}"]`).selectOption({ label: name });
  }
  assert.equal(await card.locator("[data-column='2']").count(), 0, "a name can't be taken for anything");
  assert.match(await card.innerText(), /Says who somebody is: dropped/);
  assert.ok(!(await page.content()).includes("张三"));
  const wrong = await card.locator(".findings tbody tr").first().innerText();
  assert.match(wrong, /3\s+calls\s+“x” is no number; write digits only/);
  await page.waitForSelector("[data-do=fit]");
  await page.reload();
  await page.waitForSelector(".intake");
  await drop(page, [{ name: "next year.csv", text }]);
  await page.waitForSelector('[data-sheet="next year.csv"][data-kind=kpi]');
  assert.equal(await page.locator("[data-column='3']").inputValue(), "calls *");
  // Wiped is wiped, the memory too.
  await page.click("[data-do=wipe]");
  await gone(page, "[data-sheet]");
  assert.equal(await page.evaluate(() => localStorage.getItem("fairfloor.columns")), null);
  await drop(page, [{ name: "foreign.csv", text }]);
  await page.waitForSelector('[data-sheet="foreign.csv"][data-kind=none]');
  assert.deepEqual(problems, []);
  await close();
});

for (const [locale, said] of [["zh-CN", { guessed: "自动判断为：秒", minutes: "分钟", five: "1 到 5 分", unknown: "判断不出，不采用", guess: "自动判断", hand: /“平均通话时长”整列按分钟读取，是手工指定的/ }], ["en-US", { guessed: "Guessed: seconds", minutes: "minutes", five: "points from 1 to 5", unknown: "Can’t be told: not used", guess: "Let it be guessed", hand: /All of mean_talk_seconds was taken as minutes, as set by hand/ }]]) {
  test(`a unit that was guessed is corrected: read so at once, said, and remembered; ${locale}`, SLOW, async () => {
    const { page, problems, close } = await visit(small("calib"), { locale });
    await page.waitForSelector(".intake");
    // Long calls noted in minutes: as seconds they are believed.
    const text = "month,agent,calls,talk,csat\n2024-01,A1,90,38,4.5\n2024-02,A1,90,42,4.1\n2024-03,A1,90,40,4.3\n";
    await drop(page, [{ name: "kpi.csv", text }]);
    const card = sheet(page, "kpi.csv");
    const [talk, rating] = ["3", "4"].map((place) => card.locator(`[data-unit="${place}"]`));
    await talk.waitFor();
    assert.equal(await card.locator("[data-unit]").count(), 2, "only where it could be another");
    const first = (select) => select.locator("option").first().innerText();
    assert.equal(await first(talk), said.guessed);
    assert.equal(await first(rating), said.unknown);
    const median = card.locator("[data-median='3']");
    assert.match(await median.innerText(), /40 (秒|s)/);
    assert.equal(await card.locator("[data-median='4']").count(), 0);
    await talk.selectOption({ label: said.minutes });
    await page.waitForFunction(() => /2,?400/.test(document.querySelector("[data-median='3']")?.innerText));
    assert.match(await card.locator(".notes").innerText(), said.hand);
    assert.equal(await first(talk), said.guess);
    await rating.selectOption({ label: said.five });
    await card.locator("[data-median='4']").waitFor();
    assert.match(await card.locator("[data-median='4']").innerText(), /8[23]/);
    for (const [width, colorScheme] of [[1440, "light"], [320, "dark"]]) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await accessibilityProblems(page), [], `${width}`);
      const over = await tooWide(page);
      assert.ok(over <= 0, `${over} px too wide at ${width}`);
    }
    // On a phone, too.
    await page.reload();
    await page.waitForSelector(".intake");
    await drop(page, [{ name: "next year.csv", text }]);
    await page.waitForSelector('[data-sheet="next year.csv"] [data-unit="3"]');
    assert.equal(await page.locator("[data-unit='3']").inputValue(), said.minutes);
    await page.locator("[data-unit='3']").selectOption({ index: 0 });
    await page.waitForFunction(() => /40 (秒|s)/.test(document.querySelector("[data-median='3']")?.innerText));
    assert.deepEqual(problems, []);
    await close();
  });
}

test("a silent worker of a fit is replaced, and the rows are the same", SLOW, async () => {
  const { page, close } = await site.visit(small("calib"), {
    prepare: async (context, page) => {
      await keepWorkers(context);
      await page.clock.install();
    },
  });
  await takes(page, THREE);
  await page.click("[data-do=fit]");
  await page.waitForSelector("[data-fit-first]", { timeout: 60_000 });
  await page.evaluate(() => {
    for (const worker of window.made) worker.terminate();
  });
  await page.clock.runFor("02:08");
  await fits(page, "done");
  assert.equal(await saved(page, "[data-do=save-profile]"), commandsProfile());
  assert.match(await page.locator(".intake [role=alert]").innerText(), /后台引擎中断/);
  await close();
});

/** Asks for a made-up centre, and presses this before it is there: the fit and it don't take each other's workers. */
const insteadOfAnExample = (page, next) =>
  page.evaluate((next) => {
    document.querySelector("[data-do=example]").click();
    document.querySelector(next).click();
  }, next);

test("stopped it keeps the best, goes on, and stays while another screen is open; a profile opens again", SLOW, async () => {
  const { page, problems, close } = await visit(small("calib"), { prepare: keepWorkers });
  await takes(page, ["people", "kpi"]);
  await holdAt(page, "[data-fit-first]");
  await insteadOfAnExample(page, "[data-do=fit]");
  await page.waitForSelector("[data-fit-first]", { timeout: 60_000 });
  assert.equal(await page.locator("[data-do=example]").count(), 0, "not while a fit runs");
  await page.click("[data-do=stop-fit]");
  // What is kept is still held against the data.
  await letGo(page);
  await fits(page, "stopped");
  const kept = Number(await page.getAttribute("[data-fit]", "data-fit-rows"));
  assert.ok(kept >= 40 && kept < DRAWS, String(kept));
  const profile = await saved(page, "[data-do=save-profile]");
  assert.equal(JSON.parse(profile).source.simulated, kept);
  assert.equal(await page.locator("[data-figure=own-leavers] svg").count(), 1);
  await insteadOfAnExample(page, "[data-do=stop-fit]");
  await page.evaluate(() => (location.hash = location.hash.replace("calib", "compare")));
  await page.waitForFunction(() => !document.querySelector(".centre"));
  await page.goBack();
  await fits(page, "done");
  assert.equal(await page.getAttribute("[data-fit]", "data-fit-rows"), String(DRAWS));
  await page.click("[data-do=wipe]");
  await drop(page, [{ name: "own.profile.json", text: profile }]);
  await page.waitForSelector("[data-opened]");
  assert.match(await page.locator("[data-opened]").innerText(), /17 个常数中能说明 \d+ 个/);
  await page.click("[data-do=use-opened]");
  await page.waitForSelector("[data-said]");
  await drop(page, [{ name: "other.json", text: "{}" }]);
  await page.waitForSelector(".intake [role=alert]");
  assert.match(await page.locator(".intake [role=alert]").innerText(), /other\.json：不是校准档案/);
  assert.deepEqual(problems, []);
  await close();
});

test("axe, both languages, no sideways scrolling, on a desk and on phones", SLOW, async () => {
  const { page, problems, close } = await visit(small("calib"));
  // Read and fitted once, looked at in every width and both languages.
  const look = async () => {
    for (const [width, colorScheme] of [[1440, "light"], [390, "dark"], [320, "light"]]) {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ colorScheme });
      for (const language of ["zh-CN", "en"]) {
        await inLanguage(page, language);
        await page.evaluate(() => scrollTo(0, 0));
        assert.deepEqual(await accessibilityProblems(page), [], `${language}, ${width}`);
        const over = await tooWide(page);
        assert.ok(over <= 0, `${over} px too wide, ${language}, ${width}`);
      }
    }
  };
  await takes(page, THREE);
  await look();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.click("[data-do=fit]");
  await page.waitForSelector("[data-fit-first]", { timeout: 60_000 });
  await page.click("[data-do=stop-fit]");
  await fits(page, "stopped");
  await look();
  assert.deepEqual(problems, []);
  await close();
});
