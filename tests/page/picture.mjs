//! The pictures of the README: node tests/page/picture.mjs, after a build. The target is raised by one
//! lever, so that a difference against the baseline is on them.

import { fileURLToPath } from "node:url";
import { openBrowser } from "./harness.mjs";
import { open, reaches, setLever } from "./page.mjs";

const docs = (name) => fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));
const site = await open(openBrowser);
try {
  for (const locale of ["zh-CN", "en-US"]) {
    const options = { locale, colorScheme: "light", viewport: { width: 1280, height: 1180 } };
    const { page, close } = await site.visit("", options);
    await reaches(page, "done");
    await setLever(page, 89);
    await page.waitForFunction(() => document.querySelector("h1")?.innerText.includes("89"));
    await page.waitForTimeout(500);
    await reaches(page, "done");
    await page.waitForTimeout(800);
    await page.screenshot({ path: docs(`overview-${locale.slice(0, 2)}.png`) });
    await close();
  }
} finally {
  await site.close();
}
