// @ts-check
// Taking nodes elsewhere, by hand and by keys. It says only "this was dropped on that"; what follows is decided on the server.
import { announce, numberOf, partAt, partOf, shown } from "./edit-picture.js";

const slack = 6;
const svg = "http://www.w3.org/2000/svg";

/**
 * @param {HTMLElement} stage
 * @param {(words: string) => void} say shows what is going on; nothing when nothing is
 * @param {(node: number, target: number, link: boolean) => void} drop
 */
export function gestures(stage, say, drop) {
  /** What is carried. @type {{ node: number, link: boolean, pointer: number | null, x: number, y: number, moving: boolean } | null} */
  let carried = null;
  /** @type {HTMLElement | null} */
  let over = null;
  let wasDragged = false;

  const line = document.createElementNS(svg, "svg");
  line.classList.add("edit-line");
  line.setAttribute("aria-hidden", "true");
  const stroke = document.createElementNS(svg, "path");
  line.append(stroke);
  stage.append(line);

  /** @param {HTMLElement | null} part */
  function mark(part) {
    const next = carried && part && numberOf(part) !== carried.node ? part : null;
    if (next === over) return;
    over?.classList.remove("is-landing");
    over = next;
    over?.classList.add("is-landing");
  }

  /** Draws the line from what is carried to where it would land, or to the pointer. @param {number} [x] @param {number} [y] */
  function draw(x, y) {
    const from = carried && partOf(carried.node)?.getBoundingClientRect();
    const to = over?.getBoundingClientRect();
    const ground = stage.getBoundingClientRect();
    line.toggleAttribute("data-shown", Boolean(from && (to || x !== undefined)));
    if (!from) return;
    const [x1, y1] = [from.left + from.width / 2 - ground.left, from.top + from.height / 2 - ground.top];
    const x2 = (to ? to.left + to.width / 2 : (x ?? 0)) - ground.left;
    const y2 = (to ? to.top + to.height / 2 : (y ?? 0)) - ground.top;
    stroke.setAttribute("d", `M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}`);
    line.toggleAttribute("data-link", carried?.link ?? false);
  }

  function letGo() {
    if (carried) partOf(carried.node)?.classList.remove("is-carried");
    stage.classList.remove("is-carrying");
    carried = null;
    mark(null);
    draw();
    say("");
  }

  /** @param {number} node @param {boolean} link */
  const doing = (node, link) => (link ? `Linking #${node}` : `Moving #${node}, with what hangs below it`);

  /** Takes a node along by keys, until Enter or Esc. @param {number} node @param {boolean} link */
  function carry(node, link) {
    letGo();
    const part = partOf(node);
    if (!part?.classList.contains("node")) return announce(`#${node} is a step. Take one of its premises.`);
    carried = { node, link, pointer: null, x: 0, y: 0, moving: true };
    part.classList.add("is-carried");
    stage.classList.add("is-carrying");
    const words = `${doing(node, link)}: walk or click to where it shall hang, then press Enter. Esc leaves it where it is.`;
    say(words);
    announce(words);
    part.focus();
  }

  /** @param {HTMLElement | null} part @returns {boolean} whether anything was carried */
  function land(part) {
    if (!carried?.moving) return false;
    const { node, link } = carried;
    const target = part ? numberOf(part) : null;
    letGo();
    if (target !== null && target !== node) drop(node, target, link);
    else announce("It stays where it is.");
    return true;
  }

  stage.addEventListener("pointerdown", (event) => {
    wasDragged = false;
    if (carried || event.button !== 0 || event.pointerType === "touch" || event.shiftKey || event.ctrlKey || event.metaKey) return;
    const part = partAt(event.target);
    if (!part?.classList.contains("node") || (event.target instanceof Element && event.target.closest(".more, .fold, .use"))) return;
    // The picture is moved by its ground and its steps; nodes are taken along.
    event.stopPropagation();
    carried = { node: numberOf(part), link: event.altKey, pointer: event.pointerId, x: event.clientX, y: event.clientY, moving: false };
  }, { capture: true });

  stage.addEventListener("pointermove", (event) => {
    if (!carried || carried.pointer !== event.pointerId) return;
    event.stopPropagation();
    if (event.buttons === 0) return letGo();
    if (!carried.moving) {
      if (Math.hypot(event.clientX - carried.x, event.clientY - carried.y) < slack) return;
      carried.moving = true;
      stage.setPointerCapture(event.pointerId);
      stage.classList.add("is-carrying");
      partOf(carried.node)?.classList.add("is-carried");
    }
    carried.link = event.altKey;
    mark(partAt(document.elementFromPoint(event.clientX, event.clientY)));
    draw(event.clientX, event.clientY);
    say(over ? `${doing(carried.node, carried.link)}: it lands on #${numberOf(over)}.` : `${doing(carried.node, carried.link)}. Alt links instead of moving.`);
  }, { capture: true });

  stage.addEventListener("pointerup", (event) => {
    if (!carried || carried.pointer !== event.pointerId) return;
    if (!carried.moving) {
      carried = null;
      return;
    }
    event.stopPropagation();
    wasDragged = true;
    land(over);
  }, { capture: true });
  stage.addEventListener("pointercancel", () => carried?.pointer !== null && letGo(), { capture: true });
  // The browser's own dragging of links would take the pointer away.
  stage.addEventListener("dragstart", (event) => partAt(event.target) && event.preventDefault());

  // The line follows while the picture is walked through and moved.
  const follow = () => {
    if (carried?.pointer === null) {
      mark(partAt(document.activeElement));
      draw();
    }
    requestAnimationFrame(follow);
  };
  requestAnimationFrame(follow);

  return {
    carry,
    land,
    /** Whether something is taken along by keys. */
    get carries() {
      return carried?.pointer === null;
    },
    /** @returns {boolean} whether anything was carried */
    leave() {
      if (!carried) return false;
      letGo();
      announce("It stays where it is.");
      return true;
    },
    /** Whether the click that comes now only ends a drag. */
    tookClick() {
      const took = wasDragged;
      wasDragged = false;
      return took;
    },
    /** Where the picture can be pressed at all. */
    get ground() {
      return shown();
    },
  };
}
