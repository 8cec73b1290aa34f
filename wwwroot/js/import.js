// @ts-check
// Shows how far an import is while it goes on: without it the page loads itself again every other second. Says before they are sent that files are too large: a
// server that refuses them closes the connection while the browser is still sending, and nobody reads why.

const pause = 1000;
const section = () => document.getElementById("import");

/** @param {Document} page */
function show(page) {
  const [now, next] = [section(), page.getElementById("import")];
  if (!now || !next) return;
  const was = now.querySelector("h1")?.textContent;
  // The button keeps its focus, and the bar does not jump, unless something else is there to be shown.
  if (now.dataset.running === next.dataset.running && was === next.querySelector("h1")?.textContent) {
    now.querySelector(".doing")?.replaceWith(/** @type {Element} */ (next.querySelector(".doing")));
    return;
  }
  now.replaceWith(document.adoptNode(next));
  // The thread gives the map its name, and more views.
  for (const part of [".map-header", ".views"]) {
    const [old, fresh] = [document.querySelector(part), page.querySelector(part)];
    if (old && fresh && !old.contains(document.activeElement) && old.innerHTML !== fresh.innerHTML) old.replaceWith(document.adoptNode(fresh));
  }
  document.title = page.title;
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = next.querySelector("h1")?.textContent ?? "";
  if (!next.dataset.running) {
    const head = next.querySelector("h1");
    if (head) {
      head.tabIndex = -1;
      head.focus();
    }
    document.dispatchEvent(new Event("argmap:shown"));
  }
}

/** @param {boolean} isReached */
function say(isReached) {
  const note = document.querySelector("[data-unreachable]");
  if (!(note instanceof HTMLElement) || note.hidden === isReached) return;
  note.hidden = isReached;
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = isReached ? "" : note.textContent;
}

async function look() {
  const here = location.href;
  try {
    const response = await fetch(here, { headers: { "X-Requested-With": "argmap" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    say(response.ok);
    if (here === location.href && response.ok) show(page);
  } catch {
    say(false);
  }
  isLooking = false;
  goOn();
}

let isLooking = false;

function goOn() {
  if (isLooking || !section()?.dataset.running) return;
  isLooking = true;
  setTimeout(look, pause);
}

goOn();
// The page that leads here may have loaded this already.
document.addEventListener("argmap:shown", goOn);

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || !target.dataset.mostBytes) return;
  const [most, given] = [Number(target.dataset.mostBytes), [...(target.files ?? [])].reduce((sum, file) => sum + file.size, 0)];
  const inMegabytes = (/** @type {number} */ bytes) => Math.ceil((10 * bytes) / 1048576) / 10;
  target.setCustomValidity(
    given > most
      ? `${target.files?.length === 1 ? "This file is" : "These files are together"} ${inMegabytes(given)} MB; at most ${inMegabytes(most)} MB can be given at once. Give a part of the thread now and add the others afterwards, or give its address.`
      : "",
  );
  target.reportValidity();
});
