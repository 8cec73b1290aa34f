// @ts-check
// Makes one picture out of another in place. What changes is the server's decision (docs/decisions/ADR-017 and ADR-026); here it is only done, all of it or nothing.
import { cluster, clusterOf, find, partsIn, placeOf, put, round, styled } from "./map-places.js";

export { placeOf };

/**
 * What the server says.
 * @typedef {object} Answer
 * @property {number} revision
 * @property {string} changedAt
 * @property {string} scope
 * @property {string} drawn
 * @property {number} width
 * @property {number} height
 * @property {number} paper
 * @property {string[]} [notices]
 * @property {string} [whole]
 * @property {string[]} [gone]
 * @property {[string, string, number, number][]} [moves]
 * @property {{ after?: string, html: string }[]} [runs]
 * @property {[string, number, number][]} [sets]
 * @property {string} [links]
 */

/**
 * What the caller wishes.
 * @typedef {object} Wishes
 * @property {string} [still] id of the part that shall stay where it is on the screen
 * @property {(right: number, down: number) => void} [moved] called when the picture has changed, with the way that part has moved on the canvas: move the view by as much
 */

/** @typedef {import("./map-places.js").Place} Place */
/** @typedef {{ element: Element, right: number, down: number }} Glide */

/** The more there is to move, the less anybody can follow it. */
const mostGlides = 250;
const timing = { duration: 180, easing: "ease-out" };

/** What a script has said of a part, which the server does not know of. */
const ownClasses = ["match", "is-new"];

/** What is being asked for. @type {WeakMap<Element, { given: AbortController, done: Promise<boolean> }>} */
const asked = new WeakMap();

/**
 * Asks for the picture of another scope and shows it. From now on data-scope says that scope, for whoever goes on from it; while a call waits for its answer, the next one takes its place.
 * What is chosen in the meantime by script alone, also in data-scope, stays chosen.
 * @param {HTMLElement} picture the `.picture`
 * @param {string} scope as the query of an address
 * @param {Wishes} [wishes]
 * @returns {Promise<boolean>} true when it is shown, or what a later call that has taken over asked for; false when the page must be loaded instead
 */
export function change(picture, scope, wishes = {}) {
  asked.get(picture)?.given.abort();
  const given = new AbortController();
  const done = ask(picture, scope, wishes, given.signal).catch(() => false);
  asked.set(picture, { given, done });
  return done;
}

/** @param {HTMLElement} picture @param {string} scope @param {Wishes} wishes @param {AbortSignal} signal @returns {Promise<boolean>} */
async function ask(picture, scope, wishes, signal) {
  const address = addressOf(picture, scope);
  picture.dataset.scope = scope;
  const answer = await answerOf(address, signal);
  if (signal.aborted) return asked.get(picture)?.done ?? false;
  const chosen = atIn(picture.dataset.scope);
  if (!answer || !apply(picture, answer, wishes)) return false;
  if (chosen !== atIn(scope)) chooseAlone(picture, chosen);
  return true;
}

/** @param {string} address @param {AbortSignal} signal @returns {Promise<Answer | null>} */
async function answerOf(address, signal) {
  try {
    const response = await fetch(address, { signal, headers: { Accept: "application/json" } });
    return response.ok && response.headers.get("Content-Type")?.startsWith("application/json") ? await response.json() : null;
  } catch {
    return null;
  }
}

/** @param {string} scope */
const atIn = (scope) => new URLSearchParams(scope).get("at");

/** Chooses a part, or none, as a script does that does not ask the server. @param {HTMLElement} picture @param {string | null} at */
function chooseAlone(picture, at) {
  if (at && !find(picture, `picture-${at}`)) return;
  const scope = new URLSearchParams(picture.dataset.scope);
  scope.delete("at");
  picture.dataset.scope = [at && `at=${at}`, decodeURIComponent(`${scope}`)].filter(Boolean).join("&");
  choose(picture, at);
  oneTabStop(picture);
}

/** @param {HTMLElement} picture @param {string} scope */
function addressOf(picture, scope) {
  const { slug, revision, changedAt, drawn = "" } = picture.dataset;
  const mark = drawn.indexOf("?");
  const query = new URLSearchParams(scope);
  if (mark > 0 && revision && changedAt) {
    query.set("was", drawn.slice(mark + 1));
    query.set("drawn", drawn.slice(0, mark));
    query.set("revision", revision);
    query.set("changedAt", changedAt);
  }
  return `/m/${slug}/picture?${query}`;
}

