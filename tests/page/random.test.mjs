//! The built page's worker answers random scenarios with the very bytes of the native library: not the
//! fingerprint alone, everything that came out.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { open } from "./page.mjs";

const here = dirname(fileURLToPath(import.meta.url));
// `cargo test` builds it; it says for each scenario what the page would ask and what must be answered.
const asks = process.env.FAIRFLOOR_ASKS ?? join(here, "..", "..", "target", "debug", "examples", "asks");
if (!existsSync(asks)) throw new Error(`no ${asks}: cargo build --example asks`);
const COUNT = 200;

let site;
before(async () => {
  site = await open();
});
after(() => site?.close());

test(`${COUNT} random scenarios come out the same to the byte`, { timeout: 120_000 }, async () => {
  const lines = execFileSync(asks, [String(COUNT)], { encoding: "utf8", maxBuffer: 1 << 28 });
  const scenarios = lines.trim().split("\n").map(JSON.parse);
  assert.equal(scenarios.length, COUNT);
  const list = scenarios.map(({ number, fingerprint }) => `${number} ${fingerprint}\n`).join("");
  assert.equal(list, readFileSync(join(here, "..", "it", "scenarios.txt"), "utf8"));
  const { page, problems, close } = await site.visit();
  const wrong = await page.evaluate(async (scenarios) => {
    const address = document.querySelector("meta[name=fairfloor-worker]").content;
    const worker = new Worker(address, { type: "module" });
    const next = () =>
      new Promise((heard, failed) => {
        worker.onmessage = (event) => heard(event.data);
        worker.onerror = (event) => failed(new Error(event.message));
      });
    const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
    const wrong = [];
    // It says that it is ready before it is asked.
    await next();
    for (const { number, prepare, replicate, answer } of scenarios) {
      const heard = next();
      worker.postMessage(bytes(prepare));
      worker.postMessage(bytes(replicate));
      const found = await heard;
      const expected = bytes(answer);
      if (found.length !== expected.length || found.some((byte, at) => byte !== expected[at])) wrong.push(number);
    }
    worker.terminate();
    return wrong;
  }, scenarios);
  assert.deepEqual(wrong, []);
  assert.deepEqual(problems, []);
  await close();
});
