//! What every browser test needs: the built page on an address, a browser, a fresh visitor.

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
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

/**
 * Serves a folder on a free port, as a plain static host does: no special headers, no fallback.
 * `base` is the path the page lives under; it begins and ends with a slash.
 */
export async function startSite({ folder = DIST, base = "/" } = {}) {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(request.url.split("?")[0]);
    const inside = path.startsWith(base) ? path.slice(base.length) || "index.html" : null;
    const file = inside && normalize(join(folder, inside));
    try {
      if (!file?.startsWith(normalize(folder) + sep)) throw new Error("outside");
      const body = await readFile(file);
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
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

/** The browser in CHROME, or the first on PATH, for tests that are started by hand. */
function findChromium() {
  if (process.env.CHROME) return process.env.CHROME;
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    try {
      return execFileSync("which", [name], { encoding: "utf8" }).trim();
    } catch {
      // The next one, then.
    }
  }
  throw new Error("No Chromium found: set CHROME to its path.");
}

export function openBrowser() {
  return chromium.launch({
    executablePath: findChromium(),
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
    ],
  });
}

/**
 * A new visitor without history. `problems` collects what the page complains about on the
 * console, what it throws, and what it fails to load: a test asks that it stays empty.
 */
export async function visit(browser, url, options = {}) {
  const { locale = "zh-CN", colorScheme = "light", viewport = { width: 1440, height: 900 }, ...rest } = options;
  const context = await browser.newContext({ locale, colorScheme, viewport, ...rest });
  const page = await context.newPage();
  const problems = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`thrown: ${error.message}`));
  page.on("requestfailed", (request) => {
    problems.push(`not loaded: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
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

/** WCAG 2.2 up to AA as far as axe can tell; one line per violation and place. */
export async function accessibilityProblems(page, context = "html") {
  if (!(await page.evaluate(() => Boolean(window.axe)))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (scope) =>
      window.axe.run(scope, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        resultTypes: ["violations"],
      }),
    context,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`.trim()),
  );
}
