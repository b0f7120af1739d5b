//! docs/measured.md, which more than one program writes: each its own part, the other stays.

import { readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../../docs/measured.md", import.meta.url));
const CHANGES = fileURLToPath(new URL("../../CHANGELOG.md", import.meta.url));
/** Where the first part ends and the second begins. */
const SECOND = "\n## Lighthouse\n";

/** How much else ran here when the program began; what it starts itself comes later. */
const [busy] = loadavg();

/** By which results the program is known that was measured: the golden list's hash, which a test holds CHANGELOG.md to. */
const results = async () => (await readFile(CHANGES, "utf8")).match(/`tests\/it\/golden\.txt` is `([0-9a-f]{16})`/)[1];

/** When, on what and with which results; times from a machine that did something else are too long, and say so. */
export async function here() {
  const place = `${new Date().toISOString().slice(0, 10)}, results ${await results()}, ${cpus().length} cores (${cpus()[0].model.trim()}), Chromium headless.`;
  return busy < 1 ? place : `${place} The machine was busy (load ${busy.toFixed(1)} before the first visit): times are too long.`;
}

/** A table; every row is a list of cells. */
export const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");

/** Writes what somebody waits for, or what Lighthouse says; both are Markdown without a heading. */
export async function write({ waits, lighthouse }) {
  const [first, second] = (await readFile(FILE, "utf8").catch(() => "")).split(SECOND);
  const title = "# Measured\n\nWritten by `cargo xtask measure`; no figure is typed by hand.";
  const top = waits ? `${title} ${waits}\n` : first;
  const bottom = lighthouse ? `\n${lighthouse}\n` : second;
  await writeFile(FILE, bottom ? `${top}${SECOND}${bottom}` : top);
  console.log("docs/measured.md is written.");
}
