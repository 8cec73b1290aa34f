// @ts-check
// Moving a picture by mouse, pen, finger and wheel.

/** @typedef {import("./map-view.js").View} View */

// Shakier hands get more: a finger that presses a link also moves a little.
const slack = { mouse: 4, other: 9 };
const latch = 250;

/** @param {View} view @param {AbortSignal} signal */
export function moveByHand(view, signal) {
  const { element } = view;
  /** @type {Map<number, { x: number, y: number }>} */
  const held = new Map();
  let dragging = false;
  let travelled = 0;
  /** Where the fingers were of late. @type {{ x: number, y: number, at: number }[]} */
  let trail = [];
  let rolled = 0;
  let still = 0;

  /** @param {MouseEvent} event */
  const within = (event) => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left - element.clientLeft, y: event.clientY - box.top - element.clientTop };
  };
  /** At the picture's end the page goes on, as it does under any other finger. @param {number} dx @param {number} dy */
  const push = (dx, dy) => {
    const rest = view.push(dx, dy);
    if (rest !== 0) scrollBy({ top: -rest, behavior: "instant" });
  };
  const grip = () => {
    const [first, second] = [...held.values()];
    return second ? { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2, apart: Math.hypot(first.x - second.x, first.y - second.y) } : { ...first, apart: 0 };
  };
  // From where it was to where it is, however many frames the browser made of it: a slow one may get a whole flick as one movement.
  const throwOn = (/** @type {number} */ now) => {
    const last = trail.at(-1);
    const first = trail.find(({ at }) => now - at < 100);
    if (last && first && last.at > first.at && now - last.at < 60) view.glide((last.x - first.x) / (last.at - first.at), (last.y - first.y) / (last.at - first.at), push);
  };
  const release = (/** @type {PointerEvent} */ event) => {
    // A finger is first held by what it touched; that it then comes to the picture is no letting go.
    if (event.type === "lostpointercapture" && event.target !== element) return;
    if (!held.delete(event.pointerId)) return;
    if (held.size > 0) return void (trail = []);
    element.classList.remove("is-dragging");
    if (dragging && event.type === "pointerup" && event.pointerType === "touch") throwOn(event.timeStamp);
  };
  /** @type {AddEventListenerOptions} */
  const options = { signal };

  element.addEventListener("pointerdown", (event) => {
    if (event.button > 1 || (event.target instanceof Element && event.target.closest("button, input, canvas"))) return;
    view.stop();
    if (held.size === 0) {
      dragging = false;
      travelled = 0;
    }
    if (held.size < 2) held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    trail = [{ ...grip(), at: event.timeStamp }];
  }, options);

  element.addEventListener("pointermove", (event) => {
    const last = held.get(event.pointerId);
    if (!last) return;
    if (event.pointerType === "mouse" && event.buttons === 0) return release(event);
    const before = grip();
    held.set(event.pointerId, { x: event.clientX, y: event.clientY });
    const now = grip();
    const [dx, dy] = [now.x - before.x, now.y - before.y];
    travelled += Math.hypot(dx, dy);
    if (!dragging && held.size < 2 && travelled <= (event.pointerType === "mouse" ? slack.mouse : slack.other)) return;
    if (!dragging) {
      dragging = true;
      element.classList.add("is-dragging");
    }
    if (!element.hasPointerCapture(event.pointerId)) element.setPointerCapture(event.pointerId);
    if (before.apart > 0 && now.apart > 0) {
      const box = element.getBoundingClientRect();
      view.drag(dx, dy);
      view.zoomTo((view.zoom * now.apart) / before.apart, now.x - box.left - element.clientLeft, now.y - box.top - element.clientTop);
    } else if (event.pointerType === "touch") push(dx, dy);
    else view.drag(dx, dy);
    trail = [...trail.slice(-9), { ...now, at: event.timeStamp }];
  }, options);

  for (const name of /** @type {const} */ (["pointerup", "pointercancel", "lostpointercapture"])) element.addEventListener(name, release, options);

  // A drag that ends on a link is no click on it.
  for (const name of /** @type {const} */ (["click", "auxclick"])) {
    element.addEventListener(name, (event) => {
      if (!dragging) return;
      dragging = false;
      event.preventDefault();
      event.stopPropagation();
    }, { signal, capture: true });
  }

  element.addEventListener("dragstart", (event) => event.preventDefault(), options);
  // The middle button would start the browser's own scrolling.
  element.addEventListener("mousedown", (event) => event.button === 1 && event.preventDefault(), options);

  element.addEventListener("dblclick", (event) => {
    if (event.target instanceof Element && !event.target.closest("a, button, canvas, .node, .step, .link-label")) view.fit();
  }, options);

  element.addEventListener("wheel", (event) => {
    element.classList.add("is-rolling");
    clearTimeout(still);
    still = setTimeout(() => element.classList.remove("is-rolling"), 100);
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? view.height : 1;
    const { x, y } = within(event);
    const zooms = event.ctrlKey || event.metaKey || (document.documentElement.dataset.wheel === "zooms" && !event.shiftKey);
    if (zooms) {
      event.preventDefault();
      view.zoomTo(view.zoom * Math.exp((-Math.max(-120, Math.min(120, event.deltaY * unit)) * (event.ctrlKey || event.metaKey ? 3 : 1)) / 600), x, y);
      return;
    }
    view.stop();
    const turned = event.shiftKey && event.deltaX === 0;
    const moved = view.roll((turned ? event.deltaY : event.deltaX) * unit, turned ? 0 : event.deltaY * unit);
    // At the end the page scrolls on, but not with the rest of the same turn of the wheel.
    if (moved || event.timeStamp - rolled < latch) event.preventDefault();
    if (moved) rolled = event.timeStamp;
  }, { signal, passive: false });
}
