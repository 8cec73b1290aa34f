// @ts-check
// Where the parts of a picture are. Those of a large one stand in clusters, and their places count from there.

/** @typedef {{ left: number, top: number, width: number, height: number }} Place */
/** @typedef {{ part: HTMLElement, place: Place }} Placed */

// As in PictureClusters.
const clustersFrom = 200;
const inCluster = 24;

/** Where a part is on the canvas, also within a cluster. @param {HTMLElement} part @returns {Place} */
export function placeOf(part) {
  const own = styled(part);
  const cluster = clusterOf(part);
  const from = cluster && styled(cluster);
  return from ? { ...own, left: round(own.left + from.left), top: round(own.top + from.top) } : own;
}

/** @param {Element} element @returns {Place} as written: the browser says numbers of the style itself with six digits only, and every move would lose some of a large one */
export function styled(element) {
  const style = element.getAttribute("style") ?? "";
  /** @param {string} side */
  const of = (side) => parseFloat(style.slice(style.indexOf(side) + side.length)) || 0;
  return { left: of("left:"), top: of("top:"), width: of("width:"), height: of("height:") };
}

/** As many decimals as pictures have. @param {number} value */
export const round = (value) => Math.round(value * 100) / 100;

/** @param {Element} element @param {number} left @param {number} top @param {number} [width] @param {number} [height] */
export function put(element, left, top, width, height) {
  const size = width === undefined || height === undefined ? "" : `;width:${round(width)}px;height:${round(height)}px`;
  const style = element.getAttribute("style") ?? "";
  const sides = size ? /left:.*height:[^;]*/ : /left:[^;]*; *top:[^;]*/;
  const place = `left:${round(left)}px;top:${round(top)}px${size}`;
  const next = sides.test(style) ? style.replace(sides, place) : place;
  if (next !== style) element.setAttribute("style", next);
}

/** @param {Element} part @returns {HTMLElement | null} */
export const clusterOf = (part) => (part.parentElement?.classList.contains("cluster") ? part.parentElement : null);

/** @param {ParentNode} root @param {string} id @returns {HTMLElement | null} */
export const find = (root, id) => root.querySelector(`#${CSS.escape(id)}`);

/** @param {ParentNode} root @returns {HTMLElement[]} */
export const partsIn = (root) => [...root.querySelectorAll("[role=treeitem]")].filter((part) => part instanceof HTMLElement);

/** Large pictures are divided into clusters, small ones are not. @param {HTMLElement} tree @param {Set<HTMLElement>} touched */
export function cluster(tree, touched) {
  const parts = partsIn(tree);
  const isDivided = tree.firstElementChild?.classList.contains("cluster") ?? false;
  if (parts.length <= clustersFrom) {
    if (!isDivided) return;
    const placed = parts.map(place);
    tree.replaceChildren(...parts);
    for (const { part, place } of placed) put(part, place.left, place.top);
  } else if (!isDivided) {
    const placed = parts.map(place);
    tree.replaceChildren();
    divide(placed, (box) => tree.append(box));
  } else {
    for (const box of touched) if (box.isConnected) tidy(box);
  }
}

/** @param {HTMLElement} part @returns {Placed} */
const place = (part) => ({ part, place: placeOf(part) });

/** Parts in clusters of their own. @param {Placed[]} parts @param {(box: HTMLElement) => void} add */
function divide(parts, add) {
  for (let first = 0; first < parts.length; first += inCluster) {
    const box = document.createElement("div");
    box.className = "cluster";
    box.setAttribute("role", "none");
    add(box);
    gather(box, parts.slice(first, first + inCluster));
  }
}

/** A cluster is about as large as at first, and its box as large as its parts. @param {HTMLElement} box */
function tidy(box) {
  const parts = /** @type {HTMLElement[]} */ ([...box.children]).map(place);
  if (parts.length === 0) return box.remove();
  const neighbour = /** @type {HTMLElement | null} */ (box.previousElementSibling ?? box.nextElementSibling);
  if (parts.length > 2 * inCluster) {
    let last = box;
    divide(parts, (next) => {
      last.after(next);
      last = next;
    });
    box.remove();
  } else if (neighbour && parts.length < inCluster / 2 && parts.length + neighbour.childElementCount <= 2 * inCluster) {
    const others = /** @type {HTMLElement[]} */ ([...neighbour.children]).map(place);
    gather(neighbour, neighbour === box.previousElementSibling ? [...others, ...parts] : [...parts, ...others]);
    box.remove();
  } else {
    gather(box, parts);
  }
}

/** Puts all parts of a cluster into it, in order, and draws its box around them. @param {HTMLElement} box @param {Placed[]} parts */
function gather(box, parts) {
  const left = Math.min(...parts.map(({ place }) => place.left));
  const top = Math.min(...parts.map(({ place }) => place.top));
  put(box, left, top, Math.max(...parts.map(({ place }) => place.left + place.width)) - left, Math.max(...parts.map(({ place }) => place.top + place.height)) - top);
  let there = box.firstElementChild;
  for (const { part, place } of parts) {
    if (part === there) there = there.nextElementSibling;
    else box.insertBefore(part, there);
    put(part, place.left - left, place.top - top);
  }
}
