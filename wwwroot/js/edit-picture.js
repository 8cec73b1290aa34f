// @ts-check
// The picture while it is edited: what is chosen in it, who else is where, and how it is drawn again.

/** @returns {HTMLElement | null} */
export const shown = () => document.querySelector("[data-editing] .picture");

/** @param {number | string} number @returns {HTMLElement | null} */
export const partOf = (number) => document.getElementById(`picture-${number}`);

/** The part an element belongs to, when it is one that can be chosen. @param {EventTarget | null} target @returns {HTMLElement | null} */
export function partAt(target) {
  const part = target instanceof Element ? target.closest("[role=treeitem][data-number]") : null;
  return part instanceof HTMLElement && !part.classList.contains("further") ? part : null;
}

/** @param {HTMLElement} part */
export const numberOf = (part) => Number(part.dataset.number);

export { announce } from "./map-keys.js";

/** What is chosen: one thing, or several. */
export class Choice {
  /** @type {number[]} */
  numbers = [];
  #told = "";
  #timer = 0;

  /** @param {(numbers: number[]) => void} tell */
  constructor(tell) {
    this.tell = tell;
  }

  get last() {
    return this.numbers.at(-1) ?? null;
  }

  /** @param {number[]} numbers */
  set(numbers) {
    this.numbers = numbers;
    this.mark();
    clearTimeout(this.#timer);
    // Whoever walks by the arrows passes many.
    this.#timer = setTimeout(() => {
      const now = numbers.join();
      if (now === this.#told) return;
      this.#told = now;
      this.tell(numbers);
    }, 60);
  }

  /** Lets what is chosen next be told even if it was told last. */
  forget() {
    this.#told = "";
  }

  /** @param {number} number */
  toggle(number) {
    this.set(this.numbers.includes(number) ? this.numbers.filter((other) => other !== number) : [...this.numbers, number]);
  }

  /** Says in the picture what is chosen; also after it was drawn again. */
  mark() {
    const picture = shown();
    if (!picture) return;
    for (const part of picture.querySelectorAll("[aria-selected=true]")) part.removeAttribute("aria-selected");
    for (const number of this.numbers) partOf(number)?.setAttribute("aria-selected", "true");
    picture.querySelector("[role=tree]")?.setAttribute("aria-multiselectable", "true");
  }
}

/** Says at the parts who else is there. @param {{ name: string, at: number | null }[]} others */
export function markOthers(others) {
  for (const part of document.querySelectorAll(".picture [data-here]")) if (part instanceof HTMLElement) delete part.dataset.here;
  for (const { name, at } of others) {
    const part = at ? partOf(at) : null;
    if (part) part.dataset.here = part.dataset.here ? `${part.dataset.here}, ${name}` : name;
  }
}

/** The part of the map that is drawn, as the picture names it. */
const scope = () => new URLSearchParams(shown()?.dataset.scope ?? "");

/** @param {URLSearchParams} next */
function use(next) {
  const picture = shown();
  if (picture) picture.dataset.scope = next.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}

/** Opens, folds or goes on with what a link of a part shows or hides. @param {HTMLElement} part @param {Element} link */
export function unfold(part, link) {
  const next = scope();
  const number = part.dataset.number ?? "";
  const more = link.getAttribute("data-more");
  const opens = link.matches(".more");
  /** @param {string} name @param {string | null} added @param {(item: string) => boolean} stays */
  const list = (name, added, stays) => {
    const items = [...(next.get(name) ?? "").split(",").filter((item) => item && stays(item)), ...(added ? [added] : [])].sort((a, b) => parseInt(a) - parseInt(b));
    if (items.length > 0) next.set(name, items.join());
    else next.delete(name);
  };
  if (more) {
    list("more", more, (item) => !item.startsWith(`${more.split(":")[0]}:`));
  } else {
    list("open", opens ? number : null, (item) => item !== number);
    list("shut", opens ? null : number, (item) => item !== number);
    // What is chosen is always drawn, so it must not be below what is folded.
    if (!opens) next.set("at", number);
  }
  use(next);
}

/** Where reading goes on: the address waits until somebody has stopped walking, and what was just added until it is drawn, but whoever leaves need not. @param {number | null} at */
export function wayBack(at) {
  const link = document.querySelector("a[data-leave]");
  if (!(link instanceof HTMLAnchorElement)) return;
  const query = new URLSearchParams(location.search);
  if (at) query.set("at", String(at));
  else query.delete("at");
  link.search = query.toString();
}