/**
 * Changes the picture as the server says. Everything is looked up before anything is changed: an answer that does not fit the picture changes nothing.
 * @param {HTMLElement} picture the `.picture`
 * @param {Answer} answer
 * @param {Wishes} [wishes]
 * @returns {boolean} whether it fitted
 */
export function apply(picture, answer, { still, moved } = {}) {
  const diagram = picture.querySelector(".diagram");
  if (!(diagram instanceof HTMLElement)) return false;
  const plan = answer.whole === undefined ? planOf(picture, answer) : null;
  const whole = answer.whole === undefined ? null : fragment(answer.whole).querySelector(".diagram");
  if (!plan && !(whole instanceof HTMLElement)) return false;

  const before = still ? placeOfId(picture, still) : null;
  const sight = plan && !matchMedia("(prefers-reduced-motion: reduce)").matches ? sightOf(picture, diagram) : null;
  const focus = focusIn(picture);
  const glides = plan ? applyPlan(diagram, plan, sight) : [];
  if (whole instanceof HTMLElement) {
    for (const name of ["sideways", "downwards", "compact", "large"]) diagram.classList.toggle(name, whole.classList.contains(name));
    diagram.replaceChildren(...whole.childNodes);
    ready(picture, partsIn(diagram));
  }

  diagram.style.width = `${answer.width}px`;
  diagram.style.height = `${answer.height}px`;
  diagram.style.setProperty("--on-paper", `${answer.paper}`);
  const svg = diagram.querySelector("svg.links");
  svg?.setAttribute("width", `${answer.width}`);
  svg?.setAttribute("height", `${answer.height}`);
  Object.assign(picture.dataset, { revision: `${answer.revision}`, changedAt: answer.changedAt, scope: answer.scope, drawn: `${answer.drawn}?${answer.scope}` });
  choose(picture, atIn(answer.scope));
  focusAgain(picture, focus);
  oneTabStop(picture);

  const after = still ? placeOfId(picture, still) : null;
  const way = before && after ? { right: round(after.left - before.left), down: round(after.top - before.top) } : { right: 0, down: 0 };
  if (way.right || way.down) moved?.(way.right, way.down);
  if (sight && plan) glide(diagram, sight, plan, glides, moved ? way : { right: 0, down: 0 });
  const announcer = document.getElementById("announcer");
  if (announcer && answer.notices) announcer.textContent = answer.notices.join(" ");
  return true;
}

