// @ts-check
// The whole picture in a corner, with a frame around what one sees; and, from very far away, in its place.
import { farPicture } from "./map-far.js";

/** @typedef {import("./map-view.js").View} View */

const room = { width: 180, height: 130 };
const least = 40;

/** @param {View} view @param {AbortSignal} signal */
export function smallPicture(view, signal) {
  const canvas = document.createElement("canvas");
  canvas.className = "small-picture";
  canvas.setAttribute("aria-hidden", "true");
  canvas.hidden = true;
  view.element.append(canvas);
  const sharp = Math.min(2, devicePixelRatio || 1);
  const ground = document.createElement("canvas");
  let [across, along] = [0, 0];
  let colour = "";
  const far = farPicture(view, signal);

  const paint = () => {
    if (signal.aborted) return;
    far.paint();
    const scale = Math.min(room.width / view.size.width, room.height / view.size.height);
    // What is very long is drawn wider than it is, so that it can be pointed at.
    const [width, height] = [Math.max(least, view.size.width * scale), Math.max(least, view.size.height * scale)];
    [across, along] = [width / view.size.width, height / view.size.height];
    for (const sheet of [canvas, ground]) {
      sheet.width = Math.round(width * sharp);
      sheet.height = Math.round(height * sharp);
    }
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    const pen = ground.getContext("2d");
    if (!pen) return;
    // Asked in a frame, the browser would have to style what comes into sight at once.
    colour = getComputedStyle(canvas).color;
    /** @type {Map<string, string>} */
    const colours = new Map();
    for (const part of view.element.querySelectorAll(".node")) {
      if (!(part instanceof HTMLElement)) continue;
      const role = /role-\w+/.exec(part.className)?.[0] ?? "";
      // Asking each of thousands for its style would cost more than drawing them.
      if (!colours.has(role)) colours.set(role, getComputedStyle(part.querySelector(".role") ?? part).color);
      pen.fillStyle = colours.get(role) ?? "gray";
      const cluster = part.closest(".cluster");
      const { left, top, width, height } = part.style;
      const [cx, cy] = cluster instanceof HTMLElement ? [parseFloat(cluster.style.left), parseFloat(cluster.style.top)] : [0, 0];
      pen.fillRect((parseFloat(left) + cx) * across * sharp, (parseFloat(top) + cy) * along * sharp, Math.max(1, parseFloat(width) * across * sharp), Math.max(1, parseFloat(height) * along * sharp));
    }
    frame();
  };

  const frame = () => {
    far.frame();
    const all = view.size.width * view.zoom <= view.width + 1 && view.size.height * view.zoom <= view.height + 1;
    canvas.hidden = across === 0 || all || view.width < 560;
    const pen = canvas.hidden ? null : canvas.getContext("2d");
    if (!pen) return;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(ground, 0, 0);
    pen.strokeStyle = colour;
    pen.lineWidth = 1.5 * sharp;
    const [h, v] = [(across * sharp) / view.zoom, (along * sharp) / view.zoom];
    pen.strokeRect(-view.x * h, -view.y * v, view.width * h, view.height * v);
  };

  /** @param {PointerEvent} event */
  const move = (event) => {
    if (event.buttons !== 1) return;
    canvas.setPointerCapture(event.pointerId);
    const box = canvas.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / across, (event.clientY - box.top) / along];
    view.drag(view.width / 2 - x * view.zoom - view.x, view.height / 2 - y * view.zoom - view.y);
  };
  canvas.addEventListener("pointerdown", move, { signal });
  canvas.addEventListener("pointermove", move, { signal });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", paint, { signal });
  signal.addEventListener("abort", () => canvas.remove());
  paint();
  return { frame, paint };
}
