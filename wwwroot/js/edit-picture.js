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

/** @param {string} words */
export function announce(words) {
  const announcer = document.getElementById("announcer");
  if (announcer && words) announcer.textContent = words;
}

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

/** The part of the map that is drawn, with another thing chosen. @param {number | null} number */
export function scopeAt(number) {
  const query = new URLSearchParams(shown()?.dataset.scope ?? "");
  if (number) query.set("at", String(number));
  else query.delete("at");
  return query.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
}

/** Draws the picture as the map is now. @param {number | null} number what is to be in it @returns {Promise<boolean>} whether it was drawn */
export async function redraw(number) {
  const old = shown();
  if (!old) return false;
  const response = await fetch(`/m/${old.dataset.slug}/picture?${scopeAt(number)}`, { headers: { Accept: "application/json" } });
  if (!response.ok) return false;
  const { whole } = await response.json();
  const page = new DOMParser().parseFromString(whole, "text/html");
  const next = page.querySelector(".picture");
  if (!next) return false;
  const [left, top] = [old.scrollLeft, old.scrollTop];
  const had = document.activeElement instanceof Element && old.contains(document.activeElement);
  old.replaceWith(document.adoptNode(next));
  next.scrollTo(left, top);
  document.dispatchEvent(new Event("argmap:shown"));
  if (had && number) partOf(number)?.focus();
  return true;
}
