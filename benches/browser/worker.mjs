//! The engine in a Chromium worker against the command: milliseconds a simulated year, in one run.
//!
//! node benches/browser/worker.mjs [--rounds N] [--years N]
//! Needs what the browser tests need: `cargo xtask test` brings it, and builds dist/ and the command.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DIST, openBrowser, startSite } from "../../tests/page/harness.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const command = process.env.FAIRFLOOR_BIN ?? join(root, "target", "release", "fairfloor");
const dist = process.env.FAIRFLOOR_DIST ?? DIST;
for (const [path, remedy] of [
  [command, "cargo build --release --bin fairfloor"],
  [join(dist, "index.html"), "cargo xtask build"],
]) {
  if (!existsSync(path)) throw new Error(`no ${path}: ${remedy}`);
}

const after = (name, otherwise) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const rounds = Number(after("--rounds", 7));
const years = Number(after("--years", 8));
// The scenario that the page begins with.
const preset = "seed-status-quo";

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds on the processor of the browser's worker threads so far; null where the system doesn't tell. */
function workerBusy() {
  let sum = null;
  for (const pid of numbers("/proc")) {
    for (const thread of numbers(`/proc/${pid}/task`)) {
      const folder = `/proc/${pid}/task/${thread}`;
      try {
        if (!readFileSync(`${folder}/comm`, "utf8").startsWith("DedicatedWorker")) continue;
        sum = (sum ?? 0) + Number(readFileSync(`${folder}/schedstat`, "utf8").split(" ")[0]) / 1e6;
      } catch {
        // It ended meanwhile.
      }
    }
  }
  return sum;
}

function numbers(folder) {
  try {
    return readdirSync(folder).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Milliseconds a year by the command on one thread: what more years take, so that starting doesn't count. */
function native() {
  const busy = (count) => {
    const run = `TIMEFORMAT='%U %S'; time "${command}" run ${preset} --replications ${count} --threads 1 --seed 1 > /dev/null 2>&1`;
    const said = execFileSync("bash", ["-c", `{ ${run}; } 2>&1`], { encoding: "utf8" });
    const [user, system] = said.trim().split(/\s+/).map(Number);
    return 1000 * (user + system);
  };
  return (busy(years + 2) - busy(2)) / years;
}

// Postcard by hand: whole numbers seven bits at a time.
const whole = (value) => {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) + 128);
  }
};
const replicate = (key, number) => [1, ...key, ...whole(1), ...whole(number)];

/** What the page itself sends to have its first scenario prepared: 0, the key, the plan. */
async function prepared(browser, url) {
  const page = await (await browser.newContext()).newPage();
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      const bytes = new Uint8Array(message.buffer ?? message);
      if (!window.prepare && bytes[0] === 0) window.prepare = [...bytes];
      return post.call(this, message, ...rest);
    };
  });
  await page.goto(url);
  await page.waitForFunction(() => window.prepare, null, { timeout: 60_000 });
  const bytes = await page.evaluate(() => window.prepare);
  await page.close();
  const key = bytes.slice(1, 2 + bytes.slice(1).findIndex((byte) => byte < 128));
  return { bytes, key };
}

const site = await startSite({ folder: dist });
const browser = await openBrowser();
try {
  const page = await (await browser.newContext()).newPage();
  const address = /name="?fairfloor-worker"? content="?([^"\s>]+)/.exec(
    readFileSync(join(dist, "index.html"), "utf8"),
  )?.[1];
  if (!address) throw new Error("index.html names no worker");
  const prepare = await prepared(browser, site.url);
  // A page of the same origin with nothing on it, so that nothing else runs.
  await page.goto(`${site.url}${address.replace(/^\.\//, "")}`);
  await page.evaluate(async (address) => {
    window.worker = new Worker(new URL(address, location.href), { type: "module" });
    window.answer = () =>
      new Promise((done, failed) => {
        window.worker.onmessage = ({ data }) => done(new Uint8Array(data)[0]);
        window.worker.onerror = (event) => failed(new Error(event.message));
      });
    await window.answer();
  }, `${site.url}${address.replace(/^\.\//, "")}`);
  const send = (bytes, waits) =>
    page.evaluate(
      async ([bytes, waits]) => {
        const answered = waits && window.answer();
        window.worker.postMessage(new Uint8Array(bytes));
        return waits ? await answered : 1;
      },
      [bytes, waits],
    );
  await send(prepare.bytes, false);
  const inWorker = async () => {
    const [busyBefore, wallBefore] = [workerBusy(), performance.now()];
    for (let number = 0; number < years; number++) {
      if ((await send(replicate(prepare.key, number), true)) !== 1) throw new Error("the worker failed");
    }
    const [busyAfter, wallAfter] = [workerBusy(), performance.now()];
    const known = busyBefore !== null && busyAfter !== null;
    return (known ? busyAfter - busyBefore : wallAfter - wallBefore) / years;
  };
  // The optimising compiler takes over while the first years run.
  await inWorker();
  await inWorker();
  const found = [];
  for (let round = 0; round < rounds; round++) found.push([native(), await inWorker()]);
  const say = (name, values) => {
    const [low, high] = [Math.min(...values), Math.max(...values)].map((v) => v.toFixed(1));
    console.log(`${name.padEnd(44)} ${median(values).toFixed(1).padStart(8)}   ${low}–${high}`);
  };
  console.log(`ms a year of ${preset}, on the processor`.padEnd(47), "median   lowest–highest");
  say("command, one thread", found.map((f) => f[0]));
  say(`worker in Chromium ${browser.version()}`, found.map((f) => f[1]));
  console.log(`worker ÷ command, median of rounds: ${median(found.map(([n, w]) => w / n)).toFixed(2)}`);
} finally {
  await browser.close();
  await site.close();
}
