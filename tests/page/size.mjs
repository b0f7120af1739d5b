//! Weighs what the first visit loads, compressed by brotli and by gzip, against what it may weigh.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

// In brotli, which every browser asks for and most hosts give; gzip stands beside it for the others.
// The first load and the code in it, that is WebAssembly with its glue: what is hoped for; of the code,
// what must never be passed.
const WHOLE = 550_000;
const CODE = 450_000;
const CODE_AT_MOST = 600_000;
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const DIST = join(ROOT, "dist");
// What was packed before need not be packed again: the same contents weigh the same.
const KNOWN = join(ROOT, "target", "weights.json");

const files = new Map();
(function walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else files.set(entry.name, path);
  }
})(DIST);

// The first load is index.html and, again and again, every file named in what is loaded already.
// A name in a comment counts too: the sum may be too high, never too low. What the page starts only when
// somebody does something is weighed by itself at the end. The workshop and the pages to read are pages of
// their own: named as the argument, one is weighed in the first page's place.
const PARTS = ["hall", "centre", "recorder", "reader"];
const LATER = [...PARTS.map((name) => `${name}_loader.js`), "index.html", "workshop.html", "centres.html", "centres.zh-CN.html", "fairfloor.html", "fairfloor-workshop.html"];
const weighed = process.argv[2] ?? "index.html";
const loaded = new Set([weighed]);
for (const name of loaded) {
  // The service worker names what it keeps for later, after the first result.
  if (!/\.(html|css|js)$/.test(name) || name === "sw.js") continue;
  const text = readFileSync(files.get(name), "utf8");
  for (const other of files.keys()) if (text.includes(other) && !LATER.includes(other)) loaded.add(other);
}

let known = {};
try {
  known = JSON.parse(readFileSync(KNOWN, "utf8"));
} catch {
  // Not there, or cut short: all is packed.
}
const weighedNow = {};

/** A file's size as it is, by gzip and by brotli. Many are packed at a time. */
const weigh = async (name) => {
  const body = readFileSync(files.get(name));
  const contents = `${process.version} ${createHash("sha256").update(body).digest("hex")}`;
  const pack = async () => {
    const [small, smaller] = await Promise.all([promisify(gzip)(body, { level: 9 }), promisify(brotliCompress)(body)]);
    return [body.length, small.length, smaller.length];
  };
  return (weighedNow[contents] = known[contents] ?? (await pack()));
};
const partly = PARTS.map((part) => Promise.all([`${part}.js`, `${part}_bg.wasm`].map(weigh)));
const weights = await Promise.all([...loaded].map(async (name) => [name, await weigh(name)]));
await Promise.all(partly);
mkdirSync(dirname(KNOWN), { recursive: true });
writeFileSync(KNOWN, JSON.stringify(weighedNow));

const sums = [0, 0, 0];
let code = 0;
const row = (name, ...sizes) =>
  console.log(name.padEnd(44) + sizes.map((size) => (size / 1000).toFixed(1).padStart(9)).join(""));
console.log("kB".padEnd(44) + ["raw", "gzip", "brotli"].map((word) => word.padStart(9)).join(""));
for (const [name, sizes] of weights) {
  row(relative(DIST, files.get(name)).split(sep).join("/"), ...sizes);
  sizes.forEach((size, at) => (sums[at] += size));
  if (/\.(wasm|js)$/.test(name)) code += sizes[2];
}
row("first load", ...sums);
const left = [...files.keys()].filter((name) => !loaded.has(name));
if (left.length) console.log(`Not counted, as nothing of it is named in the above: ${left.join(", ")}`);
for (const [at, part] of PARTS.entries()) {
  const [glue, program] = await partly[at];
  console.log(`Fetched with the first use, ${part}: ${(glue[2] / 1000 + program[2] / 1000).toFixed(1)} kB brotli.`);
}
const kept = (what, size, limit) => {
  const over = size > limit;
  console.log(`${what}: ${(size / 1000).toFixed(1)} of ${limit / 1000} kB brotli${over ? ", EXCEEDED" : ""}.`);
  return !over;
};
kept("First load, hoped for", sums[2], WHOLE);
kept("WebAssembly and glue, hoped for", code, CODE);
process.exitCode = kept("WebAssembly and glue, at most", code, CODE_AT_MOST) ? 0 : 1;
