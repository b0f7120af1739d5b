//! Weighs what the first visit loads, compressed as a plain static host does it, against the limit.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const LIMIT = 600_000;
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
// A name in a comment counts too: the sum may be too high, never too low.
const loaded = new Set(["index.html"]);
for (const name of loaded) {
  if (!/\.(html|css|js)$/.test(name)) continue;
  const text = readFileSync(files.get(name), "utf8");
  for (const other of files.keys()) if (text.includes(other)) loaded.add(other);
}

let [raw, gzip, brotli] = [0, 0, 0];
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
}
row("first load", raw, gzip, brotli);
const left = [...files.keys()].filter((name) => !loaded.has(name));
if (left.length) console.log(`Not counted, as nothing of it is named in the above: ${left.join(", ")}`);
// gzip, because more hosts have it than brotli.
console.log(`Limit ${LIMIT / 1000} kB gzip: ${gzip <= LIMIT ? "kept" : "EXCEEDED"}.`);
process.exitCode = gzip <= LIMIT ? 0 : 1;
