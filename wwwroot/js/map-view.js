// @ts-check
// Where one looks at a picture: one transform on its diagram, and the level of detail that belongs to the zoom.

const most = 3;
const margin = 24;
// As in map.css: how far up what is not drawn is moved out of sight, in canvas units.
const awayBy = 1_000_000;
/** Below this zoom a node is no larger than 8 by 3 pixels, and a large picture is one sheet (map-far.js). */
export const far = 0.028;
// So many windows beyond an edge browsers style and lay out what has `content-visibility: auto`; where it is scaled, the windows are as well (measured in Chromium 156).
const ahead = 1.5;

/** @typedef {{ left: number, top: number, width: number, height: number }} Box a place in canvas units */
/** @typedef {{ x: number, y: number, zoom: number, width: number, height: number }} Looked from where one looks, and how much one sees */

/** @param {number} value @param {number} low @param {number} high */
const between = (value, low, high) => Math.min(Math.max(value, Math.min(low, high)), Math.max(low, high));

/** The level of detail at a zoom. A level is kept a little beyond its border, so that it does not flicker there. @param {number} zoom @param {string | undefined} now */
function detail(zoom, now) {
  const full = now === "full" ? 0.53 : 0.57;
  const title = now === "block" ? 0.23 : 0.21;
  return zoom >= full ? "full" : zoom >= title ? "title" : "block";
}

/**
 * The level of detail of what is drawn. To give another one to all of a large picture takes longer than a frame: while it moves, what is in sight gets it
 * cluster by cluster, as many as the frames bear; the rest, and the lines, when it rests.
 */
class Detail {
  #frame = 0;
  #last = 0;
  #most = 1;
  /** From where it was drawn last. @type {Looked | null} */
  #drawn = null;

  /** @param {View} view */
  constructor(view) {
    this.view = view;
  }

  /** What is not drawn as is wanted: clusters or, where there are none, all parts; and the lines. @param {string} [wanted] @returns {HTMLElement[]} */
  #behind(wanted = this.view.element.dataset.lod) {
    /** @type {NodeListOf<HTMLElement>} */
    const holders = this.view.diagram.querySelectorAll(":scope > .links, :scope > .parts:not(:has(> .cluster)), :scope > .parts > .cluster");
    return [...holders].filter((holder) => (holder.dataset.detail ?? "full") !== wanted);
  }

  /** Whether it lies at most so many windows, at the zoom, beyond the viewport: 0 for what is in sight. @param {HTMLElement} holder @param {number} reach @param {Looked} [from] */
  #isWithin({ style }, reach, { x, y, zoom, width, height } = this.view) {
    if (this.view.isFar) return false;
    // All parts together have no place of their own: they are where the picture is.
    if (!style.width) return true;
    const [left, top] = [x + parseFloat(style.left) * zoom, y + parseFloat(style.top) * zoom];
    const [across, along] = [reach * innerWidth * zoom, reach * innerHeight * zoom];
    return left < width + across && top < height + along && left + parseFloat(style.width) * zoom > -across && top + parseFloat(style.height) * zoom > -along;
  }

  /** @param {HTMLElement[]} holders @param {string} [level] */
  #give(holders, level = this.view.element.dataset.lod) {
    for (const holder of holders) holder.dataset.detail = level;
  }

  /** Gives it to all at once. */
  settle() {
    this.#give(this.#behind());
  }

  /** Gives all the level that can be read on paper, from wherever one looks at the screen. */
  forPaper() {
    // Print is sharper than a screen.
    const level = detail(1.3 * parseFloat(getComputedStyle(this.view.diagram).getPropertyValue("--on-paper")), undefined);
    this.#give(this.#behind(level), level);
  }

  /** Before it is drawn from somewhere else: what comes into sight only now has no style yet, and is not given two. */
  foresee() {
    const { x, y, zoom, width, height } = this.view;
    const before = this.#drawn;
    this.#drawn = { x, y, zoom, width, height };
    if (before && zoom !== before.zoom) this.#give(this.#behind().filter((holder) => holder.matches(".cluster") && !this.#isWithin(holder, ahead, before)));
  }

  /** Gives it little by little. */
  follow() {
    this.#frame ||= requestAnimationFrame((now) => this.#step(now));
  }

  /** @param {number} now */
  #step(now) {
    this.#frame = 0;
    // A frame that came late had too much to do.
    this.#most = now - this.#last > 20 ? Math.max(1, this.#most >> 1) : Math.min(this.#most + 1, 3);
    this.#last = now;
    const behind = this.#behind();
    if (behind.length === 0) return;
    const [lines, parts] = [behind.filter((holder) => holder.matches(".links")), behind.filter((holder) => !holder.matches(".links"))];
    // What the browser has not drawn costs nothing now, and twice as much when it comes into sight as it was.
    this.#give(parts.filter((holder) => !this.#isWithin(holder, ahead)));
    const seen = parts.filter((holder) => this.#isWithin(holder, 0));
    if (this.view.isMoving) this.#give(seen.slice(0, this.#most));
    else if (seen.length > 0) this.#give(seen.slice(0, 4 * this.#most));
    else this.#give([...lines, ...parts]);
    this.follow();
  }
}

