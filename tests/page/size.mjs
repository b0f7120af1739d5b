//! Weighs what the first visit loads, compressed by brotli and by gzip, against what it may weigh.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

// In brotli, which every browser asks for and most hosts give; gzip stands beside it for the others.
// The first load and the code in it, that is WebAssembly with its glue: what is hoped for; of the code,
// what must never be passed.
const WHOLE = 550_000;
const CODE = 450_000;
const CODE_AT_MOST = 600_000;
const DIST = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "dist");

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

let [raw, gzip, brotli, code] = [0, 0, 0, 0];
const row = (name, ...sizes) =>
  console.log(name.padEnd(44) + sizes.map((size) => (size / 1000).toFixed(1).padStart(9)).join(""));
console.log("kB".padEnd(44) + ["raw", "gzip", "brotli"].map((word) => word.padStart(9)).join(""));
for (const name of loaded) {
  const body = readFileSync(files.get(name));
  const sizes = [body.length, gzipSync(body, { level: 9 }).length, brotliCompressSync(body).length];
  row(relative(DIST, files.get(name)).split(sep).join("/"), ...sizes);
  raw += sizes[0];
  gzip += sizes[1];
  brotli += sizes[2];
  if (/\.(wasm|js)$/.test(name)) code += sizes[2];
}
row("first load", raw, gzip, brotli);
const left = [...files.keys()].filter((name) => !loaded.has(name));
if (left.length) console.log(`Not counted, as nothing of it is named in the above: ${left.join(", ")}`);
for (const part of PARTS) {
  const names = [`${part}.js`, `${part}_bg.wasm`];
  const sizes = names.map((name) => brotliCompressSync(readFileSync(files.get(name))).length);
  console.log(`Fetched with the first use, ${part}: ${(sizes[0] / 1000 + sizes[1] / 1000).toFixed(1)} kB brotli.`);
}
const kept = (what, size, limit) => {
  const over = size > limit;
  console.log(`${what}: ${(size / 1000).toFixed(1)} of ${limit / 1000} kB brotli${over ? ", EXCEEDED" : ""}.`);
  return !over;
};
kept("First load, hoped for", brotli, WHOLE);
kept("WebAssembly and glue, hoped for", code, CODE);
process.exitCode = kept("WebAssembly and glue, at most", code, CODE_AT_MOST) ? 0 : 1;
