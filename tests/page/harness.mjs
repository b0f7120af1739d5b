//! What every browser test needs: the built page on an address, a browser, a fresh visitor.

import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { chromium } from "playwright-core";

/** The folder of the built page. */
export const DIST = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "dist");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
};

/** What a host sends along for a file when it is asked to be quick: names with a hash never change. */
const lasting = (file) => (/[-][0-9a-f]{15,16}[./_]/.test(file) ? "public, max-age=31536000, immutable" : "no-cache");

/**
 * Serves a folder on a free port, as a plain static host does: no special headers, no fallback. With `quick`
 * as a good one does: packed by brotli beforehand, and with how long a file may be kept.
 * `base` is the path the page lives under; it begins and ends with a slash.
 */
export async function startSite({ folder = DIST, base = "/", quick = false } = {}) {
  const packed = quick ? await packedFiles(folder) : new Map();
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url.split("?")[0]);
    const inside = path.startsWith(base) ? path.slice(base.length) || "index.html" : null;
    const file = inside && normalize(join(folder, inside));
    try {
      if (!file?.startsWith(normalize(folder) + sep)) throw new Error("outside");
      const headers = { "content-type": TYPES[extname(file)] ?? "application/octet-stream" };
      if (quick) headers["cache-control"] = lasting(inside);
      const small = packed.get(file);
      if (small) headers["content-encoding"] = "br";
      const body = small ?? (await readFile(file));
      response.writeHead(200, headers);
      response.end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("no such file");
    }
  });
  await new Promise((ready, failed) => server.once("error", failed).listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

/** A copy of the built page that a test may change. */
export async function copyOfSite() {
  const folder = await mkdtemp(join(tmpdir(), "fairfloor-"));
  await cp(DIST, folder, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Every file of a folder as brotli makes it, but for the pages as one file, which are for a disk. */
async function packedFiles(folder) {
  const pack = promisify(brotliCompress);
  const packed = new Map();
  for (const name of await readdir(folder, { recursive: true })) {
    const file = join(folder, name);
    if (/^fairfloor.*\.html$/.test(name) || !(await stat(file)).isFile()) continue;
    packed.set(file, await pack(await readFile(file)));
  }
  return packed;
}

/** The browser that this variable names, or the first of these on PATH, for tests that are started by hand. */
export function findBrowser(variable, names) {
  if (process.env[variable]) return process.env[variable];
  for (const name of names) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // The next one, then.
    }
  }
  throw new Error(`None of ${names.join(", ")} found: set ${variable} to its path.`);
}

export const findChromium = () => findBrowser("CHROME", ["chromium", "chromium-browser", "google-chrome"]);

/** Chromium without its windows; itself, where that isn't there or where CHROME says what to take. */
function findShell() {
  if (process.env.CHROME && !process.env.HEADLESS_SHELL) return findChromium();
  try {
    return findBrowser("HEADLESS_SHELL", ["chromium-headless-shell", "chrome-headless-shell"]);
  } catch {
    return findChromium();
  }
}

/**
 * For visits of seconds: what runs often is compiled a second time, for speed, only once it has run eight times as
 * often as usual. Most tests are over before that pays, and it took a seventh of their time. What is about the
 * bytes of hundreds of years, about speed or the first visit is asked with the browser as people have it.
 */
const BRIEF = ["--js-flags=--wasm-tiering-budget=100000000"];

/** The browser as people have it. */
export const openBrowser = (more = []) => launch(findChromium(), more);

/** The same for visits of seconds. */
export const openBrief = () => openBrowser(BRIEF);

/**
 * For what is about the page alone: the same engine without what a browser has around it, a fifth less work. Nothing
 * is kept there for a visit without a network, as in a browser that can't.
 */
export async function openShell() {
  const browser = await launch(findShell(), BRIEF);
  shells.add(browser);
  return browser;
}

const shells = new WeakSet();

function launch(executablePath, more) {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      // Needed as root, as in containers; nothing but our own page is ever opened.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}

/**
 * What a page complains about on the console, what it throws, and what it fails to load, from now on: a test
 * asks that it stays empty. For pages of Playwright and of Puppeteer, which differ in one word.
 */
export function complaints(page) {
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning", "warn"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`thrown: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A tab gives its icon up when the address changes; that it can be had is asked in smoke.
    if (why === "net::ERR_ABORTED" && /\/favicon-[^/]*$/.test(request.url())) return;
    problems.push(`not loaded: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}

/** A new visitor without history, and what the page complains about; `prepare` is done to both before it is opened. */
export async function visit(browser, url, options = {}) {
  const { locale = "zh-CN", colorScheme = "light", viewport = { width: 1440, height: 900 }, prepare, ...rest } = options;
  const context = await browser.newContext({ locale, colorScheme, viewport, ...rest });
  if (shells.has(browser)) await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  const page = await context.newPage();
  await prepare?.(context, page);
  const problems = complaints(page);
  await page.goto(url, { waitUntil: "load" });
  return { page, context, problems, close: () => context.close() };
}

/** Waits until the run chip says the run is done; false if it doesn't within the time. */
export async function settled(page, timeout = 20_000) {
  try {
    await page.waitForSelector('[data-run-state="done"]', { timeout, state: "attached" });
    return true;
  } catch {
    return false;
  }
}

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe has to say; one line per violation and place. */
async function findings(page, context, runOnly) {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axeSource);
  // Colours pass over into each other; half-way they are of neither theme.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    const passing = document.getAnimations().filter((one) => one instanceof CSSTransition);
    await Promise.allSettled(passing.map((one) => one.finished));
  });
  const options = { runOnly, resultTypes: ["violations"] };
  const { violations } = await page.evaluate(([scope, options]) => window.axe.run(scope, options), [context, options]);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`.trim()),
  );
}

/** WCAG 2.2 up to AA as far as axe can tell. */
export const accessibilityProblems = (page, context = "html") => findings(page, context, WCAG);

/** The same in light and in dark, in which nothing but colours can differ. */
export async function problemsInBothThemes(page, context = "html") {
  const found = [];
  for (const [colorScheme, rules] of [["light", WCAG], ["dark", ["color-contrast"]]]) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await findings(page, context, rules)).map((problem) => `${colorScheme}: ${problem}`));
  }
  return found;
}
