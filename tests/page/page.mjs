//! What the page's tests do over and over: open it, read its chip, change a parameter.

import assert from "node:assert/strict";
import { deflateSync, inflateSync } from "node:zlib";
import { openShell, startSite, visit } from "./harness.mjs";

export const TARGET = "appraisal.kpis.call_volume.target_per_day";

/**
 * Most tests ask what is the same in every hall: keys, words, links, notices, layout. They open a small one, of
 * 8 people for 45 with as many calls a head, without a warm-up, and a year of 12 weeks for 50: a twenty-fifth of the
 * default's work, and policies, behaviour and so the sentences are the default's. What is about the default
 * itself, or must be met in the middle of its work, opens the bare address.
 */
const FEW = { workforce: { headcount: 8 }, demand: { calls_per_day: 480 }, calendar: { warmup_months: 0 } };
const WEEKS = { calendar: { working_days_per_year: 60 } };
const SMALL = { ...FEW, calendar: { ...FEW.calendar, ...WEEKS.calendar } };

/** The small hall for the command. */
export const SMALL_SETS = Object.entries(SMALL).flatMap(([group, fields]) =>
  Object.entries(fields).flatMap(([name, value]) => ["--set", `${group}.${name}=${value}`]),
);

/** Something as links carry it. */
export const packed = (content) => deflateSync(JSON.stringify(content)).toString("base64url");

/** What an address carries. */
export const unpacked = (address) => JSON.parse(inflateSync(Buffer.from(address.split("~")[1], "base64url")));

const TODAY = "seed-status-quo";

/** The address of a screen with these scenarios, each a preset and its differences, the open one first, held against A. */
function address(screen, ...scenarios) {
  const v = scenarios.map(([p, d], at) => ({ p, d, l: scenarios.length - 1 - at }));
  return `#/${screen}?s=2~${packed({ v, r: 0, s: 1 })}`;
}

/** The small hall alone, with this difference more. It is held against itself, as the default is. */
export const small = (screen = "", more = {}) => address(screen, [TODAY, { ...SMALL, ...more }]);
/** Its people for a whole year. */
export const year = (screen = "") => address(screen, [TODAY, FEW]);
/** Everybody of the default for the 12 weeks. */
export const weeks = (screen = "") => address(screen, [TODAY, { calendar: SMALL.calendar }]);
/** The same with its warm-up: one difference alone, so that another has room in the name. */
export const warmWeeks = () => address("", [TODAY, WEEKS]);

/** A clinic of eight as it stands: another centre, with a thirteenth of the default's calls. */
export const clinic = () => address("", ["clinic", {}]);

/** Two small halls: B, which is open, under the paper's proposals, and A as it is today. */
export const pair = (screen = "") => address(screen, ["seed-erg", SMALL], [TODAY, SMALL]);

/** Two halls of eight for a whole year, of which B, which is open, moves two levers: of what makes the difference
 * there is little to take apart. */
export function nearPair() {
  const moved = { appraisal: { kpis: { call_volume: { target_per_day: 90 } } }, support: { rest_minutes_per_day: 30 } };
  return address("", [TODAY, { ...FEW, ...moved }], [TODAY, FEW]);
}

/** A lesson of one round about a clinic of eight for 12 weeks, with this difference: a fraction of the ready ones'
 * work. The room's address and the trainer's. */
export function smallLesson(differences = {}) {
  const round = { s: "一间小诊所", q: "会走多少人？", m: "turnover.annual_rate", p: ["clinic", { ...WEEKS, ...differences }] };
  const lesson = `w2~${packed({ b: "cliff", r: [round] })}`;
  return { room: `#/${lesson}`, lead: `#/lead/${lesson}` };
}

/** One site and one browser for a file of tests. */
export async function open(browserOf = openShell) {
  const [site, browser] = await Promise.all([startSite(), browserOf()]);
  return {
    site,
    browser,
    visit: (hash = "", options = {}) => visit(browser, site.url + hash, options),
    close: () => Promise.all([browser.close(), site.close()]),
  };
}

/**
 * A new visitor of the workshop, once the program has drawn its page: what is read right away isn't the still picture
 * before it.
 */
export async function visitWorkshop(browser, url, options = {}) {
  const visited = await visit(browser, url, options);
  await visited.page.waitForSelector("#app main:not(.boot)");
  return visited;
}

