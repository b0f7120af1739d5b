// What the browser does better than WebAssembly and is small: working offline, the way back from pages to read, fetching a part of the page, drawings as files.

// Offline: only of a finished build, over http(s); a browser that refuses keeps a page that works with a network.
const build = document.querySelector("meta[name=fairfloor-build]")?.content;
if (build && location.protocol.startsWith("http") && navigator.serviceWorker) {
  const workers = navigator.serviceWorker;
  let taken = false;
  const watch = (registration) => {
    const offer = () => {
      if (!registration.waiting || !workers.controller) return;
      document.documentElement.dataset.update = "";
      dispatchEvent(new Event("fairfloor-update"));
    };
    offer();
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      coming?.addEventListener("statechange", () => coming.state === "installed" && offer());
    });
    addEventListener("fairfloor-take", () => {
      taken = true;
      registration.waiting?.postMessage("take");
    });
  };
  workers.addEventListener("controllerchange", () => taken && location.reload());
  // Not before the first result: what is kept for later must not keep it waiting.
  addEventListener("load", () => setTimeout(() => workers.register("sw.js").then(watch, () => {}), 5_000));
}

// The pages to read lead back to where one was: the address holds all of it.
addEventListener("pagehide", () => {
  try {
    sessionStorage.setItem("fairfloor.place", location.hash);
  } catch {}
});

// Parts of the page that are programs of their own, fetched when somebody goes there.
for (const name of ["hall", "centre"]) {
  let part;
  let tries = 0;
  addEventListener(`fairfloor-want-${name}`, () => {
    const { content } = document.querySelector(`meta[name=fairfloor-${name}]`);
    // A browser remembers what could not be fetched by its address; so every try has another.
    part ??= window.fairfloorPart?.(name) ?? import(new URL(tries++ ? `${content}?${tries}` : content, document.baseURI));
    part.then(
      () => dispatchEvent(new Event(`fairfloor-${name}`)),
      () => {
        part = undefined;
        dispatchEvent(new Event(`fairfloor-no-${name}`));
      },
    );
  });
}

// Drawings as files: the chart as it is shown, with its title above and its source below.
const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linejoin", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "visibility"];
const NS = "http://www.w3.org/2000/svg";
const MARGIN = 16;

/** Lines no wider than the room, broken between words or, in Chinese, between characters. */
function lines(text, font, room) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const parts = text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? [];
  const out = [""];
  for (const part of parts) {
    const longer = out[out.length - 1] + part;
    if (pen.measureText(longer.trimEnd()).width > room && out[out.length - 1]) out.push(part);
    else out[out.length - 1] = longer;
  }
  return out;
}

/** A figure of the page as an SVG that needs nothing else. */
function standalone(figure) {
  const shown = figure.querySelector("svg.plot");
  const chart = shown.cloneNode(true);
  const [from, to] = [shown, chart].map((svg) => [svg, ...svg.querySelectorAll("*")]);
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const name of KEPT) to[at].setAttribute(name, style.getPropertyValue(name));
    to[at].removeAttribute("class");
  });
  const [width, height] = [shown.clientWidth || Number(shown.getAttribute("width")), Number(shown.getAttribute("height"))];
  const out = document.createElementNS(NS, "svg");
  const add = (name, attributes, text) => {
    const element = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text) element.textContent = text;
    out.append(element);
    return element;
  };
  const body = getComputedStyle(document.body);
  add("title", {}, figure.querySelector("h2").innerText);
  const ground = add("rect", { width: "100%", height: "100%", fill: getComputedStyle(document.documentElement).getPropertyValue("--page").trim() || "#fff" });
  let y = MARGIN;
  const write = (text, size, weight) => {
    const font = `${weight} ${size}px ${body.fontFamily}`;
    for (const line of text ? lines(text, font, width) : []) {
      y += size * 1.4;
      add("text", { x: MARGIN, y: y - size * 0.3, fill: body.color, "font-family": body.fontFamily, "font-size": size, "font-weight": weight }, line);
    }
  };
  write(figure.querySelector("h2").innerText, 16, 600);
  write(figure.querySelector("figcaption .hint")?.innerText, 12, 400);
  y += 8;
  chart.setAttribute("x", MARGIN);
  chart.setAttribute("y", y);
  chart.setAttribute("width", width);
  out.append(chart);
  y += height + 4;
  write(figure.querySelector(".figure-foot")?.innerText, 11, 400);
  write(`Fairfloor 客服激励沙盘 · ${location.protocol.startsWith("http") ? location.href : "fairfloor.html"}`.slice(0, 300), 11, 400);
  y += MARGIN;
  for (const element of [out, ground]) {
    element.setAttribute("width", width + 2 * MARGIN);
    element.setAttribute("height", y);
  }
  out.setAttribute("viewBox", `0 0 ${width + 2 * MARGIN} ${y}`);
  return { text: new XMLSerializer().serializeToString(out), width: width + 2 * MARGIN, height: y };
}

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function save(figure, kind) {
  const { text, width, height } = standalone(figure);
  const svg = new Blob([text], { type: "image/svg+xml" });
  const name = `fairfloor-${figure.dataset.figure}.${kind}`;
  if (kind === "svg") return download(svg, name);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((png) => png && download(png, name), "image/png");
}

addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-save]");
  if (button) save(button.closest("[data-figure]"), button.dataset.save);
  if (event.target.closest?.("[data-do=print]")) print();
});
