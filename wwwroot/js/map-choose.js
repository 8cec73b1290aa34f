// @ts-check
// What is read beside the picture, and how much of the picture is drawn: changed in place, and always as the address says.
import { announce, isStep, partsOf, upOf } from "./map-keys.js";

/** @typedef {import("./map-view.js").View} View */
/** @typedef {"push" | "replace" | "none"} Step what becomes of the address */

const order = ["at", "focus", "depth", "open", "shut", "more"];
// Between two keys that are pressed and held, nobody reads.
const pause = 90;
// What is said about a thing may change while one looks at another.
const fresh = 30_000;

/** @param {URLSearchParams} scope @param {string} name */
const numbersIn = (scope, name) => new Set((scope.get(name) ?? "").split(",").filter(Boolean).map(Number));

/** The same scope with something else in it, in the order in which the server writes it. @param {URLSearchParams} scope @param {Record<string, string | Set<number> | null>} by */
function scoped(scope, by) {
  const next = new URLSearchParams();
  for (const name of order) {
    const value = name in by ? by[name] : scope.get(name);
    const written = value instanceof Set ? [...value].sort((a, b) => a - b).join(",") : value;
    if (written) next.set(name, written);
  }
  return next;
}

/** @param {URLSearchParams} query */
const written = (query) => query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");

/** @param {number} number */
const partOf = (number) => document.getElementById(`picture-${number}`);

/**
 * @param {View} view
 * @param {AbortSignal} signal
 * @param {{ show: (part: HTMLElement, how?: { scroll?: boolean }) => void, drawn: () => void, fragment: () => string }} does
 */
