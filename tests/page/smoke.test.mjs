//! The built page opens at a root and below a path, finds its worker, and has nothing to complain of.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibilityProblems, openBrief, startSite, visit } from "./harness.mjs";
import { fingerprint, heldAtFirst } from "./page.mjs";

let browser;
before(async () => {
  browser = await openBrief();
});
after(() => browser?.close());

/** Opens the page below a path, runs the body, and cleans up whatever happens. */
async function at(base, options, body) {
  const site = await startSite({ base });
  try {
    const visitor = await visit(browser, site.url, options);
    try {
      await body(visitor, site);
    } finally {
      await visitor.close();
    }
  } finally {
    await site.close();
  }
}

for (const base of ["/", "/some/sub-path/"]) {
  test(`opens below ${base} without a complaint`, () =>
    at(base, {}, async ({ page, problems }) => {
      // Trunk tells when the page's WebAssembly has started.
      await page.waitForFunction(() => performance.getEntriesByType("resource").some((e) => e.name.endsWith(".wasm")));
      await page.waitForLoadState("networkidle");
      assert.match(await page.title(), /Fairfloor/);
      assert.deepEqual(problems, []);
    }));

  test(`finds its favicon and its worker below ${base}`, () =>
    at(base, {}, async ({ page, problems }) => {
      const icon = await page.evaluate(async () => {
        const answer = await fetch(document.querySelector('link[rel~="icon"]').href);
        return [answer.status, answer.headers.get("content-type")];
      });
      assert.deepEqual(icon, [200, "image/svg+xml"]);

      const address = await page.getAttribute('meta[name="fairfloor-worker"]', "content");
      assert.match(address, /^\.\/worker-[0-9a-f]{16}\/worker_loader\.js$/, "a new worker must have a new address");
      const loaded = await page.evaluate(async (relative) => {
        const base = new URL(relative, document.baseURI);
        const worker = new Worker(base, { type: "module" });
        // It says so when it is up.
        const how = await new Promise((tell) => {
          worker.onmessage = () => tell("up");
          worker.onerror = (event) => tell(event.message || "error");
          setTimeout(tell, 30_000, "silent");
        });
        worker.terminate();
        return how;
      }, address);
      assert.equal(loaded, "up");
      assert.deepEqual(problems, []);
    }));
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe has nothing to say in ${colorScheme}`, () =>
    at("/", { colorScheme, prepare: heldAtFirst }, async ({ page }) => {
      await fingerprint(page);
      assert.deepEqual(await accessibilityProblems(page), []);
    }));
}
