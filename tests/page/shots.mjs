//! Pictures of the built page for people to look at: node tests/page/shots.mjs OUTDIR [ROUTE...]

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser, settled, startSite, visit } from "./harness.mjs";

const [folder, ...routes] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node tests/page/shots.mjs OUTDIR [ROUTE...]   a route is what follows #/, e.g. compare");
  process.exit(2);
}
await mkdir(folder, { recursive: true });

const site = await startSite();
const browser = await openBrowser();
try {
  for (const route of routes.length ? routes : [""]) {
    for (const locale of ["zh-CN", "en-US"]) {
      for (const colorScheme of ["light", "dark"]) {
        for (const width of [1440, 1024, 390]) {
          const options = { locale, colorScheme, viewport: { width, height: width < 700 ? 844 : 900 } };
          const address = route ? `${site.url}#/${route}` : site.url;
          const { page, problems, close } = await visit(browser, address, options);
          const done = await settled(page);
          const screen = route.split("?")[0].replaceAll("/", "-") || "overview";
          const name = `${screen}-${width}-${colorScheme}-${locale.slice(0, 2)}.png`;
          await page.screenshot({ path: join(folder, name), fullPage: true });
          console.log([name, done ? "" : "(run not done)", ...problems].filter(Boolean).join("  "));
          await close();
        }
      }
    }
  }
} finally {
  await browser.close();
  await site.close();
}
