// @ts-check
// Walking through a picture by keyboard. The picture is one tree with one tab stop; the arrows follow the argument, whichever way it is drawn.

/** @typedef {import("./map-view.js").View} View */

/** @param {string} message */
export function announce(message) {
  const announcer = document.getElementById("announcer");
  if (announcer && message) announcer.textContent = message;
}

/** The parts that can be walked to, in reading order. @param {Element} picture @returns {HTMLElement[]} */
export const partsOf = (picture) => [...picture.querySelectorAll("[role=treeitem]")].filter((part) => part instanceof HTMLElement);

export const isStep = (/** @type {Element} */ part) => part.classList.contains("step");

/** What a part hangs from. @param {HTMLElement} part */
export const upOf = (part) => (part.dataset.up ? document.getElementById(part.dataset.up) : null);

/** The tree as the markup tells it. @param {Element} picture */
function treeOf(picture) {
  /** @type {Map<string, HTMLElement[]>} */
  const below = new Map();
  for (const part of partsOf(picture)) {
    const up = part.dataset.up ?? "";
    if (below.has(up)) below.get(up)?.push(part);
    else below.set(up, [part]);
  }
  const all = (/** @type {HTMLElement | null} */ part) => below.get(part?.id ?? "") ?? [];
  const premises = (/** @type {HTMLElement} */ step) => all(step).filter((part) => !isStep(part) && !part.classList.contains("further"));
  /** What the steps onto something lead to. A premise stands for its step, which `e` reaches, unless something is said about the step itself. @param {HTMLElement | null} part @returns {HTMLElement[]} */
  const onto = (part) => all(part).flatMap((child) => {
    if (!isStep(child)) return part && isStep(part) && !child.classList.contains("further") ? [] : [child];
    const own = premises(child);
    return own.length === 0 || all(child).length > own.length ? [...own, child] : own;
  });
  /** What a part is about: the step between is passed by, except from an undercut, which is about the step. @param {HTMLElement} part */
  const about = (part) => {
    const up = upOf(part);
    return up && isStep(up) && !isStep(part) && !part.classList.contains("further") ? upOf(up) : up;
  };
  /** What stands below; from a step first what is said about it. @param {HTMLElement} part */
  const under = (part) => (isStep(part) ? [...onto(part), ...premises(part)] : onto(part));
  /** What stands beside a part, and where among it: a step that is passed by stands where its first premise does. @param {HTMLElement} part */
  const beside = (part) => {
    const row = onto(about(part));
    const at = row.indexOf(part);
    return { row, at: at < 0 ? row.indexOf(premises(part)[0]) : at };
  };
  return { about, under, beside, premises };
}

/** What the walker needs of whoever chooses. @typedef {object} Chooser
 * @property {(part: HTMLElement) => void} pass a part has been walked to
 * @property {(part: HTMLElement) => void} enter a part shall be read
 * @property {(part: HTMLElement) => boolean} reply something shall be said in its thread; whether that can be done here
 * @property {() => boolean} leave
 * @property {(part: HTMLElement, open: boolean) => Promise<boolean>} unfold whether it could be opened, or folded, in place
 */

/**
 * @param {View} view
 * @param {AbortSignal} signal
 * @param {Chooser} chooser
 * @param {{ step: (by: number) => void, help: () => void }} does
 */
