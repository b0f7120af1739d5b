// The workshop without a network: after a visit the service worker keeps what a lesson needs.
const build = document.querySelector("meta[name=fairfloor-build]")?.content;
if (build && location.protocol.startsWith("http") && navigator.serviceWorker) {
  const workers = navigator.serviceWorker;
  const enter = async () => {
    await workers.register("sw.js");
    (await workers.ready).active.postMessage("workshop");
  };
  // Not before the page itself is there; a browser that refuses keeps a page that works with a network.
  addEventListener("load", () => setTimeout(() => enter().catch(() => {}), 3_000));
}
