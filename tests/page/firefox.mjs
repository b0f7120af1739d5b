//! Firefox for the browser tests. Playwright drives a Firefox of its own making only; Puppeteer drives the
//! one that people have, over WebDriver BiDi.

import puppeteer from "puppeteer-core";
import { complaints, findBrowser, startSite } from "./harness.mjs";

/** One site and one Firefox that asks for this language; a visitor is new each time. */
export async function openFirefox({ locale = "zh-CN", colorScheme = "light" } = {}) {
  const [site, browser] = await Promise.all([
    startSite(),
    puppeteer.launch({
      browser: "firefox",
      executablePath: findBrowser("FIREFOX", ["firefox-esr", "firefox"]),
      headless: true,
      // A screen's study may take longer than one answer usually does.
      protocolTimeout: 400_000,
      extraPrefsFirefox: {
        "intl.accept_languages": locale,
        "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
      },
    }),
  ]);
  return {
    site,
    browser,
    visit: (hash = "", options) => visit(browser, site.url + hash, options),
    close: () => Promise.all([browser.close(), site.close()]),
  };
}

async function visit(browser, url, { viewport = { width: 1440, height: 900 } } = {}) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const problems = complaints(page);
  await page.setViewport(viewport);
  await page.goto(url, { waitUntil: "load" });
  return { page, context, problems, close: () => context.close() };
}
