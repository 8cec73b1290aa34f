// @ts-check
// Where the parts of a picture are. Those of a large one stand in clusters, and their places count from there.

/** @typedef {{ left: number, top: number, width: number, height: number }} Place */
/** @typedef {{ part: HTMLElement, place: Place }} Placed */

// As in PictureClusters.
const clustersFrom = 400;
const inCluster = 50;

/** Where a part is on the canvas, also within a cluster. @param {HTMLElement} part @returns {Place} */
export function placeOf(part) {
  const own = styled(part);
  const cluster = clusterOf(part);
  return cluster ? { ...own, left: round(own.left + number(cluster.style.left)), top: round(own.top + number(cluster.style.top)) } : own;
}

/** @param {HTMLElement} element @returns {Place} */
export const styled = ({ style }) => ({ left: number(style.left), top: number(style.top), width: number(style.width), height: number(style.height) });

/** @param {string} length */
export const number = (length) => parseFloat(length) || 0;

/** As many decimals as pictures have. @param {number} value */
export const round = (value) => Math.round(value * 100) / 100;

/** @param {HTMLElement} element @param {number} left @param {number} top */
export function put(element, left, top) {
  element.style.left = `${round(left)}px`;
  element.style.top = `${round(top)}px`;
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
  put(box, left, top);
  box.style.width = `${round(Math.max(...parts.map(({ place }) => place.left + place.width)) - left)}px`;
  box.style.height = `${round(Math.max(...parts.map(({ place }) => place.top + place.height)) - top)}px`;
  if (parts.some(({ part }, i) => box.children[i] !== part)) box.replaceChildren(...parts.map(({ part }) => part));
  for (const { part, place } of parts) put(part, place.left - left, place.top - top);
}
