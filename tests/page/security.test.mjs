//! What a page that was tricked could not do: run what the build did not put there, or tell anybody anything.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { DIST, openBrief, visit } from "./harness.mjs";
import { fingerprint, open, packed, small } from "./page.mjs";

let site;
let elsewhere;
const heard = [];
before(async () => {
  site = await open(openBrief);
  elsewhere = createServer((request, response) => {
    heard.push(request.url);
    response.setHeader("access-control-allow-origin", "*");
    response.end("heard");
  });
  await new Promise((done) => elsewhere.listen(0, "127.0.0.1", done));
});
after(async () => {
  await site?.close();
  elsewhere?.close();
});

/** Tries something on the page and says which rule of its policy forbade it. */
async function forbids(page, rule, attempt, argument) {
  const broken = page.evaluate(
    () =>
      new Promise((done) => {
        document.addEventListener("securitypolicyviolation", (event) => done(event.effectiveDirective), { once: true });
        setTimeout(() => done("nothing forbade it"), 30_000);
      }),
  );
  await page.evaluate(attempt, argument).catch(() => {});
  assert.match(await broken, rule);
}

// Each part of the product has a policy of its own; the copies in one file need workers out of what is in them.
const PARTS = [
  ["the sandbox", () => site.site.url + small(), true],
  ["the workshop", () => `${site.site.url}workshop.html`, true],
  ["the sandbox in one file", () => pathToFileURL(join(DIST, "fairfloor.html")).href + small(), false],
  ["the workshop in one file", () => pathToFileURL(join(DIST, "fairfloor-workshop.html")).href, false],
];

for (const [part, address, fromFiles] of PARTS) {
  test(`nothing runs that the build did not put there: ${part}`, async () => {
    const { page, close } = await visit(site.browser, address());
    await page.waitForSelector("h1");
    const own = (text) => `window.owned = ${JSON.stringify(text)}`;
    await forbids(page, /^script-src/, (text) => {
      const script = document.createElement("script");
      script.textContent = text;
      document.head.append(script);
    }, own("script"));
    await forbids(page, /^script-src/, (text) => {
      document.body.insertAdjacentHTML("beforeend", `<img src="data:," onerror='${text}'>`);
    }, own("image"));
    await forbids(page, /^script-src/, (text) => {
      const button = document.createElement("button");
      button.setAttribute("onclick", text);
      document.body.append(button);
      button.click();
    }, own("button"));
    // A moment later, as what a test runs itself is free of the policy.
    await forbids(page, /^script-src/, (text) => void setTimeout(() => window.eval(text)), own("eval"));
    await forbids(page, /^script-src/, (text) => void setTimeout(() => new Function(text)()), own("function"));
    await forbids(page, /^script-src/, (text) => void setTimeout(() => setTimeout(text)), own("timeout"));
    await forbids(page, /^object-src/, () => {
      document.body.insertAdjacentHTML("beforeend", '<object data="data:text/html,x"></object>');
    });
    await forbids(page, /^base-uri/, () => {
      const base = document.createElement("base");
      base.href = "http://127.0.0.1:1/";
      document.head.append(base);
    });
    if (fromFiles) {
      await forbids(page, /^worker-src/, () => void new Worker(URL.createObjectURL(new Blob(["0"]))));
    }
    assert.equal(await page.evaluate(() => window.owned), undefined);
    await close();
  });
}

test("nothing can be told to another host", async () => {
  const { page, close } = await site.visit(small());
  await fingerprint(page);
  const host = `http://127.0.0.1:${elsewhere.address().port}`;
  const ways = [
    [/^connect-src/, (url) => fetch(`${url}/fetch?secret`)],
    [/^connect-src/, (url) => navigator.sendBeacon(`${url}/beacon`, "secret")],
    [/^connect-src/, (url) => new WebSocket(url.replace("http", "ws"))],
    [/^img-src/, (url) => { new Image().src = `${url}/image?secret`; }],
    [/^style-src/, (url) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = `${url}/style?secret`;
      document.head.append(link);
    }],
    [/^(frame|child|default)-src/, (url) => {
      const frame = document.createElement("iframe");
      frame.src = `${url}/frame?secret`;
      document.body.append(frame);
    }],
    [/^form-action/, (url) => {
      const form = document.createElement("form");
      form.action = `${url}/form`;
      document.body.append(form);
      form.submit();
    }],
  ];
  for (const [rule, attempt] of ways) await forbids(page, rule, attempt, host);
  assert.deepEqual(heard, []);
  await close();
});

/** Would load and do something if it were markup. */
const MARKUP = "<img src=x onerror=window.owned=1>";

/** Somebody else's words stand on the page as they were written, and are nothing more. */
async function areText(page, selector) {
  await page.locator(selector, { hasText: MARKUP }).first().waitFor();
  assert.equal(await page.locator("img[src=x]").count(), 0);
  assert.equal(await page.evaluate(() => window.owned), undefined);
}

test("a link's own words are never markup", async () => {
  const bad = (screen) => small(screen, { name: MARKUP });
  const { page, context, close } = await site.visit(bad(""));
  await areText(page, ".scenario-chip");
  for (const screen of ["compare", "report"]) {
    await page.evaluate((hash) => (location.hash = hash), bad(screen));
    await areText(page, "main");
  }
  // What another tab was left at is offered by its title.
  await page.evaluate((draft) => localStorage.setItem("fairfloor.drafts", `other ${draft}`), bad("").split("s=")[1]);
  const next = await context.newPage();
  await next.goto(site.site.url);
  await areText(next, ".notice");
  await close();
});

test("a lesson's own words are never markup", async () => {
  const lesson = `w2~${packed({ b: "cliff", t: MARKUP, s: MARKUP })}`;
  for (const [route, shown] of [["", ".where"], ["lead/", ".where"], ["handout/", "h1"]]) {
    const { page, close } = await site.visit(`workshop.html#/${route}${lesson}`);
    await areText(page, shown);
    await close();
  }
});
