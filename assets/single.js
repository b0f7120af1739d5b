// The page as one file: engines and parts lie in it as text and run from a Blob, or, where the browser
// refuses that to a file on a disk, in the page itself, one task at a time. `engines` (by name, a function
// of the scope it is to believe in) and `parts` (by name) are put in front by `cargo xtask build`.
const code = (name) => document.getElementById(`${name}-wasm`).textContent.trim();
const bytes = (name) => Uint8Array.from(atob(code(name)), (letter) => letter.charCodeAt(0));
const named = new Map();
for (const name of Object.keys(engines)) {
  const start = `(${engines[name]})(self)(Uint8Array.from(atob("`;
  const blob = new Blob([start, code(name), '"), (letter) => letter.charCodeAt(0)));'], { type: "text/javascript" });
  const url = URL.createObjectURL(blob);
  named.set(url, name);
  document.querySelector(`meta[name="fairfloor-${name}"]`).content = url;
}

window.fairfloorPart = (name) => parts[name](bytes(name));

/** An engine in the page: each message is a task of its own, so that the page stays awake between them. */
class Here {
  constructor(url) {
    const name = named.get(String(url));
    this.scope = {
      onmessage: null,
      postMessage: (data) => setTimeout(() => this.ended || this.onmessage?.({ data })),
    };
    engines[name](this.scope)(bytes(name)).catch((error) => this.onerror?.({ message: String(error), preventDefault() {} }));
  }
  postMessage(data) {
    setTimeout(() => this.ended || this.scope.onmessage?.({ data }));
  }
  terminate() {
    this.ended = true;
  }
}

const Real = window.Worker;
let refused = !Real;
window.Worker = function (url) {
  if (refused) return new Here(url);
  try {
    // Not as a module: that would be asked for across origins, which a file on a disk may not.
    const worker = new Real(url);
    let spoke = false;
    worker.addEventListener("message", () => (spoke = true), { once: true });
    worker.addEventListener("error", (event) => {
      refused ||= !spoke;
      if (typeof event.message === "string") return;
      // What could not even be loaded fails without words; the page expects some.
      event.stopImmediatePropagation();
      worker.onerror?.(new ErrorEvent("error", { message: "refused", cancelable: true }));
    });
    return worker;
  } catch {
    refused = true;
    return new Here(url);
  }
};
