//! What Lighthouse says of the built page, beside what was aimed at: node tests/page/lighthouse.mjs [ROUTE...]
//! A route is what follows #/, e.g. sweep; `workshop` is the page of its own. `cargo xtask measure` builds
//! first and asks for every screen. The machine should do nothing else. Writes its part of docs/measured.md;
//! with routes it only prints.

import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findChromium, startSite } from "./harness.mjs";
import { here, table, write } from "./measured.mjs";

const VERSION = "13.5.0";
const PROGRAM = fileURLToPath(new URL("lighthouse/node_modules/lighthouse/cli/index.js", import.meta.url));
if (!existsSync(PROGRAM)) throw new Error("no Lighthouse: cargo xtask measure installs it, or npm ci in tests/page/lighthouse");
const ROUNDS = Number(process.env.ROUNDS ?? 1);
const SCREENS = ["", "floor", "compare", "sweep", "awards", "fair", "people", "sens", "calib", "report", "workshop"];
const LANGUAGES = ["zh-CN", "en-US"];
const FORMS = { desk: ["--preset=desktop"], phone: ["--form-factor=mobile"] };
const AIMS = {
  desk: ["≥ 98", "100", "100", "≤ 700 ms", "0", "≤ 30 ms"],
  phone: ["≥ 90", "100", "100", "≤ 1800 ms", "≤ 0.02", "≤ 150 ms"],
};
const CATEGORIES = ["performance", "accessibility", "best-practices"];

/** One cold visit as Lighthouse makes it. */
async function visited(address, form, language) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      PROGRAM,
      address,
      "--quiet",
      "--output=json",
      "--no-enable-error-reporting",
      `--only-categories=${CATEGORIES.join()}`,
      `--chrome-flags=--headless --no-sandbox --disable-gpu --disable-quic --accept-lang=${language}`,
      ...FORMS[form],
    ],
    // Nothing that anybody waits for takes three minutes; a browser that hangs is ended.
    { env: { ...process.env, CHROME_PATH: findChromium() }, timeout: 180_000, maxBuffer: 1 << 28 },
  );
  const report = JSON.parse(stdout);
  if (report.runtimeError) throw new Error(`${address}: ${report.runtimeError.message}`);
  if (report.lighthouseVersion !== VERSION) throw new Error(`this is Lighthouse ${report.lighthouseVersion}`);
  return report;
}

/** What counts for a category and falls short of full marks; how fast it was stands in the table. */
function faults({ categories, audits }) {
  return CATEGORIES.slice(1).flatMap((category) =>
    categories[category].auditRefs
      .map(({ id, weight }) => ({ ...audits[id], weight }))
      .filter(({ weight, score }) => weight > 0 && score !== null && score < 1)
      .map(({ title, details }) => `${title}: ${details?.items?.[0]?.node?.selector ?? "the page"}`),
  );
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Marks and times of a screen: of each the median over the rounds. */
function figures(reports) {
  const mark = (id) => String(Math.round(100 * middle(reports.map((r) => r.categories[id].score ?? 0))));
  const value = (id) => middle(reports.map((r) => r.audits[id].numericValue ?? 0));
  const ms = (id) => `${Math.round(value(id))} ms`;
  return [
    ...CATEGORIES.map(mark),
    ms("largest-contentful-paint"),
    String(Number(value("cumulative-layout-shift").toFixed(3))),
    ms("total-blocking-time"),
  ];
}

const asked = process.argv.slice(2);
const rows = [];
const found = new Map();
const site = await startSite({ quick: true });
try {
  for (const [form, aims] of Object.entries(AIMS)) {
    rows.push([`**${form}, aimed at**`, "", ...aims.map((aim) => `**${aim}**`)]);
    for (const screen of asked.length ? asked : SCREENS) {
      const address = site.url + (screen === "workshop" ? "workshop.html" : screen && `#/${screen}`);
      for (const language of LANGUAGES) {
        const reports = [];
        for (let k = 0; k < ROUNDS; k++) reports.push(await visited(address, form, language));
        const row = [`${form}: ${screen || "overview"}`, language.slice(0, 2), ...figures(reports)];
        rows.push(row);
        console.log(row.join("  "));
        for (const fault of reports.flatMap(faults)) {
          found.set(fault, [...(found.get(fault) ?? []), `${row[0]}, ${row[1]}`]);
        }
      }
    }
  }
} finally {
  await site.close();
}
const told = [...found].map(([fault, where]) => `- ${fault} (${[...new Set(where)].join("; ")})`);
console.log(told.join("\n") || "No fault in accessibility and best practices.");
if (!asked.length) {
  const head = ["Screen", "", "Performance", "Accessibility", "Best practices", "LCP", "CLS", "TBT"];
  await write({
    lighthouse: [
      `Lighthouse ${VERSION}, its own presets for desktop and mobile, ${ROUNDS === 1 ? "one cold visit" : `medians of ${ROUNDS} cold visits`} each. ${await here()} The page comes from a server that packs by brotli and says how long a file may be kept, as a good static host does.`,
      table(head, rows),
      told.length ? `What it finds fault with:\n\n${told.join("\n")}` : "It finds no fault in accessibility and best practices.",
    ].join("\n\n"),
  });
}
