// Works without a network after the first visit. `cargo xtask build` fills in the version, a hash of all
// files, and their names. Everything comes from one versioned cache, so an old worker never meets a new
// page; a new version waits until somebody takes it or the last page is closed.
const VERSION = "__VERSION__";
const FILES = __FILES__;
// Pages to read beside the first one.
const DOCUMENTS = __DOCUMENTS__;
// The workshop's own, kept once somebody has been there.
const WORKSHOP = __WORKSHOP__;
const ROOM = "./workshop.html";
const PREFIX = "fairfloor-";

async function page(address) {
  // A host in the middle of an upload may still give the old page: then the next visit tries again.
  const found = await fetch(address, { cache: "no-cache" });
  const text = await found.clone().text();
  if (!found.ok || !text.includes(`content="${VERSION}"`)) throw new Error("another version's page");
  return found;
}

async function keep(addresses, files) {
  const cache = await caches.open(PREFIX + VERSION);
  const pages = await Promise.all(addresses.map(page));
  // Their names carry hashes of what is in them: what the browser holds already is right. The pages come
  // last, so that none is ever kept without them.
  await cache.addAll(files);
  for (const [at, found] of pages.entries()) await cache.put(addresses[at], found);
}

async function fill() {
  // Whoever could hold a lesson offline with the version before can with this one.
  const room = await caches.match(ROOM);
  await keep([...DOCUMENTS, "./"], FILES);
  if (room) await keep([ROOM], WORKSHOP);
}

async function enter() {
  const cache = await caches.open(PREFIX + VERSION);
  if (!(await cache.match(ROOM))) await keep([ROOM], WORKSHOP);
}

async function tidy() {
  // Other pages may be of the version before and still need its files.
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > 1) return;
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + VERSION);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The page that is asked for by this address. */
const asked = (path) => ["./", ROOM, ...DOCUMENTS].find((page) => path.pathname === new URL(page, registration.scope).pathname);

async function answer(request) {
  const cache = await caches.open(PREFIX + VERSION);
  const wanted = request.mode === "navigate" ? asked(new URL(request.url)) : request;
  const own = await cache.match(wanted);
  return own ?? (await caches.match(request)) ?? fetch(request);
}

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("message", (event) => {
  if (event.data === "take") skipWaiting();
  // Without a network, or in the middle of an upload, the next visit tries again.
  if (event.data === "workshop") event.waitUntil(enter().catch(() => {}));
});
addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  const scope = new URL("./", registration.scope);
  const path = new URL(url);
  const ours = mode === "navigate" ? asked(path) : path.href.startsWith(scope.href);
  if (method === "GET" && ours) event.respondWith(answer(event.request));
});
