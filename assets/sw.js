// Works without a network after the first visit. `cargo xtask build` fills in the version, a hash of all
// files, and their names. Everything comes from one versioned cache, so an old worker never meets a new
// page; a new version waits until somebody takes it or the last page is closed.
const VERSION = "__VERSION__";
const FILES = __FILES__;
const PREFIX = "fairfloor-";

async function fill() {
  const cache = await caches.open(PREFIX + VERSION);
  // A host in the middle of an upload may still give the old page: then the next visit tries again.
  const page = await fetch("./", { cache: "no-cache" });
  const text = await page.clone().text();
  if (!page.ok || !text.includes(`content="${VERSION}"`)) throw new Error("another version's page");
  await cache.put("./", page);
  // Their names carry hashes of what is in them: what the browser holds already is right.
  await cache.addAll(FILES);
}

async function tidy() {
  // Other pages may be of the version before and still need its files.
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > 1) return;
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + VERSION);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function answer(request) {
  const cache = await caches.open(PREFIX + VERSION);
  const own = request.mode === "navigate" ? await cache.match("./") : await cache.match(request);
  return own ?? (await caches.match(request)) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", (event) => event.data === "take" && skipWaiting());
addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const scope = new URL("./", registration.scope);
  const path = new URL(url);
  const page = mode === "navigate" && path.pathname === scope.pathname;
  const file = mode !== "navigate" && path.href.startsWith(scope.href);
  if (method === "GET" && (page || file)) event.respondWith(answer(event.request));
});
