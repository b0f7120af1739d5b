// Works without a network after the first visit. `cargo xtask build` fills in the version, a hash of all
// files, and their names. Everything comes from one versioned cache, so an old worker never meets a new
// page; a new version waits until somebody takes it or the last page is closed.
const VERSION = "__VERSION__";
const FILES = __FILES__;
// The workshop's own, kept once somebody has been there.
const WORKSHOP = __WORKSHOP__;
const ROOM = "./workshop.html";
const PREFIX = "fairfloor-";

async function keep(address, files) {
  const cache = await caches.open(PREFIX + VERSION);
  // A host in the middle of an upload may still give the old page: then the next visit tries again.
  const page = await fetch(address, { cache: "no-cache" });
  const text = await page.clone().text();
  if (!page.ok || !text.includes(`content="${VERSION}"`)) throw new Error("another version's page");
  // Their names carry hashes of what is in them: what the browser holds already is right. The page comes
  // last, so that it is never kept without them.
  await cache.addAll(files);
  await cache.put(address, page);
}

async function fill() {
  // Whoever could hold a lesson offline with the version before can with this one.
  const room = await caches.match(ROOM);
  await keep("./", FILES);
  if (room) await keep(ROOM, WORKSHOP);
}

async function enter() {
  const cache = await caches.open(PREFIX + VERSION);
  if (!(await cache.match(ROOM))) await keep(ROOM, WORKSHOP);
}

async function tidy() {
  // Other pages may be of the version before and still need its files.
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open.length > 1) return;
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PREFIX + VERSION);
  await Promise.all(old.map((name) => caches.delete(name)));
}

const isRoom = (path) => path.pathname === new URL(ROOM, registration.scope).pathname;

async function answer(request) {
  const cache = await caches.open(PREFIX + VERSION);
  const wanted = request.mode !== "navigate" ? request : isRoom(new URL(request.url)) ? ROOM : "./";
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
  const page = mode === "navigate" && (path.pathname === scope.pathname || isRoom(path));
  const file = mode !== "navigate" && path.href.startsWith(scope.href);
  if (method === "GET" && (page || file)) event.respondWith(answer(event.request));
});