/** Keeps the workers of this context's pages where a test can reach them. */
export const keepWorkers = (context) =>
  context.addInitScript(() => {
    const Real = window.Worker;
    window.made = [];
    window.Worker = class extends Real {
      constructor(...args) {
        super(...args);
        this.address = String(args[0]);
        window.made.push(this);
      }

      postMessage(...args) {
        if (window.held) window.held.push(() => super.postMessage(...args));
        else super.postMessage(...args);
      }
    };
  });

/** In the page: as soon as this is there, its workers are asked nothing more. */
const hold = (selector) => {
  const look = () => {
    if (!document.querySelector(selector)) return;
    window.held ??= [];
    watch.disconnect();
  };
  const watch = new MutationObserver(look);
  watch.observe(document, { subtree: true, childList: true, attributes: true });
  look();
};

/**
 * In a page whose workers are kept: as soon as this is on the page, they are asked nothing more until they are let
 * go, and what runs stands in the middle. After twenty seconds they count as silent, and are replaced.
 */
export const holdAt = (page, selector) => page.evaluate(hold, selector);

/** The same from the page's beginning on: its first eight replications are there, and no more are asked for. */
export const heldAtFirst = async (context) => {
  await keepWorkers(context);
  await context.addInitScript(hold, "[data-fingerprint]");
};

/** From the beginning on its workers are asked nothing: for what isn't about results. */
export const heldAtOnce = async (context) => {
  await keepWorkers(context);
  await context.addInitScript(() => (window.held = []));
};

/** Keeps the page for a visit without a network at once: for the first result's sake it waits five seconds. */
export const keepsAtOnce = (context) =>
  context.addInitScript(() => {
    const later = window.setTimeout;
    window.setTimeout = (what, after, ...rest) => later(what, after === 5_000 ? 0 : after, ...rest);
  });

/** Asks them all that was held. */
export const letGo = (page) =>
  page.evaluate(() => {
    const held = window.held ?? [];
    window.held = null;
    for (const ask of held) ask();
  });

/** In a page whose workers are kept: the first so many, or all, end as if they had failed. */
export const loseWorkers = (most) => {
  for (const worker of window.made.slice(0, most ?? window.made.length)) {
    worker.terminate();
    worker.dispatchEvent(new ErrorEvent("error", { message: "lost", cancelable: true }));
  }
};