/** @param {string} html */
function fragment(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/** @param {ParentNode} picture @param {string} id */
function placeOfId(picture, id) {
  const part = find(picture, id);
  return part && placeOf(part);
}

/**
 * Looks up all that an answer speaks of.
 * @param {HTMLElement} picture @param {Answer} answer
 */
function planOf(picture, { gone = [], moves = [], runs = [], sets = [], links = "" }) {
  let fits = true;
  /** @param {string} id @returns {HTMLElement} */
  const known = (id) => find(picture, id) ?? ((fits = false), picture);
  const plan = {
    gone: gone.map(known),
    moves: moves.map(([first, last, right, down]) => ({ first: known(first), last: known(last), right, down })),
    runs: runs.map(({ after, html }) => ({ after: after ? known(after) : null, parts: partsIn(fragment(html)) })),
    sets: sets.map(([id, position, size]) => ({ part: known(id), position, size })),
    links: [...(fragment(`<svg>${links}</svg>`).firstElementChild?.children ?? [])],
    /** Parts that are there for the first time. @type {HTMLElement[]} */
    fresh: [],
    /** What is there in an older form, with the place it has. @type {Map<string, { old: HTMLElement, place: Place }>} */
    replaced: new Map(),
  };
  for (const part of plan.runs.flatMap((run) => run.parts)) {
    const old = find(picture, part.id);
    if (old) plan.replaced.set(part.id, { old, place: placeOf(old) });
    else plan.fresh.push(part);
    ready(picture, [part]);
  }
  return fits ? plan : null;
}

/** With the script, the tree has one tab stop: links are reached through their parts. @param {Element} picture @param {HTMLElement[]} parts */
function ready(picture, parts) {
  if (!picture.classList.contains("live")) return;
  for (const part of parts) for (const link of part.getElementsByTagName("a")) link.tabIndex = -1;
}

/**
 * @param {HTMLElement} diagram @param {NonNullable<ReturnType<typeof planOf>>} plan @param {Sight | null} sight
 * @returns {Glide[]} what has moved within sight
 */
function applyPlan(diagram, plan, sight) {
  const tree = /** @type {HTMLElement} */ (diagram.querySelector(".parts"));
  const svg = /** @type {SVGSVGElement} */ (diagram.querySelector("svg.links"));
  /** @type {Glide[]} */
  const glides = [];
  /** Clusters whose parts are others, or elsewhere, than they were. @type {Set<HTMLElement>} */
  const touched = new Set();
  /** @param {Element} part */
  const touch = (part) => {
    const cluster = clusterOf(part);
    if (cluster) touched.add(cluster);
  };

  moveParts(plan, sight, glides, touch, moveLinks(svg, plan, sight, glides));
  for (const element of plan.gone) {
    touch(element);
    element.remove();
  }
  for (const { after, parts } of plan.runs) {
    let last = after;
    for (const part of parts) {
      const { old, place } = plan.replaced.get(part.id) ?? {};
      if (old && place) {
        const now = styled(part);
        const [right, down] = [now.left - place.left, now.top - place.top];
        if (sight && (right || down) && isSeen(sight, place, right, down)) glides.push({ element: part, right, down });
        for (const name of ownClasses) part.classList.toggle(name, old.classList.contains(name));
        touch(old);
        old.remove();
      }
      const first = tree.firstElementChild;
      if (last) last.after(part);
      else (first?.classList.contains("cluster") ? first : tree).prepend(part);
      const cluster = clusterOf(part);
      if (cluster) {
        const [own, from] = [styled(part), styled(cluster)];
        put(part, own.left - from.left, own.top - from.top);
      }
      touch(part);
      last = part;
    }
  }
  for (const { part, position, size } of plan.sets) {
    part.setAttribute("aria-posinset", `${position}`);
    part.setAttribute("aria-setsize", `${size}`);
  }
  cluster(tree, touched);
  replaceLinks(svg, plan.links);
  return glides;
}

/**
 * Moves parts, and whole clusters where all of one moves.
 * @param {NonNullable<ReturnType<typeof planOf>>} plan @param {Sight | null} sight @param {Glide[]} glides @param {(part: Element) => void} touch
 * @param {(moved: Map<string, { right: number, down: number }>) => void} moveLinks
 */
function moveParts(plan, sight, glides, touch, moveLinks) {
  /** @type {Map<string, { right: number, down: number }>} */
  const moved = new Map();
  for (const { first, last, right, down } of plan.moves) {
    const way = { right, down };
    for (let part = first; ; ) {
      const cluster = clusterOf(part);
      const all = cluster && part === cluster.firstElementChild && (clusterOf(last) !== cluster || last === cluster.lastElementChild);
      const element = all ? cluster : part;
      const place = all ? styled(cluster) : placeOf(part);
      const end = all ? /** @type {HTMLElement} */ (cluster.lastElementChild) : part;
      const own = styled(element);
      put(element, own.left + right, own.top + down);
      if (!all) touch(part);
      for (const each of all ? cluster.children : [part]) if (!plan.replaced.has(each.id)) moved.set(each.id.slice("picture-".length), way);
      if (sight && glides.length <= mostGlides && isSeen(sight, place, right, down)) glides.push({ element, right, down });
      const next = end === last ? null : end.nextElementSibling ?? end.parentElement?.nextElementSibling?.firstElementChild;
      if (!(next instanceof HTMLElement)) break;
      part = next;
    }
  }
  moveLinks(moved);
}

/** A link moves with the part that it belongs to. @param {SVGSVGElement} svg @param {{ links: Element[] }} plan @param {Sight | null} sight @param {Glide[]} glides */
const moveLinks = (svg, plan, sight, glides) => (/** @type {Map<string, { right: number, down: number }>} */ moved) => {
  if (moved.size === 0) return;
  const redrawn = new Set(plan.links.map((link) => link.id));
  for (const path of svg.children) {
    const way = moved.get(path.id.replace(/^[a-z]+-|-core$/g, ""));
    if (!way || redrawn.has(path.id)) continue;
    const data = path.getAttribute("d") ?? "";
    const start = /^M(\S+?) (-?[\d.]+)/.exec(data);
    if (!start) continue;
    const [left, top] = [parseFloat(start[1]), parseFloat(start[2])];
    path.setAttribute("d", `M${round(left + way.right)} ${round(top + way.down)}${data.slice(start[0].length)}`);
    if (sight && glides.length <= mostGlides && isSeen(sight, { left, top, width: 0, height: 0 }, way.right, way.down)) glides.push({ element: path, ...way });
  }
};

/** @param {SVGSVGElement} svg @param {Element[]} links */
function replaceLinks(svg, links) {
  for (const link of links) {
    const old = find(svg, link.id);
    // The line within a double line lies above it, and below the lines that come later.
    const outer = link.id.endsWith("-core") ? find(svg, link.id.slice(0, -"-core".length)) : null;
    if (old) old.replaceWith(link);
    else if (outer) outer.after(link);
    else svg.append(link);
  }
}

/** @param {HTMLElement} picture @param {string | null} at */
function choose(picture, at) {
  const chosen = at && find(picture, `picture-${at}`);
  for (const part of picture.querySelectorAll("[aria-selected]")) if (part !== chosen) part.removeAttribute("aria-selected");
  if (chosen) chosen.setAttribute("aria-selected", "true");
}

/** Where the focus is: the part, what it hangs from up to the root, and the link within it. @param {HTMLElement} picture */
function focusIn(picture) {
  const element = document.activeElement;
  const own = picture.contains(element) ? element?.closest("[role=treeitem]") : null;
  if (!element || !(own instanceof HTMLElement)) return null;
  const way = [];
  for (let part = /** @type {HTMLElement | null} */ (own); part; part = part.dataset.up ? find(picture, part.dataset.up) : null) way.push(part.id);
  return { element, way, link: element === own ? null : element.className };
}

/** @param {HTMLElement} picture @param {ReturnType<typeof focusIn>} focus */
function focusAgain(picture, focus) {
  if (!focus || document.activeElement === focus.element) return;
  const part = focus.way.map((id) => find(picture, id)).find((found) => found);
  const links = [...(part?.getElementsByTagName("a") ?? [])];
  const link = focus.link === null ? null : links.find((each) => each.className === focus.link) ?? links.find((each) => /more|fold/.test(each.className));
  (link ?? part ?? picture).focus({ preventScroll: true });
}

/** @param {HTMLElement} picture */
function oneTabStop(picture) {
  const focused = picture.contains(document.activeElement) ? document.activeElement?.closest("[role=treeitem]") : null;
  const stop = focused ?? picture.querySelector("[aria-selected=true]") ?? picture.querySelector(".is-focus") ?? picture.querySelector("[role=treeitem]");
  for (const part of picture.querySelectorAll("[role=treeitem][tabindex='0']")) if (part !== stop) part.setAttribute("tabindex", "-1");
  stop?.setAttribute("tabindex", "0");
}

/** @typedef {{ left: number, top: number, right: number, bottom: number, zoom: number }} Sight what of the canvas is on the screen */

/** @param {HTMLElement} picture @param {HTMLElement} diagram @returns {Sight} */
function sightOf(picture, diagram) {
  const [screen, canvas] = [picture.getBoundingClientRect(), diagram.getBoundingClientRect()];
  const zoom = canvas.width / (diagram.offsetWidth || 1) || 1;
  const left = (screen.left - canvas.left) / zoom;
  const top = (screen.top - canvas.top) / zoom;
  return { left, top, right: left + screen.width / zoom, bottom: top + screen.height / zoom, zoom };
}

/** Whether a box is within sight before or after it has moved. @param {Sight} sight @param {Place} place @param {number} right @param {number} down */
const isSeen = (sight, { left, top, width, height }, right, down) =>
  Math.min(left, left + right) < sight.right && Math.max(left, left + right) + width > sight.left && Math.min(top, top + down) < sight.bottom && Math.max(top, top + down) + height > sight.top;

/**
 * Lets what has moved come from where it was, and what is new appear. Everything is in its place already: this is only seen.
 * @param {HTMLElement} diagram @param {Sight} sight @param {{ fresh: HTMLElement[], links: Element[] }} plan @param {Glide[]} glides @param {{ right: number, down: number }} way how far the view has moved
 */
function glide(diagram, sight, plan, glides, way) {
  // The view moves with the part that stays: what is new in it is seen where it will be.
  const { right, down } = way;
  const seen = { ...sight, left: sight.left + right, right: sight.right + right, top: sight.top + down, bottom: sight.bottom + down };
  const fresh = [...plan.fresh.filter((part) => isSeen(seen, placeOf(part), 0, 0)), ...plan.links];
  if (glides.length + fresh.length > mostGlides) return;
  for (const { element, right, down } of glides) {
    const moving = element.animate({ translate: [`${-right}px ${-down}px`, "0px 0px"] }, timing);
    // A cluster cuts off what is outside its box.
    const box = clusterOf(element);
    if (!box) continue;
    box.classList.add("is-moving");
    void moving.finished.catch(() => {}).then(() => box.classList.remove("is-moving"));
  }
  for (const element of fresh) element.animate({ opacity: [0, 1], translate: [`${-right}px ${-down}px`, "0px 0px"] }, timing);
  if (right || down) diagram.animate({ translate: [`${right * sight.zoom}px ${down * sight.zoom}px`, "0px 0px"] }, timing);
}
