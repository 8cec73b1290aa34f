// @ts-check
// Finding words in a picture: counted while one types, marked, and stepped through in reading order.
import { announce } from "./map-keys.js";

/** @typedef {import("./map-view.js").View} View */

const pause = 200;

/**
 * @param {View} view
 * @param {AbortSignal} signal
 * @param {(number: number) => Promise<void>} go shows a node, wherever it is
 */
export function find(view, signal, go) {
  const { element } = view;
  const form = document.querySelector("form[data-find]");
  const box = form?.querySelector("input[type=search]");
  if (!(form instanceof HTMLFormElement) || !(box instanceof HTMLInputElement)) return null;
  const output = form.querySelector("output");
  /** @type {number[]} */
  let numbers = [];
  let at = -1;
  let timer = 0;
  let asked = new AbortController();
  /** @type {Promise<void>} */
  let counted = Promise.resolve();

  const buttons = [["Previous match", "‹", -1], ["Next match", "›", 1]].map(([name, sign, by]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.ariaLabel = String(name);
    button.textContent = String(sign);
    button.hidden = true;
    button.addEventListener("click", () => void step(Number(by)), { signal });
    return button;
  });
  form.append(...buttons);
  signal.addEventListener("abort", () => { asked.abort(); clearTimeout(timer); buttons.forEach((button) => button.remove()); });

  /** @param {number} number */
  const partOf = (number) => document.getElementById(`picture-${number}`);

  const mark = () => {
    for (const part of element.querySelectorAll(".match")) part.classList.remove("match", "match-current");
    for (const number of numbers) partOf(number)?.classList.add("match");
    partOf(numbers[at])?.classList.add("match-current");
    buttons.forEach((button) => { button.hidden = numbers.length === 0; });
  };

  const count = async () => {
    asked.abort();
    asked = new AbortController();
    const words = box.value.trim();
    at = -1;
    if (words === "") {
      numbers = [];
      if (output) output.value = "";
      return mark();
    }
    try {
      const response = await fetch(`${form.getAttribute("action")}/find?q=${encodeURIComponent(words)}`, { signal: asked.signal });
      if (!response.ok) return;
      const found = await response.json();
      numbers = found.numbers;
      mark();
      const said = found.total === 1 ? "1 match" : `${found.total} matches`;
      if (output) output.value = said;
      announce(said);
    } catch (error) {
      // An overtaken question needs no answer; without a connection the form still leads to the list.
      if (!(error instanceof DOMException && error.name === "AbortError") && output) output.value = "";
    }
  };

  const countNow = () => {
    clearTimeout(timer);
    timer = 0;
    counted = count();
  };

  /** @param {number} by @returns {Promise<boolean>} whether there is one */
  const step = async (by) => {
    // Who types and goes on at once means what they typed, not what was counted while they did.
    if (timer !== 0) countNow();
    await counted;
    if (numbers.length === 0) {
      announce("There is nothing to step through.");
      return false;
    }
    at = (at + by + (at < 0 && by < 0 ? 1 : 0) + numbers.length) % numbers.length;
    if (output) output.value = `${at + 1} of ${numbers.length}`;
    element.querySelector(".match-current")?.classList.remove("match-current");
    partOf(numbers[at])?.classList.add("match-current");
    const typing = document.activeElement === box;
    await go(numbers[at]);
    partOf(numbers[at])?.classList.add("match-current");
    if (typing) box.focus({ preventScroll: true });
    return true;
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(countNow, pause);
  }, { signal });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && box.value.trim() !== "" && !event.isComposing) {
      // The button still leads to the list of all, and so does Enter where there is nothing to step through.
      event.preventDefault();
      return void step(event.shiftKey ? -1 : 1).then((stepped) => stepped || form.requestSubmit());
    }
    if (event.key !== "Escape") return;
    box.value = "";
    countNow();
    const stop = element.querySelector("[role=treeitem][tabindex='0']") ?? element;
    if (stop instanceof HTMLElement) stop.focus({ preventScroll: true });
  }, { signal });
  if (box.value.trim() !== "") countNow();
  return {
    get any() {
      return numbers.length > 0;
    },
    mark,
    step,
  };
}
