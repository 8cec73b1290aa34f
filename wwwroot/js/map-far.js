// @ts-check
// A large picture from very far away: thousands of parts, of which none is larger than a few pixels. They are painted on one sheet, and the browser need not draw them; they stay in the page for whoever listens.
import { placeOf } from "./map-places.js";
import { far } from "./map-view.js";

/** @typedef {import("./map-view.js").View} View */

// It is kept a little beyond, so that it does not flicker there.
const near = far * 1.15;
// In fewer parts than this nothing is gained.
const least = 200;

/** @param {View} view @param {AbortSignal} signal */
export function farPicture(view, signal) {
  const { element, diagram } = view;
  const sheet = document.createElement("canvas");
  sheet.className = "far-picture";
  sheet.setAttribute("aria-hidden", "true");
  sheet.hidden = true;
  // Below everything else, so that parts which come back lie over it.
  element.prepend(sheet);
  /** Blocks of one colour, four numbers each: left, top, width, height. @type {{ colour: string, opacity: number, blocks: number[] }[]} */
  let inks = [];
  let mark = "";
  /** @type {HTMLElement[]} what comes back little by little */
  let away = [];
  let [frames, last, most] = [0, 0, 1];

  const read = () => {
    /** @type {Map<string, { colour: string, opacity: number, blocks: number[] }>} */
    const byRole = new Map();
    const parts = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(".node"));
    for (const part of parts.length < least ? [] : parts) {
      const role = /role-\w+/.exec(part.className)?.[0] ?? "";
      const isDefeated = part.classList.contains("is-defeated");
      const key = role + isDefeated;
      if (!byRole.has(key)) byRole.set(key, { colour: getComputedStyle(part.querySelector(".role") ?? part).color, opacity: isDefeated ? 0.45 : 1, blocks: [] });
      const { left, top, width, height } = placeOf(part);
      byRole.get(key)?.blocks.push(left, top, width, height);
    }
    inks = [...byRole.values()];
    mark = getComputedStyle(sheet).color;
  };

  const draw = () => {
    const sharp = Math.min(2, devicePixelRatio || 1);
    const [width, height] = [Math.round(view.width * sharp), Math.round(view.height * sharp)];
    // A new size clears it, and so does nothing else as slowly.
    if (sheet.width !== width || sheet.height !== height) [sheet.width, sheet.height] = [width, height];
    const pen = sheet.getContext("2d");
    if (!pen) return;
    pen.clearRect(0, 0, width, height);
    const [x, y, zoom] = [view.x * sharp, view.y * sharp, view.zoom * sharp];
    for (const { colour, opacity, blocks } of inks) {
      pen.fillStyle = colour;
      pen.globalAlpha = opacity;
      for (let i = 0; i < blocks.length; i += 4) {
        const [top, high] = [y + blocks[i + 1] * zoom, Math.max(sharp, blocks[i + 3] * zoom)];
        if (top < height && top + high > 0) pen.fillRect(x + blocks[i] * zoom, top, Math.max(sharp, blocks[i + 2] * zoom), high);
      }
    }
    pen.globalAlpha = 1;
    const here = document.activeElement?.closest("[role=treeitem]") ?? element.querySelector("[aria-selected=true]");
    if (!(here instanceof HTMLElement) || !element.contains(here)) return;
    const place = placeOf(here);
    const [wide, high] = [Math.max(14 * sharp, place.width * zoom + 8 * sharp), Math.max(14 * sharp, place.height * zoom + 8 * sharp)];
    pen.strokeStyle = mark;
    pen.lineWidth = 3 * sharp;
    pen.strokeRect(x + (place.left + place.width / 2) * zoom - wide / 2, y + (place.top + place.height / 2) * zoom - high / 2, wide, high);
  };

  /** Moves out of sight what is not drawn: all but what has the focus, which whoever looks for it finds in its place. */
  const putAway = () => {
    const kept = document.activeElement?.closest(".cluster");
    for (const holder of away) holder.classList.toggle("is-away", holder !== kept);
  };

  /** Draws parts in the page again: what is in sight a few with each frame, the rest at once. @param {number} now */
  const comeBack = (now) => {
    frames = 0;
    if (view.isFar) return;
    most = now - last > 20 ? Math.max(1, most >> 1) : Math.min(most + 1, 4);
    last = now;
    let left = most;
    away = away.filter((holder) => {
      const { left: x, top: y, width, height } = placeOf(holder);
      const isSeen = view.x + x * view.zoom < view.width && view.y + y * view.zoom < view.height && view.x + (x + width) * view.zoom > 0 && view.y + (y + height) * view.zoom > 0;
      if (isSeen && left-- <= 0) return true;
      holder.classList.remove("is-away");
      return false;
    });
    if (away.length > 0) {
      frames = requestAnimationFrame(comeBack);
      return draw();
    }
    diagram.querySelector(".links")?.classList.remove("is-away");
    sheet.hidden = true;
  };

  const frame = () => {
    const isFar = inks.length > 0 && view.zoom < (view.isFar ? near : far);
    if (isFar !== view.isFar) {
      view.isFar = isFar;
      if (isFar) {
        away = [...view.clusters];
        putAway();
        diagram.querySelector(":scope > .links")?.classList.add("is-away");
        sheet.hidden = false;
      } else frames ||= requestAnimationFrame(comeBack);
    }
    if (!sheet.hidden) draw();
  };

  /** The picture has become another, or its colours have. */
  const paint = () => {
    if (signal.aborted) return;
    read();
    // What was drawn anew is not away, and what is away is perhaps no longer there.
    for (const holder of diagram.querySelectorAll(".is-away")) holder.classList.remove("is-away");
    view.isFar = false;
    away = [];
    sheet.hidden = true;
    frame();
  };

  const point = () => {
    if (view.isFar) putAway();
    else document.activeElement?.closest(".is-away")?.classList.remove("is-away");
    if (!sheet.hidden) draw();
  };
  element.addEventListener("focusin", point, { signal });
  document.addEventListener("argmap:selected", point, { signal });
  signal.addEventListener("abort", () => {
    cancelAnimationFrame(frames);
    sheet.remove();
  });
  return { frame, paint };
}
