// @ts-check
// A form at a node: where it stands, and what is typed into it.
import { Drafts } from "./edit-drafts.js";

/** @typedef {import("./edit-drafts.js").Draft} Draft */

const phone = matchMedia("(max-width: 40rem)");

/** @returns {HTMLFormElement | null} */
export const openForm = () => document.querySelector("form[data-form]");

/** @param {HTMLFormElement} form @param {string} name @returns {HTMLTextAreaElement} */
const box = (form, name) => /** @type {HTMLTextAreaElement} */ (form.elements.namedItem(name));

/** What a form holds. @param {HTMLFormElement} form @returns {Draft} */
export function read(form) {
  const { use = "Add", kind, number, basedOn } = form.dataset;
  return {
    use,
    kind: kind || null,
    number: Number(number),
    text: box(form, "text").value,
    detail: box(form, "detail").value,
    basedOn: Number(basedOn),
    title: form.querySelector("h2")?.textContent?.trim(),
    caret: box(form, "text").selectionStart,
  };
}

/** Puts back what was typed and not saved. @param {HTMLFormElement} form @param {Draft} draft */
export function fill(form, draft) {
  box(form, "text").value = draft.text;
  box(form, "detail").value = draft.detail;
  if (draft.detail) form.querySelector("details")?.setAttribute("open", "");
  // The change that was typed is one to the text it was begun on.
  form.dataset.basedOn = String(draft.basedOn);
  box(form, "text").setSelectionRange(draft.caret ?? draft.text.length, draft.caret ?? draft.text.length);
}

/** Whether nothing was typed that is not there already. @param {HTMLFormElement} form */
export const isUntouched = (form) => box(form, "text").value === box(form, "text").defaultValue && box(form, "detail").value === box(form, "detail").defaultValue;

/** @param {HTMLFormElement} form @param {string} words */
export function state(form, words) {
  const line = form.querySelector("[data-form-state]");
  if (line && line.textContent !== words) line.textContent = words;
}

/** @param {HTMLFormElement} form @param {boolean} busy */
export function busy(form, busy) {
  form.toggleAttribute("aria-busy", busy);
  for (const field of form.elements) if (field instanceof HTMLTextAreaElement) field.readOnly = busy;
  const button = form.querySelector("button:not([type])");
  if (button instanceof HTMLButtonElement) button.disabled = busy;
}

/** Takes somebody else's text into one's own. @param {HTMLFormElement} form @param {boolean} both */
export function takeTheirs(form, both) {
  for (const name of ["text", "detail"]) {
    const theirs = form.querySelector(`[data-theirs=${name}]`)?.textContent ?? "";
    const field = box(form, name);
    field.value = both && theirs && field.value && theirs !== field.value ? `${theirs}${name === "text" ? " " : "\n\n"}${field.value}` : theirs;
  }
  form.dispatchEvent(new InputEvent("input", { bubbles: true }));
  box(form, "text").focus();
}

/** Keeps the form beside its node, wherever the picture is moved; on a phone it is a sheet that the stylesheet places. */
export function follow() {
  const form = openForm();
  if (!form) return;
  place(form);
  requestAnimationFrame(follow);
}

/** @param {HTMLFormElement} form */
function place(form) {
  const stage = form.closest("[data-editing]");
  const picture = stage?.querySelector(".picture");
  const part = document.getElementById(`picture-${form.dataset.number}`);
  if (phone.matches || !stage || !picture) {
    form.style.removeProperty("left");
    form.style.removeProperty("top");
    return;
  }
  const ground = stage.getBoundingClientRect();
  const whole = picture.getBoundingClientRect();
  // What is in sight of it: a form under the window's edge would have to be looked for.
  const room = { left: whole.left, right: whole.right, top: Math.max(whole.top, 0), bottom: Math.min(whole.bottom, innerHeight) };
  const at = (part ?? picture).getBoundingClientRect();
  const gap = 12;
  const [width, height] = [form.offsetWidth, form.offsetHeight];
  // Beside it where there is room, else below, else over the picture's edge.
  let left = part ? at.right + gap : room.left + gap;
  let top = part ? at.top : room.top + gap;
  if (left + width > room.right - gap) {
    left = at.left - gap - width >= room.left ? at.left - gap - width : Math.min(at.left, room.right - width - gap);
    if (left === Math.min(at.left, room.right - width - gap)) top = at.bottom + gap;
  }
  left = Math.max(room.left + gap, Math.min(left, room.right - width - gap));
  top = Math.max(room.top + gap, Math.min(top, Math.max(room.bottom, room.top + height + 2 * gap) - height - gap));
  form.style.left = `${Math.round(left - ground.left)}px`;
  form.style.top = `${Math.round(top - ground.top)}px`;
}

/** @param {Drafts} drafts */
export function keepWhatIsTyped(drafts) {
  document.addEventListener("input", ({ target }) => {
    const form = target instanceof Element ? target.closest("form[data-form]") : null;
    if (!(form instanceof HTMLFormElement)) return;
    if (isUntouched(form)) drafts.forget(read(form));
    else drafts.keep(read(form));
    state(form, isUntouched(form) ? "" : "Kept in this browser until it is saved.");
  });
}
