// @ts-check
// Moving in the picture of a map. The server has laid it out and drawn it; without this file it scrolls and its links lead everywhere.
import { choose } from "./map-choose.js";
import { moveByHand } from "./map-hands.js";
import { announce, partsOf, walkByKeys } from "./map-keys.js";
import { far, View } from "./map-view.js";

/**
 * @typedef {object} Shown
 * @property {HTMLElement} element
 * @property {View} view
 * @property {() => void} leave
 * @property {ReturnType<typeof choose>} chooser
 */

/** @type {Shown | null} */
let shown = null;

/** Where one looked last, for when the same picture is drawn into a new page. @type {{ slug?: string, zoom: number, x: number, y: number, part: string, left: number, top: number } | null} */
let looked = null;

/** @param {AbortSignal} signal */
const help = (signal) => void import("./map-help.js").then(({ listKeys }) => listKeys(signal));

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
    ["Keys", "?", () => help(signal)],
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
      if (sign !== "?") announce(`${+(view.zoom * 100).toPrecision(view.zoom < 0.1 ? 2 : 3)} %`);
    }, { signal });
    group.append(button);
  }
  view.element.append(group);
  signal.addEventListener("abort", () => group.remove());
}

/** Opens on what the address names, else where one looked last, else on what is selected, else on the root. @param {View} view */
function begin(view) {
  if (view.restore(location.hash)) return;
  const { element } = view;
  const last = looked && looked.slug === element.dataset.slug ? document.getElementById(looked.part) : null;
  if (looked && last) {
    const box = view.placeOf(last);
    view.zoom = looked.zoom;
    view.x = looked.x + (looked.left - box.left) * view.zoom;
    view.y = looked.y + (looked.top - box.top) * view.zoom;
    return view.drag(0, 0);
  }
  // A picture that is whole on the screen when it is a little smaller is shown whole, except to those who asked for larger letters.
  view.fit();
  const large = view.normal > 1 || view.diagram.classList.contains("large");
  view.zoom = view.zoom >= view.normal * (large ? 1 : 0.7) ? Math.min(view.zoom, view.normal) : view.normal;
  const named = /^#picture-[\w-]+$/.test(location.hash) ? element.querySelector(location.hash) : null;
  const part = named ?? element.querySelector("[aria-selected=true], .is-focus");
  if (part) {
    const box = view.placeOf(part);
    view.x = view.width / 2 - (box.left + box.width / 2) * view.zoom;
    view.y = view.height / 2 - (box.top + box.height / 2) * view.zoom;
    // On a narrow screen all about it covers the lower half; the picture belongs above that.
    if (document.querySelector(".map-body > .panel") && matchMedia("(max-width: 63.99rem)").matches && scrollY === 0) element.scrollIntoView();
  } else {
    const root = element.querySelector(".node");
    const box = root ? view.placeOf(root) : { left: 0, top: 0, width: 0, height: 0 };
    const sideways = view.diagram.classList.contains("sideways");
    view.x = sideways ? 0 : view.width / 2 - (box.left + box.width / 2) * view.zoom;
    view.y = sideways ? view.height / 2 - (box.top + box.height / 2) * view.zoom : 0;
  }
  view.settle();
}

/** Remembers where one looks, by a part that will be there again. @param {View} view */
function remember(view) {
  const part = view.element.querySelector("[aria-selected=true]") ?? view.element.querySelector("[role=treeitem][tabindex='0']");
  const box = part && view.placeOf(part);
  looked = part && box && { slug: view.element.dataset.slug, zoom: view.zoom, x: view.x, y: view.y, part: part.id, left: box.left, top: box.top };
}

