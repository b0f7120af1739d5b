// The pages to read beside the sandbox: its colours before the first paint, and the way back to where one was.
const kept = (name, storage) => {
  // A browser that refuses storage shows the system's colours and leads back to the beginning.
  try {
    return window[storage].getItem(`fairfloor.${name}`);
  } catch {
    return null;
  }
};
const theme = kept("theme", "localStorage");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
addEventListener("DOMContentLoaded", () => {
  // The sandbox leaves its address in the tab as it is left; see assets/page.js.
  const place = kept("place", "sessionStorage");
  if (place?.startsWith("#")) document.querySelector("[data-do=back]").href += place;
  // The same part in the other language.
  const other = document.querySelector("[data-do=language]");
  other.addEventListener("click", () => (other.hash = location.hash));
});