export function walkByKeys(view, signal, chooser, does) {
  const { element } = view;
  /** @type {ReturnType<typeof treeOf> | null} */
  let known = null;
  const tree = () => (known ??= treeOf(element));
  let stop = element.querySelector("[role=treeitem][tabindex='0']");

  /** Makes a part the tree's one tab stop. @param {Element} part */
  const settle = (part) => {
    if (stop !== part) stop?.setAttribute("tabindex", "-1");
    part.setAttribute("tabindex", "0");
    stop = part;
  };

  /** @param {HTMLElement} part @param {{ scroll?: boolean }} [how] */
  const show = (part, how) => {
    settle(part);
    part.focus({ preventScroll: true });
    view.show(view.placeOf(part), how);
  };

  /** @param {HTMLElement} part */
  const go = (part) => {
    show(part);
    chooser.pass(part);
  };

  /** There is nowhere to go; where one is may have been moved out of sight. @param {HTMLElement} part @param {string} message */
  const stay = (part, message) => {
    announce(message);
    view.show(view.placeOf(part));
  };

  /** @param {HTMLElement} part @returns {Promise<void>} */
  const into = async (part) => {
    const [first] = tree().under(part);
    if (first) return go(first);
    if (!part.querySelector("a.more")) return stay(part, "Nothing stands below.");
    if (!(await chooser.unfold(part, true))) return;
    const again = document.getElementById(part.id);
    const [opened] = again ? tree().under(again) : [];
    if (opened) go(opened);
  };

  /** @param {HTMLElement} part @param {string} key @returns {boolean} */
  const walk = (part, key) => {
    const sideways = view.diagram.classList.contains("sideways");
    const turn = sideways ? { ArrowRight: "in", ArrowLeft: "out", ArrowDown: "next", ArrowUp: "before" } : { ArrowDown: "in", ArrowUp: "out", ArrowRight: "next", ArrowLeft: "before" };
    const way = /** @type {Record<string, string>} */ (turn)[key] ?? key;
    const { row, at } = tree().beside(part);
    /** @param {HTMLElement | null | undefined} other @param {string} otherwise */
    const to = (other, otherwise) => {
      if (other && other !== part) go(other);
      else stay(part, otherwise);
      return true;
    };
    switch (way) {
      case "in": void into(part); return true;
      case "out": return to(tree().about(part), "Nothing stands above.");
      case "next": return to(row[at + 1], "This is the last one here.");
      case "before": return to(row[at - 1], "This is the first one here.");
      case "Home": return to(row[0], "This is the first one here.");
      case "End": return to(row[row.length - 1], "This is the last one here.");
      case "e": return to(isStep(part) ? tree().premises(part)[0] : upOf(part), "There is no step here.");
      case "Enter": chooser.enter(part); return true;
      case "Escape": return chooser.leave();
      case " ": {
        const link = part.querySelector("a.more, a.fold");
        if (link) void chooser.unfold(part, link.classList.contains("more"));
        else stay(part, "Nothing stands below.");
        return true;
      }
      case "c": view.show(view.placeOf(part), { middle: true }); return true;
      default: return false;
    }
  };

  /** @param {HTMLElement} part @param {string} key */
  const say = (part, key) => {
    const said = /** @type {Record<string, string>} */ ({ o: "Objection", s: "Support", p: "Prerequisite", q: "Question", a: "Answer" })[key];
    const { number } = part.dataset;
    if (!element.dataset.slug || !number || part.classList.contains("further")) return false;
    // The page that takes it leads back here, to what was said about.
    const back = encodeURIComponent(location.pathname + location.search);
    if (said) location.assign(`/m/${element.dataset.slug}/add?kind=${said}&to=${number}&returnTo=${back}`);
    else if (key === "r" && !chooser.reply(part)) location.assign(`/m/${element.dataset.slug}/${isStep(part) ? "r" : "n"}/${number}#thread`);
    return said !== undefined || key === "r";
  };

  /** Zooms about where one is, which stays in sight; about the middle when that is nowhere. @param {number} zoom @param {Element | null} part */
  const zoom = (zoom, part) => {
    if (!part) return view.zoomTo(zoom);
    const box = view.placeOf(part);
    view.zoomTo(zoom, view.x + (box.left + box.width / 2) * view.zoom, view.y + (box.top + box.height / 2) * view.zoom);
    view.show(box, { scroll: false });
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
        case "+": case "=": zoom(view.zoom * 1.25, part); return true;
        case "-": case "−": zoom(view.zoom / 1.25, part); return true;
        case "0": zoom(view.normal, part); return true;
        case "f": view.fit(); return true;
        case "?": does.help(); return true;
        case "n": does.step(1); return true;
        case "N": does.step(-1); return true;
        case "/": {
          const box = document.querySelector("form[data-find] input[type=search]");
          if (box instanceof HTMLElement) box.focus();
          return box !== null;
        }
      }
      if (part instanceof HTMLElement) return walk(part, key) || say(part, key);
      const by = /** @type {Record<string, [number, number]>} */ ({ ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] })[key];
      return by ? view.roll(...by) : false;
    };
    if (handled()) event.preventDefault();
  }, { signal });

  element.addEventListener("focusin", ({ target }) => {
    const part = target instanceof Element ? target.closest("[role=treeitem]") : null;
    if (!part || part === stop) return;
    settle(part);
    // Not by a key of ours: a screen reader, say, that looks where it likes.
    if (part.matches(":focus-visible")) view.show(view.placeOf(part), { scroll: false });
  }, { signal });

  return {
    show,
    /** The picture has become another. */
    renew() {
      known = null;
      stop = element.querySelector("[role=treeitem][tabindex='0']");
    },
    /** One tab stop for the whole tree: the links of a part are reached by Enter and Space. */
    quieten() {
      for (const link of element.querySelectorAll("[role=treeitem] a")) link.setAttribute("tabindex", "-1");
    },
  };
}