function attach() {
  const element = document.querySelector(".picture");
  if (shown && element === shown.element) return;
  shown?.leave();
  shown = null;
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("argmap:first-frame")));
  const diagram = element?.querySelector(".diagram");
  // An empty map is as usable as it will get.
  if (!(element instanceof HTMLElement) || !(diagram instanceof HTMLElement)) return void performance.mark("argmap:usable");
  const leaving = new AbortController();
  const { signal } = leaving;

  element.classList.add("live");
  element.scrollTo(0, 0);
  const view = new View(element, diagram);
  begin(view);
  // The first frame is already the right one. From very far away that is the sheet, for which the browser need not draw all of it first.
  const held = view.zoom < far ? [...view.clusters] : [];
  for (const cluster of held) cluster.classList.add("is-away");
  view.place();
  view.detail.settle();
  controls(view, signal);

  let kept = 0;
  let moved = location.hash.startsWith("#view=");
  const begun = view.fragment;
  const keep = () => history.replaceState(history.state, "", view.fragment);
  // These come when there is time for them: nobody waits for a picture of the picture.
  const small = { frame() {}, paint() {} };
  const nothing = { any: false, mark() {}, step: (/** @type {number} */ _) => announce("There is nothing to step through.") };
  let [finding, news] = [nothing, nothing];
  moveByHand(view, signal);
  const chooser = choose(view, signal, {
    show: (part, how) => walking.show(part, how),
    drawn() {
      view.measure();
      view.drag(0, 0);
      view.detail.settle();
      walking.renew();
      finding.mark();
      news.mark();
      small.paint();
    },
    fragment: () => (moved ? view.fragment : ""),
  });
  const walking = walkByKeys(view, signal, chooser, { step: (by) => void (finding.any || !news.any ? finding : news).step(by), help: () => help(signal) });
  shown = { element, view, chooser, leave: () => leaving.abort() };

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
  const sizes = new ResizeObserver(() => {
    if (element.clientWidth === view.width && element.clientHeight === view.height) return;
    const less = element.clientWidth < view.width || element.clientHeight < view.height;
    view.measure();
    view.drag(0, 0);
    const focused = less && document.activeElement?.closest("[role=treeitem]");
    if (focused && element.contains(focused)) view.show(view.placeOf(focused), { scroll: false });
  });
  sizes.observe(element);
  signal.addEventListener("abort", () => sizes.disconnect());

  addEventListener("beforeprint", () => view.detail.forPaper(), { signal });
  addEventListener("afterprint", () => view.detail.settle(), { signal });

  // What changes the picture is wanted when something is opened: whoever does that comes near it first.
  for (const kind of ["pointerenter", "focusin"]) element.addEventListener(kind, () => void import("./map-change.js"), { signal, once: true });
  const usable = () => void performance.mark("argmap:usable");
  if (held.length === 0) usable();
  // First what one reads, then the aids to find one's way.
  const later = async () => {
    walking.quieten();
    const [{ smallPicture }, { find }, { whatIsNew }] = await Promise.all([import("./map-small.js"), import("./map-find.js"), import("./map-new.js")]);
    if (signal.aborted) return;
    Object.assign(small, smallPicture(view, signal));
    finding = find(view, signal, chooser.go) ?? nothing;
    news = whatIsNew(view, signal, chooser.go);
    if (location.pathname !== `/m/${element.dataset.slug}`) return;
    const { follow } = await import("./map-live.js");
    if (!signal.aborted) follow(element, signal, () => picture.refresh({ unasked: true }));
  };
  if (held.length > 0) void later().catch(() => held.forEach((cluster) => cluster.classList.remove("is-away"))).then(usable);
  else if ("requestIdleCallback" in window) requestIdleCallback(() => void later(), { timeout: 1500 });
  else setTimeout(later, 200);
}

/** For what else works on the picture, such as the editor. */
export const picture = {
  /** The picture that is shown, or null. */
  get element() {
    return shown?.element ?? null;
  },
  /** How large it is shown: 1 is the size in canvas units. */
  get zoom() {
    return shown?.view.zoom ?? 1;
  },
  /** How many parts can be walked to. */
  get size() {
    return shown ? partsOf(shown.element).length : 0;
  },
  /** The number of the node or step that an element belongs to. @param {Element} element */
  number: (element) => Number(element.closest("[data-number]")?.getAttribute("data-number")) || null,
  /** The number of what is chosen, or null. */
  selection: () => shown?.chooser.chosen() ?? null,
  /** Chooses a node or step, drawn or not. @param {number} number @param {{ focus?: boolean }} [how] focus false leaves the focus and the view where they are */
  async select(number, { focus = true } = {}) {
    if (focus || !document.getElementById(`picture-${number}`)) await shown?.chooser.go(number);
    else shown?.chooser.choose(number, "push");
  },
  /** Draws what others, or the editor, have changed. @param {{ unasked?: boolean }} [how] unasked: where it cannot be done, the page is not loaded either @returns {Promise<boolean>} */
  async refresh({ unasked = false } = {}) {
    if (!shown) return false;
    const still = shown.element.querySelector("[role=treeitem][tabindex='0']")?.id;
    const done = await shown.chooser.redraw(shown.chooser.scope(), still, "none", unasked);
    if (done) document.dispatchEvent(new CustomEvent("argmap:changed", { detail: { revision: Number(shown?.element.dataset.revision) } }));
    return done;
  },
  /** A place in the window as a point of the canvas. @param {number} clientX @param {number} clientY */
  toCanvas(clientX, clientY) {
    if (!shown) return { x: 0, y: 0 };
    const { element, view } = shown;
    const box = element.getBoundingClientRect();
    return { x: (clientX - box.left - element.clientLeft - view.x) / view.zoom, y: (clientY - box.top - element.clientTop - view.y) / view.zoom };
  },
  /** @param {(number: number) => void} does called with the number of what is chosen @param {AbortSignal} [signal] */
  onSelect(does, signal) {
    document.addEventListener("argmap:selected", (event) => event instanceof CustomEvent && does(event.detail.number), { signal });
  },
};

// The old picture is measured while it is still in the page.
document.addEventListener("argmap:leaving", () => shown && remember(shown.view));
document.addEventListener("argmap:shown", attach);
addEventListener("pageshow", attach);
attach();
