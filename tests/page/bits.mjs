//! What every browser must answer to the bit: replications as the command sums them up, and a year of every built-in
//! scenario and of random ones as the native library answers it.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
const TARGET = join(HERE, "..", "..", "target");

/** What a program that Cargo built prints. */
function said(program, build, words) {
  if (!existsSync(program)) throw new Error(`no ${program}: ${build}`);
  return execFileSync(program, words, { encoding: "utf8", maxBuffer: 1 << 28 });
}

function command(...words) {
  const program = process.env.FAIRFLOOR_BIN ?? join(TARGET, "release", "fairfloor");
  return said(program, "cargo build --release --bin fairfloor", words);
}

/** The built-in scenarios by their ids. */
const presets = () =>
  command("presets")
    .split("\n")
    .map((line) => line.trim().split(/\s+/)[0])
    .filter((id) => /^[a-z][a-z0-9-]+$/.test(id));

/** The command's fingerprint of a built-in scenario, moved by these words of `--set`: of the first eight replications,
 * which the page says first, or of more, as it says at the end. */
export const nativeFingerprint = (id, replications = 8, sets = []) =>
  JSON.parse(command("run", id, ...sets, "--replications", String(replications), "--seed", "1", "--format", "json")).fingerprint;

/** What the page would ask of its worker about these, and what must be answered: `presets`, or how many random ones. */
function asks(word) {
  // `cargo test` builds it.
  const program = process.env.FAIRFLOOR_ASKS ?? join(TARGET, "debug", "examples", "asks");
  return said(program, "cargo build --example asks", [word]).trim().split("\n").map(JSON.parse);
}

/** A year of every built-in scenario. */
function builtInScenarios() {
  const scenarios = asks("presets");
  assert.deepEqual(scenarios.map(({ name }) => name), presets());
  return scenarios;
}

/** So many random scenarios. */
function randomScenarios(count) {
  const scenarios = asks(String(count));
  assert.equal(scenarios.length, count);
  const list = scenarios.map(({ name, fingerprint }) => `${name} ${fingerprint}\n`).join("");
  assert.equal(list, readFileSync(join(HERE, "..", "it", "scenarios.txt"), "utf8"));
  return scenarios;
}

const COUNT = 200;

/** What a year of comes out the same to the byte in every browser, and how to have it. */
export const YEARS = [
  ["every built-in scenario", builtInScenarios],
  [`${COUNT} random scenarios`, () => randomScenarios(COUNT)],
];

/** Runs in the page: asks a worker of its own, and says the names of those that it answers with other bytes. */
export async function answeredOtherwise(scenarios) {
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
  for (const { name, prepare, replicate, answer } of scenarios) {
    const heard = next();
    worker.postMessage(bytes(prepare));
    worker.postMessage(bytes(replicate));
    const found = await heard;
    const expected = bytes(answer);
    if (found.length !== expected.length || found.some((byte, at) => byte !== expected[at])) wrong.push(name);
  }
  worker.terminate();
  return wrong;
}