export function choose(view, signal, does) {
  const { element } = view;
  const { slug } = element.dataset;
  const path = location.pathname;
  /** Whether this page has a place for what is read beside the picture. */
  const beside = path === `/m/${slug}` ? document.querySelector(".map-body") : null;
  const [embedded, edited] = [path === `/m/${slug}/embed`, path === `/m/${slug}/edit`];
  const untitled = document.title.replace(/^(Step )?#\d+ · /, "");
  /** @type {Map<string, { at: number, html: Promise<string> }>} */
  const known = new Map();
  /** The scope that has been asked for and is not drawn yet: the one to go on from. @type {string | null} */
  let asked = null;
  /** What draws another scope. @type {typeof import("./map-change.js") | null} */
  let changing = null;
  let wanted = 0;
  let timer = 0;
  /** What waits for a pause. @type {(() => void) | null} */
  let late = null;
  let passed = 0;

  const scope = () => new URLSearchParams(asked ?? element.dataset.scope);
  const chosen = () => Number(scope().get("at")) || null;
  const panel = () => beside?.querySelector(":scope > .panel") ?? null;

  /** The page's own query with another scope in it. @param {URLSearchParams} next */
  function queryOf(next) {
    const query = new URLSearchParams(next);
    for (const [name, value] of new URLSearchParams(location.search)) if (!order.includes(name)) query.set(name, value);
    return written(query) && `?${written(query)}`;
  }

  /** @param {URLSearchParams} next @param {Step} step */
  function address(next, step) {
    if (step === "none" || !beside) return;
    history[`${step}State`](null, "", `${path}${queryOf(next)}${does.fragment()}`);
  }

  /** The scope with another thing chosen. What was drawn only because it was chosen stays drawn. @param {number | null} number */
  function choosing(number) {
    const now = scope();
    const at = chosen();
    const [open, shut] = [numbersIn(now, "open"), numbersIn(now, "shut")];
    const depth = now.get("depth") === "all" ? Infinity : Number(now.get("depth") ?? Infinity);
    const level = (/** @type {Element | null} */ part) => Number(part?.getAttribute("aria-level") ?? 1);
    const root = level(partOf(Number(now.get("focus"))));
    const before = at && at !== number ? partOf(at) : null;
    for (let up = before && upOf(before); up; up = upOf(up)) {
      const above = Number(up.dataset.number);
      if (!shut.has(above) && (isStep(up) || open.has(above) || level(up) - root < depth)) continue;
      shut.delete(above);
      open.add(above);
    }
    return scoped(now, { at: number === null ? null : String(number), open, shut });
  }

  /** @param {URLSearchParams} next @returns {Promise<string>} */
  function ask(next) {
    const query = queryOf(next);
    const old = known.get(query);
    if (old && performance.now() - old.at < fresh) return old.html;
    const html = fetch(`/m/${slug}/panel/${next.get("at")}${query}`, { signal }).then((response) => {
      if (!response.ok || response.redirected) throw new Error(`${response.status}`);
      return response.text();
    });
    html.catch(() => known.delete(query));
    known.set(query, { at: performance.now(), html });
    if (known.size > 30) known.delete(known.keys().next().value ?? "");
    return html;
  }

  /** Marks what is chosen in the picture. @param {number | null} number */
  function mark(number) {
    for (const part of element.querySelectorAll("[aria-selected=true]")) part.removeAttribute("aria-selected");
    if (number !== null) partOf(number)?.setAttribute("aria-selected", "true");
  }

  /** Loads the page that an in-place change would have made. @param {URLSearchParams} next @param {string} [fragment] */
  function load(next, fragment = does.fragment()) {
    const to = queryOf(next);
    if (to === location.search) location.reload();
    else location.assign(`${path}${to}${fragment}`);
  }

  /** Shows what is said about what is chosen. @param {URLSearchParams} next */
  async function read(next) {
    const number = Number(next.get("at"));
    wanted = number;
    panel()?.setAttribute("aria-busy", "true");
    try {
      const html = await ask(next);
      if (signal.aborted || wanted !== number) return;
      const template = document.createElement("template");
      template.innerHTML = html;
      const aside = template.content.querySelector(".panel");
      if (!(aside instanceof HTMLElement)) throw new Error("no panel");
      const old = panel();
      if (old) old.replaceWith(aside);
      else beside?.querySelector(":scope > #picture")?.after(aside);
      document.title = aside.dataset.title ?? untitled;
      // A sheet that has just come may lie over what it is about.
      const part = old || getComputedStyle(aside).position !== "fixed" ? null : partOf(number);
      if (part) view.show(view.placeOf(part));
      aside.dispatchEvent(new CustomEvent("argmap:added", { bubbles: true }));
      performance.mark("argmap:panel", { detail: number });
    } catch {
      if (!signal.aborted && wanted === number) load(next, `#picture-${number}`);
    }
  }

  /** Takes the panel away; what else there is to read is beside the picture again. @param {Step} step */
  function close(step) {
    const next = choosing(null);
    clearTimeout(timer);
    late = null;
    wanted = 0;
    mark(null);
    element.dataset.scope = written(next);
    address(next, step);
    surround(next);
    announce("Nothing is chosen.");
  }

  /** Brings what the page of a scope has around the picture. A page that was loaded with a choice lacks what stands in the panel's place. @param {URLSearchParams} next @param {boolean} [above] whether the focus is another: then the way to it and the tools come too */
  function surround(next, above = false) {
    if (next.get("at")) void read(scope());
    else {
      panel()?.remove();
      document.title = untitled;
    }
    for (const part of (above && beside?.querySelectorAll(":scope > .overview, .map-side")) || []) part.remove();
    if (!beside || beside.querySelector(".map-side")) return;
    const wanted = () => !signal.aborted && (above ? scope().get("focus") === next.get("focus") : chosen() === null);
    void import("./map-side.js").then(({ bringSide }) => bringSide(beside, `${path}${queryOf(next)}`, signal, above, wanted)).then((done) => done || !wanted() || load(next));
  }

  /** Draws a node in focus with the way to it, or the map from its roots again. @param {URL} to */
  async function focusOn({ searchParams: query, hash, search }) {
    const [at, focus, depth] = ["at", "focus", "depth"].map((name) => query.get(name));
    const next = search ? scoped(scope(), { at: at ?? scope().get("at"), focus, depth }) : query;
    if (!(await redraw(next, hash.slice(1) || undefined))) return;
    surround(next, true);
    const part = partsOf(element).find(({ id }) => `#${id}` === hash) ?? element.querySelector("[role=treeitem][tabindex='0']");
    if (part instanceof HTMLElement) does.show(part);
    announce(focus ? `Focus on #${focus}: the way to it and what is below it are drawn.` : "The map is drawn from its roots.");
  }

  /** Chooses something that is drawn. @param {number} number @param {Step} step @param {boolean} [soon] whether the panel may wait for a pause */
  function choose(number, step, soon = false) {
    if (number === chosen() && (!beside || Number(panel()?.getAttribute("data-number")) === number)) return;
    const next = choosing(number);
    if (asked !== null) return void redraw(next, `picture-${number}`, step);
    mark(number);
    element.dataset.scope = written(next);
    document.dispatchEvent(new CustomEvent("argmap:selected", { detail: { number } }));
    if (!beside) return;
    clearTimeout(timer);
    const show = () => {
      late = null;
      address(next, step);
      void read(next);
    };
    // Browsers count how often an address changes, and the server how often it is asked.
    if (soon && performance.now() - passed < 3 * pause) {
      late = show;
      timer = setTimeout(show, pause);
    } else show();
    passed = performance.now();
  }
  signal.addEventListener("abort", () => clearTimeout(timer));

  /**
   * Draws another scope in place; the page is loaded where that cannot be done.
   * @param {URLSearchParams} next @param {string} [still] the id of what stays where it is on the screen @param {Step} [step]
   * @param {boolean} [unasked] whether nobody waits for it: then no page is loaded, and what somebody waits for goes first
   * @returns {Promise<boolean>}
   */
  async function redraw(next, still, step = "push", unasked = false) {
    if (unasked) {
      changing ??= await import("./map-change.js");
      if (asked !== null || signal.aborted) return false;
      next = scope();
    }
    const before = chosen();
    const mine = written(next);
    // Afterwards it would overwrite the address of what is drawn now.
    clearTimeout(timer);
    late?.();
    asked = mine;
    // Most people read a map for a while before they open something: it is no part of what they wait for.
    changing ??= await import("./map-change.js");
    const done = asked !== mine || (await changing.change(element, mine, { still, moved: (right, down) => view.follow(right, down) }));
    if (signal.aborted || asked !== mine) return false;
    asked = null;
    if (!done && unasked) return false;
    if (!done) {
      load(next, still ? `#${still}` : does.fragment());
      return false;
    }
    does.drawn();
    address(scope(), step);
    const at = chosen();
    if (at !== before && at !== null) {
      document.dispatchEvent(new CustomEvent("argmap:selected", { detail: { number: at } }));
      if (beside) void read(scope());
    }
    return true;
  }

  /** Opens or folds what stands below a part. @param {HTMLElement} part @param {boolean} open */
  async function unfold(part, open) {
    const number = Number(part.dataset.number);
    const more = part.querySelector("[data-more]")?.getAttribute("data-more");
    if (!beside && !embedded && !edited) return false;
    if (more) {
      const others = (scope().get("more") ?? "").split(",").filter((item) => item && !item.startsWith(`${number}:`));
      const drawn = new Set(partsOf(element).map(({ id }) => id));
      const last = part.previousElementSibling ?? part.parentElement?.previousElementSibling?.lastElementChild;
      const within = part.contains(document.activeElement);
      const done = await redraw(scoped(scope(), { more: [...others, more].sort((a, b) => parseInt(a) - parseInt(b)).join(",") }), last?.id);
      // What one pressed is now at the far end; one goes on with the first of what came.
      const first = done && within ? partsOf(element).find((other) => !drawn.has(other.id) && !isStep(other)) : null;
      if (first) does.show(first);
      return done;
    }
    const [opened, shut] = [numbersIn(scope(), "open"), numbersIn(scope(), "shut")];
    (open ? shut : opened).delete(number);
    (open ? opened : shut).add(number);
    let at = scope().get("at");
    for (let up = at && !open ? partOf(Number(at)) : null; up; up = upOf(up)) if (up === part) at = String(number);
    return redraw(scoped(scope(), { open: opened, shut, at }), part.id);
  }

  /** Shows a node or step, wherever it is. @param {number} number @param {boolean} [scroll] whether the page may be scrolled to the picture */
  async function go(number, scroll = true) {
    const part = partOf(number);
    if (part?.getAttribute("role") === "treeitem" && element.contains(part)) {
      does.show(part, { scroll });
      return choose(number, "push");
    }
    if (!(await redraw(choosing(number)))) return;
    const drawn = partOf(number);
    if (drawn) does.show(drawn, { scroll });
  }

  const leave = () => {
    if (!panel()) return false;
    close("push");
    return true;
  };

  /** Puts the focus into the panel of a part, as soon as it is there. @param {HTMLElement} part */
  async function enter(part) {
    const link = part.querySelector("a");
    if (!part.id.match(/^picture-\d+$/) || !beside) return link?.click();
    const number = Number(part.dataset.number);
    choose(number, "push");
    clearTimeout(timer);
    late?.();
    if (Number(panel()?.getAttribute("data-number")) !== number) await read(choosing(number));
    const aside = panel();
    if (!(aside instanceof HTMLElement)) return;
    aside.tabIndex = -1;
    aside.focus({ preventScroll: true });
  }

  /** Leads into the thread of a part, to where one says something. @param {HTMLElement} part @returns {boolean} whether threads are read here */
  function reply(part) {
    if (!beside) return false;
    const number = Number(part.dataset.number);
    void (async () => {
      if (part !== partOf(number)) await go(number);
      await enter(partOf(number) ?? part);
      const actions = panel()?.querySelector("#thread .actions");
      const form = actions?.querySelector("details");
      if (form) form.open = true;
      const place = actions?.querySelector("textarea") ?? actions?.querySelector("a, button");
      if (place instanceof HTMLElement) place.focus();
    })();
    return true;
  }

  /** @param {MouseEvent} event */
  function follow(event) {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("main a[href], .picture a[href]") : null;
    if (!(link instanceof HTMLAnchorElement) || link.target || link.download) return;
    const part = link.closest("[role=treeitem]");
    if (part instanceof HTMLElement && link.matches(".more, .fold")) {
      event.preventDefault();
      return void unfold(part, link.matches(".more"));
    }
    if (!beside) return;
    const to = new URL(link.href);
    if (to.origin !== location.origin || to.pathname !== path || !/^(#picture-[\w-]*)?$/.test(to.hash)) return;
    const number = Number(to.searchParams.get("at")) || null;
    if (link.closest(".levels")) {
      event.preventDefault();
      void redraw(scoped(scope(), { depth: to.searchParams.get("depth") })).then((done) => {
        for (const other of done ? document.querySelectorAll(".levels [aria-current]") : []) other.removeAttribute("aria-current");
        if (done) link.setAttribute("aria-current", "true");
      });
    } else if (to.searchParams.get("focus") !== scope().get("focus") || (!to.search && link.parentElement?.matches(".map-body > .tools"))) {
      event.preventDefault();
      void focusOn(to);
    } else if (number) {
      event.preventDefault();
      void go(number, part === null);
    } else if (link.rel === "up" && link.closest(".panel")) {
      event.preventDefault();
      const at = chosen();
      close("push");
      const part = at && partOf(at);
      if (part) part.focus({ preventScroll: true });
    }
  }

  if (beside || embedded) document.addEventListener("click", follow, { signal });
  if (!beside) return { go, enter, reply, leave, unfold, choose, redraw, chosen, scope, pass: (/** @type {HTMLElement} */ part) => document.dispatchEvent(new CustomEvent("argmap:selected", { detail: { number: Number(part.dataset.number) } })) };

  // What one points at for a moment is probably chosen next.
  let over = 0;
  /** @param {Event} event @param {number} wait */
  const expect = (event, wait) => {
    clearTimeout(over);
    const part = event.target instanceof Element ? event.target.closest("[role=treeitem]") : null;
    const number = part && /^picture-\d+$/.test(part.id) ? Number(part.getAttribute("data-number")) : null;
    if (number && number !== chosen() && !element.classList.contains("is-dragging")) over = setTimeout(() => ask(choosing(number)).catch(() => {}), wait);
  };
  element.addEventListener("pointerover", (event) => event.buttons === 0 && event.pointerType === "mouse" && expect(event, 80), { signal });
  element.addEventListener("pointerdown", (event) => expect(event, 0), { signal });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element) || !event.target.closest(".map-body > .panel")) return;
    const part = partOf(Number(panel()?.getAttribute("data-number")));
    if (!part) return;
    event.preventDefault();
    does.show(part);
  }, { signal });

  // Asked by enhance.js, which else loads the page anew.
  document.addEventListener("argmap:back", (event) => {
    if (location.pathname !== path) return;
    event.preventDefault();
    const next = new URLSearchParams(location.search);
    const number = Number(next.get("at")) || null;
    const rest = (/** @type {URLSearchParams} */ query) => written(scoped(query, { at: null, depth: query.get("depth") ?? scope().get("depth") }));
    const drawn = rest(next) === rest(scope());
    if (number === chosen() && drawn) return;
    if (drawn && number === null) return close("none");
    if (drawn && number && partOf(number)) return choose(number, "none");
    const inFocus = scope().get("focus");
    void redraw(scoped(next, {}), undefined, "none").then((done) => {
      if (!done) return;
      view.restore(location.hash);
      const refocused = next.get("focus") !== inFocus;
      if (refocused || number === null) surround(next, refocused);
    });
  }, { signal });

  return { go, enter, reply, leave, unfold, choose, redraw, chosen, scope, pass: (/** @type {HTMLElement} */ part) => /^picture-\d+$/.test(part.id) && choose(Number(part.dataset.number), "replace", true) };
}
