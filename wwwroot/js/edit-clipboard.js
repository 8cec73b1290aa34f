// @ts-check
// What is chosen as Argdown text on the clipboard, and back.
import { announce, shown } from "./edit-picture.js";

// What the server reads of one text, and a circuit takes in one message.
const longest = 600_000;

/** What is chosen, as text: asked for when it is chosen and when the picture was drawn anew, since the clipboard waits for nobody. */
export class ChosenText {
  /** @type {string | null} */
  #text = null;
  #of = "";
  #asked = 0;

  /** @param {(numbers: number[]) => Promise<string | null>} ask */
  constructor(ask) {
    this.ask = ask;
  }

  /** @param {number[]} numbers */
  read(numbers) {
    const asked = ++this.#asked;
    this.#text = null;
    this.#of = drawn(numbers);
    void this.ask(numbers).then((text) => { if (asked === this.#asked) this.#text = text; }).catch(() => {});
  }

  /** Null until it is there. @param {number[]} numbers */
  of(numbers) {
    return this.#of === drawn(numbers) ? this.#text : null;
  }
}

/** @param {number[]} numbers */
const drawn = (numbers) => `${numbers.join()} of ${shown()?.dataset.revision}`;

/** @param {EventTarget | null} target */
const isText = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/**
 * @param {() => string | null} copied what is chosen, as text
 * @param {(text: string) => void} pasted
 */
export function clipboard(copied, pasted) {
  document.addEventListener("copy", (event) => {
    const text = copied();
    if (isText(event.target) || !text || !(getSelection()?.isCollapsed ?? true)) return;
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    announce("Copied as Argdown text. Choose where it shall hang, and paste it.");
  });

  document.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (isText(event.target) || document.querySelector("dialog[open]") || !text.trim()) return;
    event.preventDefault();
    if (text.length > longest) announce(`The text is ${text.length} characters long; at most ${longest} can be pasted. Paste it in parts.`);
    else pasted(text);
  });
}

/** Copies where no key was pressed. @param {string | null} text */
export async function copyNow(text) {
  if (!text) return announce("There is nothing to copy: choose a node. More than 1,000 at once cannot be copied.");
  try {
    await navigator.clipboard.writeText(text);
    announce("Copied as Argdown text. Choose where it shall hang, and paste it.");
  } catch {
    announce("This browser lets only the keys copy: press Ctrl+C.");
  }
}
