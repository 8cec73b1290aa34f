// @ts-check
// Walking through a picture by keyboard. The picture is one tree with one tab stop; the arrows follow the argument, whichever way it is drawn.

/** @typedef {import("./map-view.js").View} View */

const keys = [
  ["Arrow keys", "walk: to what stands below, to what it is about, to the next and the one before"],
  ["Home, End", "first and last beside this one"],
  ["e", "to the step between this and what it is about, and back"],
  ["Enter", "open it"],
  ["Space", "show or hide what stands below"],
  ["+, −, 0", "zoom in, zoom out, usual size"],
  ["f, c", "show the whole picture; bring this one to the middle"],
  ["o, s, p", "object, support, add a prerequisite"],
  ["q, a, r", "ask, answer, reply"],
  ["/", "find words in the map"],
  ["n, N", "next and previous match"],
  ["?", "this list"],
];

/** @param {string} message */
export function announce(message) {
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = message;
}

/** Shows the list of keys. @param {AbortSignal} signal */
export function listKeys(signal) {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  const head = document.createElement("h2");
  head.textContent = "Keys in the picture";
  head.id = "keys-head";
  dialog.setAttribute("aria-labelledby", head.id);
  const list = document.createElement("dl");
  for (const [key, does] of keys) {
    const [term, what] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = key;
    what.textContent = does;
    list.append(term, what);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(head, list, close);
  dialog.addEventListener("close", () => dialog.remove());
  signal.addEventListener("abort", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** The parts that can be walked to, in reading order. @param {Element} picture @returns {HTMLElement[]} */
export const partsOf = (picture) => [...picture.querySelectorAll("[role=treeitem]")].filter((part) => part instanceof HTMLElement);

/** The tree as the markup tells it. @param {Element} picture */
function treeOf(picture) {
  const parts = partsOf(picture);
  /** @type {Map<string, HTMLElement[]>} */
  const below = new Map();
  for (const part of parts) {
    const up = part.dataset.up ?? "";
    if (below.has(up)) below.get(up)?.push(part);
    else below.set(up, [part]);
  }
  const isStep = (/** @type {HTMLElement} */ part) => part.classList.contains("step");
  const up = (/** @type {HTMLElement} */ part) => (part.dataset.up ? document.getElementById(part.dataset.up) : null);
  /** What one walks to below: premises stand for their step, which `e` reaches. @param {HTMLElement | undefined} part @returns {HTMLElement[]} */
  const under = (part) => (below.get(part?.id ?? "") ?? []).flatMap((child) => {
    if (!isStep(child)) return [child];
    const premises = (below.get(child.id) ?? []).filter((part) => !isStep(part) && !part.classList.contains("further"));
    return premises.length > 0 ? premises : [child];
  });
  /** What a part is about: the step between is passed by, except from an undercut, which is about the step. @param {HTMLElement} part */
  const about = (part) => {
    const first = up(part);
    return first && isStep(first) && !isStep(part) ? up(first) : first;
  };
  return { parts, isStep, up, under, about, steps: (/** @type {HTMLElement} */ part) => (below.get(part.id) ?? []).filter(isStep) };
}

/**
 * @param {View} view
 * @param {AbortSignal} signal
 * @param {(by: number) => void} step goes to another match
 */
export function walkByKeys(view, signal, step) {
  const { element } = view;

  /** @param {HTMLElement} part */
  const go = (part) => {
    for (const other of element.querySelectorAll("[role=treeitem][tabindex='0']")) if (other instanceof HTMLElement) other.tabIndex = -1;
    part.tabIndex = 0;
    part.focus({ preventScroll: true });
    view.show(view.placeOf(part));
  };

  /** Follows a link of a part as if it were pressed. @param {HTMLElement} part @param {string} which */
  const follow = (part, which) => {
    const link = part.querySelector(which);
    if (link instanceof HTMLElement) link.click();
    return link !== null;
  };

  /** @param {HTMLElement} part @param {string} key @param {ReturnType<typeof treeOf>} tree @returns {boolean} */
  const walk = (part, key, tree) => {
    const sideways = view.diagram.classList.contains("sideways");
    const turn = sideways ? { ArrowRight: "in", ArrowLeft: "out", ArrowDown: "next", ArrowUp: "before" } : { ArrowDown: "in", ArrowUp: "out", ArrowRight: "next", ArrowLeft: "before" };
    const way = /** @type {Record<string, string>} */ (turn)[key] ?? key;
    const owner = tree.about(part);
    const beside = tree.isStep(part) ? (tree.up(part) ? tree.steps(/** @type {HTMLElement} */ (tree.up(part))) : []) : tree.under(owner ?? undefined);
    const at = beside.indexOf(part);
    switch (way) {
      case "in": {
        const [first] = tree.under(part);
        if (first) go(first);
        else if (!follow(part, "a.more")) announce("Nothing stands below.");
        return true;
      }
      case "out": if (owner) go(owner); else announce("Nothing stands above."); return true;
      case "next": if (beside[at + 1]) go(beside[at + 1]); else announce("This is the last one here."); return true;
      case "before": if (at > 0) go(beside[at - 1]); else announce("This is the first one here."); return true;
      case "Home": if (beside[0]) go(beside[0]); return true;
      case "End": if (beside.length > 0) go(beside[beside.length - 1]); return true;
      case "e": {
        const [premise] = tree.isStep(part) ? tree.under(part).filter((below) => tree.up(below) === part) : [];
        const other = tree.isStep(part) ? premise : tree.up(part);
        if (other) go(other);
        return true;
      }
      case "Enter": return follow(part, "a.text, :scope > a, a");
      case " ": if (!follow(part, "a.more, a.fold")) announce("Nothing stands below."); return true;
      case "c": view.show(view.placeOf(part), true); return true;
      default: return false;
    }
  };

  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const { target, key } = event;
    if (!(target instanceof Element) || target.closest("input, textarea, select, [contenteditable]")) return;
    const part = target.closest("[role=treeitem]");
    // The buttons of the picture keep their own keys.
    if (target.closest("button, a") && (key === "Enter" || key === " ")) return;
    const handled = () => {
      switch (key) {
        case "+": case "=": view.zoomTo(view.zoom * 1.25); return true;
        case "-": case "−": view.zoomTo(view.zoom / 1.25); return true;
        case "0": view.zoomTo(view.normal); return true;
        case "f": view.fit(); return true;
        case "?": listKeys(signal); return true;
        case "n": step(1); return true;
        case "N": step(-1); return true;
        case "/": {
          const box = document.querySelector("form[data-find] input[type=search]");
          if (box instanceof HTMLElement) box.focus();
          return box !== null;
        }
      }
      if (part instanceof HTMLElement) {
        if (walk(part, key, treeOf(element))) return true;
        const said = /** @type {Record<string, string>} */ ({ o: "Objection", s: "Support", p: "Prerequisite", q: "Question", a: "Answer" })[key];
        const base = `/m/${element.dataset.slug}`;
        if (said && element.dataset.slug) location.assign(`${base}/add?kind=${said}&to=${part.dataset.number}`);
        else if (key === "r" && element.dataset.slug) location.assign(`${base}/${part.classList.contains("step") ? "r" : "n"}/${part.dataset.number}#thread`);
        else return false;
        return true;
      }
      const by = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] })[key];
      return by ? view.roll(...by) : false;
    };
    if (handled()) event.preventDefault();
  }, { signal });

  // One tab stop for the whole tree; the links of a part are reached by Enter and Space.
  const quieten = () => {
    for (const link of element.querySelectorAll("[role=treeitem] a")) if (link instanceof HTMLElement) link.tabIndex = -1;
  };
  quieten();
  element.addEventListener("focusin", ({ target }) => {
    const part = target instanceof Element ? target.closest("[role=treeitem]") : null;
    if (!(part instanceof HTMLElement) || part.tabIndex === 0) return;
    for (const other of element.querySelectorAll("[role=treeitem][tabindex='0']")) if (other instanceof HTMLElement) other.tabIndex = -1;
    part.tabIndex = 0;
  }, { signal });
  return { go, quieten };
}
