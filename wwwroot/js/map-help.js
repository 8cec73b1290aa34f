// @ts-check
// The list of keys, asked for by few: it is loaded when it is.

const keys = [
  ["Arrow keys", "walk: to what stands below, to what it is about, to the next and the one before"],
  ["Home, End", "first and last beside this one"],
  ["e", "to the step between this and what it is about, and back"],
  ["Enter, Esc", "read what is said about it; come back"],
  ["Space", "show or hide what stands below"],
  ["+, −, 0", "zoom in, zoom out, usual size"],
  ["f, c", "show the whole picture; bring this one to the middle"],
  ["o, s, p", "object, support, add a prerequisite"],
  ["q, a, r", "ask, answer, reply"],
  ["/", "find words in the map"],
  ["n, N", "next and previous match, or new one"],
  ["?", "this list"],
];

const editing = [
  ["Enter", "edit the text here"],
  ["Ctrl+Enter, Esc", "save; close the form and keep what was typed"],
  ["m, l", "move, link: walk to where it shall hang, then Enter"],
  ["Shift+arrow, Shift+click", "choose several"],
  ["g", "link what is chosen as premises of one step, or take it apart"],
  ["Delete", "withdraw, with what hangs below"],
  ["Ctrl+C, Ctrl+V", "copy and paste as Argdown text"],
  ["Ctrl+Z, Ctrl+Shift+Z", "undo and redo what is yours"],
];

/** Shows the list. @param {AbortSignal} signal */
export function listKeys(signal) {
  if (document.querySelector("dialog.keys")) return;
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.tabIndex = -1;
  const head = document.createElement("h2");
  head.textContent = "Keys in the picture";
  head.id = "keys-head";
  dialog.setAttribute("aria-labelledby", head.id);
  const list = document.createElement("dl");
  const all = document.querySelector("[data-editing]") ? [...editing, ...keys.filter(([key]) => key !== "Enter, Esc")] : keys;
  for (const [key, does] of all) {
    const [term, what] = [document.createElement("dt"), document.createElement("dd")];
    term.textContent = key;
    what.textContent = does;
    list.append(term, what);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(head, list, close);
  dialog.addEventListener("close", () => dialog.remove());
  signal.addEventListener("abort", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  // The browser gives the focus to the button at the end, which a small window would show first.
  dialog.focus();
  dialog.scrollTop = 0;
}