/** Goes to another screen by its address, all else staying as it is; in any browser. */
export const route = (page, to) => page.evaluate((to) => (location.hash = location.hash.replace(/^#\/[a-z]*/, `#/${to}`)), to);

/** What a page takes at most for what it has to compute; a wait costs nothing when it succeeds. */
const PATIENCE = 150_000;

/** Asks until the answer is the one that is wanted: a page draws after a press was handled, not while. */
export async function becomes(read, wanted, timeout = 30_000) {
  const end = Date.now() + timeout;
  for (;;) {
    try {
      return assert.deepEqual(await read(), wanted);
    } catch (differs) {
      if (Date.now() > end) throw differs;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Waits until the answer is another one. */
export const differs = (read, from) => becomes(async () => (await read()) !== from, true);

/** What it is once it stands still: the same twice, a second apart. */
export async function settles(read, timeout = 20_000) {
  const end = Date.now() + timeout;
  for (let last; ; ) {
    const now = await read();
    if (now === last) return now;
    assert.ok(Date.now() < end, `never stands still: ${now}`);
    last = now;
    await new Promise((done) => setTimeout(done, 1000));
  }
}

/** Waits until nothing matches any more. */
export const gone = (page, selector) => becomes(() => page.locator(selector).count(), 0);

/** Waits until the value that somebody who can't see the drawing hears is one like this, and says it. */
export async function hears(page, selector, pattern) {
  const element = page.locator(selector);
  await becomes(async () => pattern.test(await element.getAttribute("aria-valuetext")), true);
  return element.getAttribute("aria-valuetext");
}

/** Does it, and waits until it stands in the address, and with that in the draft. */
export async function committed(page, act) {
  const before = await page.evaluate(() => location.hash);
  await act();
  await page.waitForFunction((old) => location.hash !== old, before);
  return page.evaluate(() => location.hash);
}

/** Waits for the run chip to be in this state. */
export const reaches = (page, state, timeout = PATIENCE) =>
  page.waitForSelector(`[data-run-state="${state}"]`, { timeout, state: "attached" });

/** Waits until results of the first eight replications are on the page, and says their fingerprint. */
export async function fingerprint(page, timeout = PATIENCE) {
  const chip = await page.waitForSelector("[data-fingerprint]", { timeout, state: "attached" });
  return chip.getAttribute("data-fingerprint");
}

/** Waits until the fingerprint is another one. */
export async function otherFingerprint(page, than, timeout = PATIENCE) {
  await page.waitForFunction(
    (old) => {
      const now = document.querySelector("[data-run-state]")?.getAttribute("data-fingerprint");
      return now && now !== old;
    },
    than,
    { timeout },
  );
  return fingerprint(page);
}

/** The lever under the chart, let go of at this value. */
export async function setLever(page, value) {
  await page.locator(".is-lever input[type=range]").evaluate((input, to) => {
    input.value = String(to);
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }, value);
}

/** The page is there and can be used, with results or without. */
export const usable = (page) => page.waitForSelector(".is-lever input[type=range]");
export const lever = (page) => page.locator(".is-lever input[type=range]").inputValue();
/** The page draws after a key or a step was handled, not while. */
export const leverStands = (page, value) =>
  page.waitForFunction((to) => document.querySelector(".is-lever input[type=range]")?.value === to, String(value));
export const headline = (page) => page.locator("h1").innerText();
export const choosePreset = (page, id) => page.selectOption("#preset", id);
export const notices = (page) => page.locator(".notice").allInnerTexts();

/** The page in the other language, or as it is, with every part of it: some are programs of their own, which hear
 * of it a moment later. */
export async function inLanguage(page, language) {
  if ((await page.getAttribute("html", "lang")) !== language) await page.click("[data-do=language]");
  await page.waitForSelector(`html[lang=${language}]`);
  const english = language === "en";
  await page.waitForFunction((english) => /[a-z]{3}/.test(document.querySelector("h1")?.innerText) === english, english);
}

/** Presses Tab until an element that matches, and says `text` if that is asked, has the focus; a person
 * would do no more than this many. */
export async function tabTo(page, selector, { most = 200, text = null } = {}) {
  const there = ([of, text]) => {
    const now = document.activeElement;
    return now.matches(of) && (text === null || now.innerText.trim() === text);
  };
  for (let k = 0; k < most; k++) {
    if (await page.evaluate(there, [selector, text])) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${selector} ${text ?? ""}`);
}

/** Every group of the rail, in full. */
export async function openEverything(page) {
  for (const closed of [".group-toggle[aria-expanded=false]", ".more[aria-expanded=false]"]) {
    await page.locator(closed).evaluateAll((all) => all.forEach((one) => one.click()));
    await gone(page, closed);
  }
}

/** Text that stands on the page without being shown in this language's writing. */
export async function latinRuns(page) {
  return page.evaluate(() => {
    const allowed =
      /^(fairfloor|english|erlang|erlang-a|erg|kpi|csv|svg|png|pdf|excel|utf|gbk|esc|n|pp|cny|[a-z_]+(\.[a-z_0-9]+)+|[a-z]|\d+)$/i;
    // In what is cited, names stay, and nothing else stays English.
    const names = (text) => (text.match(/\p{Script=Latin}{2,}/gu) ?? []).every((word) => /^\p{Lu}/u.test(word));
    const found = [];
    const walk = (node) => {
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.matches("code, kbd, script, style, [lang=en]")) return;
        for (const name of ["aria-label", "title", "placeholder", "aria-valuetext"]) {
          if (node.hasAttribute(name)) check(node.getAttribute(name));
        }
      }
      if (node.nodeType === Node.TEXT_NODE) check(node.textContent, node.parentElement.closest(".source"));
      node.childNodes.forEach(walk);
    };
    const check = (text, cited) => {
      for (const run of text.match(/[A-Za-z][A-Za-z'’ .&_0-9-]*[A-Za-z]/g) ?? []) {
        const kept = /\d{4}/.test(text) && (!cited || names(text));
        if (!allowed.test(run.trim()) && !kept) found.push(run);
      }
    };
    walk(document.body);
    return found;
  });
}