/** A picture as it is looked at. */
export class View {
  x = 0;
  y = 0;
  zoom = 1;
  width = 0;
  height = 0;
  size = { width: 0, height: 0 };
  /** Whether it is so far away that its parts are not drawn by the browser (map-far.js). */
  isFar = false;
  /** Called after each drawn movement. @type {() => void} */
  onMove = () => {};
  #frame = 0;
  #rest = 0;
  #flight = 0;
  detail = new Detail(this);

  /** @param {HTMLElement} element the .picture @param {HTMLElement} diagram the one element that is moved */
  constructor(element, diagram) {
    this.element = element;
    this.diagram = diagram;
    this.measure();
  }

  measure() {
    this.width = this.element.clientWidth;
    this.height = this.element.clientHeight;
    this.size = { width: this.diagram.offsetWidth, height: this.diagram.offsetHeight };
  }

  /** What is drawn, or is not, as one: the clusters of a large picture. @returns {NodeListOf<HTMLElement>} */
  get clusters() {
    return this.diagram.querySelectorAll(":scope > .parts > .cluster");
  }

  /** Draws with the next frame; however many events came before it, once. */
  draw() {
    this.#frame ||= requestAnimationFrame(() => this.place());
    this.element.classList.add("is-moving");
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.element.classList.remove("is-moving"), 200);
  }

  /** Draws at once. */
  place() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.diagram.style.transform = `translate(${this.x.toFixed(2)}px, ${this.y.toFixed(2)}px) scale(${this.zoom.toFixed(6)})`;
    const level = detail(this.zoom, this.element.dataset.lod);
    if (this.element.dataset.lod !== level) {
      this.element.dataset.lod = level;
      this.detail.follow();
    }
    this.detail.foresee();
    this.onMove();
  }

  /** Whether it moves, or has moved only just now. */
  get isMoving() {
    return this.element.classList.contains("is-moving");
  }

  /** How far the picture may be moved on one axis, so that it fills the viewport, or lies in its middle. @param {number} room @param {number} content */
  static #bounds(room, content) {
    return content + 2 * margin <= room ? [(room - content) / 2, (room - content) / 2] : [room - content - margin, margin];
  }

  /** Leaves no more empty ground beside the picture than its margin. */
  settle() {
    const [left, right] = View.#bounds(this.width, this.size.width * this.zoom);
    const [top, bottom] = View.#bounds(this.height, this.size.height * this.zoom);
    this.x = between(this.x, left, right);
    this.y = between(this.y, top, bottom);
    this.draw();
  }

  /** Moves by what a hand drags; the middle of the viewport stays over the picture. @param {number} dx @param {number} dy */
  drag(dx, dy) {
    this.stop();
    this.x = between(this.x + dx, this.width / 2 - this.size.width * this.zoom, this.width / 2);
    this.y = between(this.y + dy, this.height / 2 - this.size.height * this.zoom, this.height / 2);
    this.draw();
  }

  /** Moves by a wheel. @param {number} dx @param {number} dy @returns {boolean} whether there was anything left to move to */
  roll(dx, dy) {
    /** @param {number} at @param {number} by @param {number} room @param {number} content */
    const moved = (at, by, room, content) => {
      const [low, high] = View.#bounds(room, content);
      // Ground that a drag laid bare may be rolled back, never further away.
      return by < 0 ? Math.max(at + by, Math.min(at, low)) : Math.min(at + by, Math.max(at, high));
    };
    const x = moved(this.x, -dx, this.width, this.size.width * this.zoom);
    const y = moved(this.y, -dy, this.height, this.size.height * this.zoom);
    if (Math.abs(x - this.x) + Math.abs(y - this.y) < 0.5) return false;
    [this.x, this.y] = [x, y];
    this.draw();
    return true;
  }

  /** Moves by what a finger drags, as far as there is picture. @param {number} dx @param {number} dy @returns {number} how much of the way down is left for the page */
  push(dx, dy) {
    const top = this.y;
    this.roll(-dx, -dy);
    return dy - (this.y - top);
  }

  /** Keeps in its place on the screen what has moved on the canvas. @param {number} right @param {number} down both in canvas units */
  follow(right, down) {
    this.stop();
    this.x -= right * this.zoom;
    this.y -= down * this.zoom;
    this.place();
  }

  /** Zooms; what lies at a point of the viewport stays there. @param {number} zoom @param {number} [px] @param {number} [py] */
  zoomTo(zoom, px = this.width / 2, py = this.height / 2) {
    this.stop();
    const next = between(zoom, this.least, most);
    this.x = px - ((px - this.x) * next) / this.zoom;
    this.y = py - ((py - this.y) * next) / this.zoom;
    this.zoom = next;
    this.draw();
  }

  /** The zoom at which all of it is in sight, with its margin. */
  get whole() {
    const zoom = Math.min((this.width - 2 * margin) / this.size.width, (this.height - 2 * margin) / this.size.height);
    return zoom > 0 ? zoom : 0.02;
  }

  /** The smallest zoom: however large a picture is, one can see the whole of it. */
  get least() {
    return Math.min(0.02, this.whole);
  }

  /** Shows the whole picture. */
  fit() {
    this.stop();
    this.zoom = Math.min(this.whole, Math.max(1, this.normal));
    this.x = 0;
    this.y = 0;
    this.settle();
  }

  /** The zoom at which text has the size the person asked of the browser. */
  get normal() {
    const zoom = (parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
    // A pixel more or less is the page's own doing, and letters are sharpest at their own size.
    return zoom > 0.9 && zoom < 1.1 ? 1 : between(zoom, 0.5, most);
  }

  /** The place of a part, whatever it is nested in. @param {Element} part @returns {Box} */
  placeOf(part) {
    const box = part.getBoundingClientRect();
    const ground = this.diagram.getBoundingClientRect();
    // Zoomed pages measure in the same units here as there, so only the quotient matters.
    const scale = ground.width / this.size.width || 1;
    const down = part.closest(".is-away") ? awayBy : 0;
    return { left: (box.left - ground.left) / scale, top: (box.top - ground.top) / scale + down, width: box.width / scale, height: box.height / scale };
  }

  /** What of the viewport can be seen: neither beyond the window's edges nor behind a panel that lies over it. @param {boolean} scroll whether the page may be scrolled to show more @returns {[number, number]} from, to */
  #sight(scroll) {
    const panel = document.querySelector(".map-body > .panel");
    const sheet = panel && getComputedStyle(panel).position === "fixed" ? panel.getBoundingClientRect().top : innerHeight;
    const seen = () => {
      const { top } = this.element.getBoundingClientRect();
      return /** @type {[number, number]} */ ([Math.max(0, -top), Math.min(this.height, sheet - top)]);
    };
    const [from, to] = seen();
    // Over a sheet every line counts.
    if (scroll && to - from < (sheet < innerHeight ? 0.9 : 0.6) * Math.min(this.height, sheet)) this.element.scrollIntoView({ block: sheet < innerHeight || this.height > innerHeight ? "start" : "nearest" });
    const [top, bottom] = scroll ? seen() : [from, to];
    return bottom - top > 40 ? [top, bottom] : [0, this.height];
  }

  /** Brings a place into sight with the least movement. @param {Box} box @param {{ middle?: boolean, scroll?: boolean }} [how] to the middle instead; not by scrolling the page */
  show(box, { middle = false, scroll = true } = {}) {
    const [top, bottom] = this.#sight(scroll);
    /** @param {number} at @param {number} from @param {number} length @param {number} low @param {number} high */
    const onto = (at, from, length, low, high) => {
      const start = from * this.zoom;
      const room = Math.min(margin * 2, (high - low) / 8);
      if (middle) return (low + high) / 2 - start - (length * this.zoom) / 2;
      const first = low + room - start;
      return length * this.zoom + 2 * room > high - low ? first : between(at, first, high - room - start - length * this.zoom);
    };
    this.fly(onto(this.x, box.left, box.width, 0, this.width), onto(this.y, box.top, box.height, top, bottom));
  }

  /** @param {number} x @param {number} y */
  fly(x, y) {
    this.stop();
    const [fromX, fromY] = [this.x, this.y];
    const far = Math.hypot(x - fromX, y - fromY);
    if (matchMedia("(prefers-reduced-motion: reduce)").matches || far > 4 * this.width || far < 2) {
      [this.x, this.y] = [x, y];
      return this.draw();
    }
    const begun = performance.now();
    /** @param {number} now */
    const step = (now) => {
      const part = between((now - begun) / 180, 0, 1);
      const eased = 1 - (1 - part) ** 3;
      this.x = fromX + (x - fromX) * eased;
      this.y = fromY + (y - fromY) * eased;
      this.draw();
      this.#flight = part < 1 ? requestAnimationFrame(step) : 0;
    };
    this.#flight = requestAnimationFrame(step);
  }

  /** Lets the picture slide on after a finger has left it. @param {number} vx @param {number} vy both in pixels per millisecond @param {(dx: number, dy: number) => void} move */
  glide(vx, vy, move) {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    let last = performance.now();
    /** @param {number} now */
    const step = (now) => {
      const slower = Math.exp(-Math.max(0, now - last) / 325);
      last = now;
      // The whole way is the same however long a frame takes.
      move(vx * 325 * (1 - slower), vy * 325 * (1 - slower));
      vx *= slower;
      vy *= slower;
      this.#flight = Math.hypot(vx, vy) > 0.02 ? requestAnimationFrame(step) : 0;
    };
    this.#flight = requestAnimationFrame(step);
  }

  stop() {
    cancelAnimationFrame(this.#flight);
    this.#flight = 0;
  }

  /** The address of what one sees: the canvas point in the middle, and the zoom. */
  get fragment() {
    const round = (/** @type {number} */ value) => Math.round(value);
    return `#view=${round((this.width / 2 - this.x) / this.zoom)},${round((this.height / 2 - this.y) / this.zoom)},${+this.zoom.toFixed(this.zoom < 0.1 ? 5 : 3)}`;
  }

  /** @param {string} fragment @returns {boolean} whether the fragment names a place */
  restore(fragment) {
    const [x, y, zoom] = (/^#view=(-?[\d.]+),(-?[\d.]+),([\d.]+)$/.exec(fragment) ?? []).slice(1).map(Number);
    if (!(zoom > 0)) return false;
    this.stop();
    this.zoom = between(zoom, this.least, most);
    this.x = this.width / 2 - x * this.zoom;
    this.y = this.height / 2 - y * this.zoom;
    this.drag(0, 0);
    return true;
  }
}
