// Offline: only of a finished build, over http(s); a browser that refuses keeps a page that works with a
// network. A new version waits until the last page of the old one is closed.
const build = document.querySelector("meta[name=fairfloor-build]")?.content;
if (build && location.protocol.startsWith("http") && navigator.serviceWorker) {
  const workers = navigator.serviceWorker;
  // Not before the first result: what is kept for later must not keep it waiting.
  const later = () => workers.register("sw.js").catch(() => {});
  addEventListener("load", () => setTimeout(later, 5_000));
}
