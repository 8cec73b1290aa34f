// @ts-check
// Moving in the picture of a map. The server has laid it out and drawn it; without this file it scrolls and its links lead everywhere.
import { find } from "./map-find.js";
import { moveByHand } from "./map-hands.js";
import { announce, listKeys, partsOf, walkByKeys } from "./map-keys.js";
import { whatIsNew } from "./map-new.js";
import { smallPicture } from "./map-small.js";
import { View } from "./map-view.js";

/** @type {{ element: HTMLElement, leave: () => void } | null} */
let shown = null;

/** @param {View} view @param {AbortSignal} signal */
function controls(view, signal) {
  const group = document.createElement("div");
  group.className = "moves";
  group.setAttribute("role", "group");
  group.ariaLabel = "Zoom";
  /** @type {[string, string, () => void][]} */
  const all = [
    ["Zoom out", "−", () => view.zoomTo(view.zoom / 1.25)],
    ["Zoom in", "+", () => view.zoomTo(view.zoom * 1.25)],
    ["Fit: show the whole picture", "Fit", () => view.fit()],
    ["Keys", "?", () => listKeys(signal)],
  ];
  for (const [name, sign, does] of all) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.ariaLabel = name;
    button.title = name;
    button.textContent = sign;
    button.addEventListener("click", () => {
      does();
      if (sign !== "?") announce(`${Math.round(view.zoom * 100)} %`);
    }, { signal });
    group.append(button);
  }
  view.element.append(group);
  signal.addEventListener("abort", () => group.remove());
}

/** Opens on what the address names, else on what is selected, else on the root. @param {View} view @param {{ left: number, top: number }} scrolled */
function begin(view, scrolled) {
  if (view.restore(location.hash)) return;
  view.zoom = view.normal;
  const { element } = view;
  const named = /^#picture-[\w-]+$/.test(location.hash) ? element.querySelector(location.hash) : null;
  const part = named ?? element.querySelector("[aria-selected=true], [aria-current=true]");
  if (part) {
    const box = view.placeOf(part);
    view.x = view.width / 2 - (box.left + box.width / 2) * view.zoom;
    view.y = view.height / 2 - (box.top + box.height / 2) * view.zoom;
  } else if (scrolled.left + scrolled.top > 0) {
    [view.x, view.y] = [-scrolled.left, -scrolled.top];
  } else {
    const root = element.querySelector("[role=treeitem][tabindex='0'], .node");
    const box = root ? view.placeOf(root) : { left: 0, top: 0, width: 0, height: 0 };
    const sideways = view.diagram.classList.contains("sideways");
    view.x = sideways ? 0 : view.width / 2 - (box.left + box.width / 2) * view.zoom;
    view.y = sideways ? view.height / 2 - (box.top + box.height / 2) * view.zoom : 0;
  }
  view.settle();
}

function attach() {
  const element = document.querySelector(".picture");
  if (element === shown?.element) return;
  shown?.leave();
  shown = null;
  const diagram = element?.querySelector(".diagram");
  if (!(element instanceof HTMLElement) || !(diagram instanceof HTMLElement)) return;
  const leaving = new AbortController();
  const { signal } = leaving;
  shown = { element, leave: () => leaving.abort() };

  const scrolled = { left: element.scrollLeft, top: element.scrollTop };
  element.classList.add("live");
  element.scrollTo(0, 0);
  const view = new View(element, diagram);
  begin(view, scrolled);
  // The first frame is already the right one.
  view.place();
  controls(view, signal);
  const small = smallPicture(view, signal);
  moveByHand(view, signal);
  const walking = walkByKeys(view, signal, (by) => (finding.any || !news.any ? finding : news).step(by));
  /** @param {number} number @param {string} [words] */
  const go = (number, words = "") => {
    const part = document.getElementById(`picture-${number}`);
    if (!part) {
      // What is folded away is shown by the page that has it selected.
      location.assign(`?at=${number}${words && `&q=${encodeURIComponent(words)}`}#picture-${number}`);
    } else if (part.getAttribute("role") === "treeitem") {
      walking.go(part);
    } else {
      view.show(view.placeOf(part));
    }
  };
  const finding = find(view, signal, go);
  const news = whatIsNew(view, signal, go);

  const keep = () => history.replaceState(history.state, "", view.fragment);
  let kept = 0;
  let moved = false;
  const begun = view.fragment;
  view.onMove = () => {
    small.frame();
    moved ||= view.fragment !== begun;
    if (!moved) return;
    clearTimeout(kept);
    // Browsers refuse an address that changes with every frame.
    kept = setTimeout(keep, 250);
  };
  addEventListener("pagehide", () => moved && keep(), { signal });
  signal.addEventListener("abort", () => clearTimeout(kept));

  // The browser scrolls to what is focused or named by an address, which here means moving the picture.
  element.addEventListener("scroll", () => {
    const [dx, dy] = [element.scrollLeft, element.scrollTop];
    if (dx === 0 && dy === 0) return;
    element.scrollTo(0, 0);
    view.drag(-dx, -dy);
  }, { signal });
  addEventListener("hashchange", () => view.restore(location.hash), { signal });
  new ResizeObserver((_, observer) => {
    if (signal.aborted) return observer.disconnect();
    if (element.clientWidth === view.width && element.clientHeight === view.height) return;
    view.measure();
    view.drag(0, 0);
  }).observe(element);

  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("argmap:first-frame")));
  performance.mark("argmap:usable");
}

export const picture = {
  /** The picture that is shown, or null. */
  get element() {
    return shown?.element ?? null;
  },
  /** The number of the node or step that an element belongs to. @param {Element} element */
  number: (element) => Number(element.closest("[data-number]")?.getAttribute("data-number")) || null,
  /** How many parts can be walked to. */
  get size() {
    return shown ? partsOf(shown.element).length : 0;
  },
};

document.addEventListener("argmap:shown", attach);
addEventListener("pageshow", attach);
attach();
