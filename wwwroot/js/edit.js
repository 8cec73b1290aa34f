// @ts-check
// Editing a picture: starts the circuit, reports to it what the person does, and shows what it says. What follows from a gesture is decided on the server.
import { ChosenText, clipboard, copyNow } from "./edit-clipboard.js";
import { Drafts, tab } from "./edit-drafts.js";
import { busy, fill, follow, isUntouched, keepWhatIsTyped, openForm, read, state, takeTheirs } from "./edit-form.js";
import { gestures } from "./edit-gestures.js";
import { Line } from "./edit-line.js";
import { announce, Choice, markOthers, numberOf, partAt, partOf, shown, unfold, wayBack } from "./edit-picture.js";

/** @typedef {import("./edit-line.js").Answer} Answer */

// It says that no script runs here.
document.querySelector("[data-edit-plain]")?.remove();

// The page loads map.js under the name of its version: by another name it would run twice.
const { picture } = /** @type {typeof import("./map.js")} */ (await import(document.querySelector("script[src*='/js/map.']")?.getAttribute("src") ?? "./map.js"));

const stage = /** @type {HTMLElement} */ (document.querySelector("[data-editing]"));
const map = stage.dataset.editing ?? "";
const person = stage.dataset.person ?? "";
const stateLine = document.querySelector("[data-edit-state]");
const drafts = new Drafts(map, person);
const here = tab(map);

/** @param {string} words */
function say(words) {
  if (stateLine) stateLine.textContent = words;
}

const line = new Line(map, person, say);
const chosenText = new ChosenText((numbers) => line.isOpen ? line.ask("Choose", numbers) : Promise.resolve(null));
/** What was pasted and is not yet decided upon. */
let pasted = "";
const choice = new Choice((numbers) => {
  // What is drawn only because it was chosen stays drawn: map.js sees to it. While something new is on its way, which is chosen then, it must not be asked for another picture.
  if (coming === null && numbers.length === 1 && partOf(numbers[0])) void picture.select(numbers[0], { focus: false });
  choice.mark();
  address();
  chosenText.read(numbers);
});
const hand = gestures(stage, say, (node, target, link) => void dropped(node, target, link));
const copied = () => chosenText.of(choice.numbers);
clipboard(copied, (text) => {
  pasted = text;
  if (line.isOpen) void line.ask("Preview", text, choice.last).then(({ words }) => {
    announce(words);
    asked();
  });
});

/** Whether walking adds to what is chosen. */
let extends_ = false;
/** Whether a click is on its way that adds to it. */
let pressing = false;

/** @type {{ name: string, at: number | null }[]} */
let others = [];
let drawing = Promise.resolve();
/** What was just added and is not yet drawn. @type {number | null} */
let coming = null;

/** The address names what is chosen, so that a reload, or going back to reading, finds it. */
function address() {
  const url = new URL(location.href);
  if (choice.last) url.searchParams.set("at", String(choice.last));
  else url.searchParams.delete("at");
  history.replaceState(history.state, "", url);
  wayBack(coming ?? choice.last);
}

/** Draws what is newer, one drawing after the other. @param {number} revision @param {number | null} [goTo] */
function show(revision, goTo = null) {
  coming = goTo ?? coming;
  // One that could not be drawn holds up none after it.
  drawing = drawing.catch(() => {}).then(async () => {
    const element = shown();
    // A map that was empty has no picture yet.
    if (!element) return goTo !== null ? location.reload() : undefined;
    try {
      const missing = goTo !== null && !partOf(goTo);
      if (!missing && revision > Number(element.dataset.revision)) await picture.refresh();
      if (goTo !== null && (missing || partOf(goTo))) await picture.select(goTo);
      // What stays chosen may have other parts now, also if it is chosen again at once.
      if (goTo !== null) choice.forget();
      choice.set(goTo !== null ? [goTo] : choice.numbers.filter((number) => partOf(number)));
      if (goTo === null) chosenText.read(choice.numbers);
    } finally {
      if (coming === goTo) coming = null;
    }
    markOthers(others);
  });
  return drawing;
}

/** Reports something to be done once. @param {string} method @param {unknown[]} args @returns {Promise<Answer>} */
async function act(method, ...args) {
  const answer = await line.send(crypto.randomUUID(), method, ...args);
  announce(answer.words);
  if (answer.done && answer.revision !== null) await show(answer.revision, answer.choose);
  return answer;
}

/** @param {number} node @param {number} target @param {boolean} link @param {string | null} [kind] */
async function dropped(node, target, link, kind = null) {
  const answer = await act("Drop", { node, target, link, kind, basedOn: Number(shown()?.dataset.revision) });
  if (answer.code === "kind-needed") asked();
  return answer;
}

/** Leads to what the island asks. */
function asked() {
  const question = stage.querySelector("[data-ask] button");
  if (question instanceof HTMLElement) question.focus();
}

/** Leaves what the island asks undecided. */
function leave() {
  if (!stage.querySelector("[data-ask]")) return false;
  void line.ask("Leave").catch(() => {});
  partOf(choice.last ?? 0)?.focus();
  return true;
}

/** Opens a form; what was typed into it before and not saved is in it again. @param {{ use: string, kind: string | null, number: number }} asked */
async function open(asked) {
  const before = openForm();
  if (before && Drafts.id(read(before)) === Drafts.id(asked)) return before.querySelector("textarea")?.focus();
  if (!line.isOpen) return say("Not connected: a form can be opened as soon as the connection is back.");
  /** @type {Answer} */
  const answer = await line.ask("Open", asked);
  announce(answer.words);
  if (!answer.done) return;
  // The island has drawn the form before it answered.
  const form = openForm();
  if (!form) return;
  const draft = drafts.of(asked);
  if (draft) {
    fill(form, draft);
    state(form, "This is what you typed and did not save.");
  }
  here.write({ form: asked });
  listDrafts();
  follow();
  form.querySelector("textarea")?.focus();
}

async function close() {
  const form = openForm();
  if (!form) return;
  const { number } = read(form);
  here.write({ form: null });
  await line.ask("Close").catch(() => say("Not connected: the form closes when the connection is back."));
  listDrafts();
  partOf(number)?.focus();
}

async function save() {
  const form = openForm();
  if (!form || form.hasAttribute("aria-busy")) return;
  const typed = read(form);
  drafts.keep(typed);
  busy(form, true);
  state(form, line.isOpen ? "Saving …" : "Not connected: it will be saved as soon as the connection is back.");
  const { use, kind, number, text, detail, basedOn } = typed;
  const answer = await line.send(crypto.randomUUID(), "Save", { use, kind, number, text, detail, basedOn });
  settle(answer, typed);
}

/** What came of a saved form. @param {Answer} answer @param {import("./edit-drafts.js").Draft} typed */
function settle(answer, typed) {
  announce(answer.words);
  const form = openForm();
  if (answer.done) {
    drafts.forget(typed);
    here.write({ form: null });
    listDrafts();
    if (answer.revision !== null) void show(answer.revision, answer.choose);
    return;
  }
  if (!form) return;
  busy(form, false);
  state(form, "Not saved. What you typed is kept in this browser.");
  drafts.keep(read(form));
  form.querySelector("textarea")?.focus();
}

/** Lists what was typed and not saved, other than in the form that is open. */
function listDrafts() {
  const list = document.querySelector("[data-edit-drafts]");
  if (!list) return;
  const form = openForm();
  const openId = form ? Drafts.id(read(form)) : "";
  list.replaceChildren(...drafts.all().filter((draft) => Drafts.id(draft) !== openId).map((draft) => {
    const item = document.createElement("p");
    item.className = "notice";
    const [go, discard] = [document.createElement("button"), document.createElement("button")];
    go.type = discard.type = "button";
    go.className = discard.className = "link";
    go.textContent = "Go on with it";
    discard.textContent = "Discard it";
    go.onclick = () => void open(draft);
    discard.onclick = () => (drafts.forget(draft), listDrafts());
    const words = document.createElement("span");
    words.className = "as-typed";
    words.textContent = `“${draft.text.slice(0, 80)}${draft.text.length > 80 ? "…" : ""}”`;
    item.append(`Not saved: ${draft.title ?? draft.use}: `, words, " ", go, " ", discard);
    return item;
  }));
}

/** What the buttons of the island report. @type {Record<string, (button: HTMLElement) => unknown>} */
const deeds = {
  form: ({ dataset }) => open({ use: dataset.use ?? "Add", kind: dataset.kind ?? null, number: Number(dataset.number ?? 0) }),
  close,
  dismiss: () => line.ask("Dismiss").catch(() => {}),
  leave,
  move: () => choice.last && hand.carry(choice.last, false),
  link: () => choice.last && hand.carry(choice.last, true),
  drop: ({ dataset }) => dropped(Number(dataset.node), Number(dataset.target), dataset.link === "yes", dataset.kind),
  group: () => act("Group", choice.numbers),
  ungroup: ({ dataset }) => act("Ungroup", Number(dataset.number)),
  copy: () => copyNow(copied()),
  paste: ({ dataset }) => act("Paste", pasted, dataset.target ? Number(dataset.target) : null),
  withdraw: () => act("Withdraw", choice.numbers),
  use: async ({ dataset }) => {
    const answer = await dropped(Number(dataset.node), Number(dataset.number), true, dataset.kind);
    const form = openForm();
    if (!answer.done || !form) return;
    // What was typed says the same as what is there now.
    drafts.forget(read(form));
    await close();
    partOf(Number(dataset.node))?.focus();
  },
  undo: ({ dataset }) => dataset.revision && act("Undo", Number(dataset.revision)),
  redo: ({ dataset }) => dataset.revision && act("Undo", Number(dataset.revision)),
  "take-theirs": () => takeTheirs(/** @type {HTMLFormElement} */ (openForm()), false),
  "take-both": () => takeTheirs(/** @type {HTMLFormElement} */ (openForm()), true),
};

/** Presses a button of the island, where the person could. @param {string} which @returns {boolean} */
function press(which) {
  const button = stage.querySelector(`button[data-do=${which}]:not(:disabled)`);
  if (button instanceof HTMLButtonElement) button.click();
  return button !== null;
}

const kinds = /** @type {Record<string, string>} */ ({ o: "Objection", s: "Support", p: "Prerequisite", q: "Question", a: "Answer" });

/** @param {KeyboardEvent} event @returns {boolean} whether it meant something here */
function key(event) {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select") !== null;
  const control = event.ctrlKey || event.metaKey;
  extends_ = event.shiftKey && event.key.startsWith("Arrow");
  if (event.key === "Escape" && (hand.leave() || leave())) return true;
  if (event.key === "Escape" && openForm()) return void close() ?? true;
  if (event.key === "Enter" && control && openForm()) return void save() ?? true;
  if (typing || event.isComposing || document.querySelector("dialog[open]")) return false;
  if (control && event.key.toLowerCase() === "z") return press(event.shiftKey ? "redo" : "undo") || true;
  if (control && event.key.toLowerCase() === "y") return press("redo") || true;
  const part = partAt(event.target);
  if (control || event.altKey || !part) return false;
  const number = numberOf(part);
  if (hand.carries) return event.key === "Enter" ? hand.land(part) : false;
  if (event.key === "Delete") return press("withdraw");
  if (event.key === "m" || event.key === "l") return void hand.carry(number, event.key === "l") ?? true;
  if (event.key === "g") return press("ungroup") || (void act("Group", choice.numbers) ?? true);
  if (kinds[event.key]) return void open({ use: "Add", kind: kinds[event.key], number }) ?? true;
  if ((event.key === "Enter" || event.key === "F2") && part.classList.contains("node")) return void open({ use: "Edit", kind: null, number }) ?? true;
  return false;
}

document.addEventListener("keydown", (event) => {
  if (!key(event)) return;
  event.preventDefault();
  event.stopPropagation();
}, { capture: true });

document.addEventListener("click", (event) => {
  const { target } = event;
  if (!(target instanceof Element)) return;
  if (target.closest("a[data-leave]")) return wayBack(coming ?? choice.last);
  const button = target.closest("[data-do]");
  if (button instanceof HTMLElement) return void deeds[button.dataset.do ?? ""]?.(button);
  const link = target.closest("[role=treeitem] :is(a.more, a.fold)");
  const owner = link?.closest("[role=treeitem]");
  if (link && owner instanceof HTMLElement) {
    event.preventDefault();
    event.stopPropagation();
    unfold(owner, link);
    return void picture.refresh().then(() => show(0));
  }
  const part = partAt(target);
  // The links of a part lead to the reading page; here a click chooses.
  if (!part || shown()?.classList.contains("is-dragging")) return;
  event.preventDefault();
  event.stopPropagation();
  if (hand.tookClick()) return;
  if (hand.carries) return void hand.land(part);
  // Before it has the focus, or that alone would choose it.
  if (event.shiftKey || event.ctrlKey || event.metaKey) choice.toggle(numberOf(part));
  else choice.set([numberOf(part)]);
  extends_ = choice.numbers.length !== 1;
  part.focus({ preventScroll: true });
}, { capture: true });

document.addEventListener("dblclick", (event) => {
  const part = partAt(event.target);
  if (part?.classList.contains("node")) void open({ use: "Edit", kind: null, number: numberOf(part) });
});

document.addEventListener("focusin", ({ target }) => {
  const part = partAt(target);
  if (!part || pressing || hand.carries || choice.numbers.includes(numberOf(part))) return;
  choice.set(extends_ ? [...choice.numbers, numberOf(part)] : [numberOf(part)]);
});

// A press gives the focus before the click comes: with Shift or Ctrl it adds, and adding is the click's.
document.addEventListener("pointerdown", (event) => {
  if (partAt(event.target) && (event.shiftKey || event.ctrlKey || event.metaKey)) pressing = true;
}, { capture: true });
document.addEventListener("pointerup", () => setTimeout(() => (pressing = false)), { capture: true });

document.addEventListener("submit", (event) => {
  if (!(event.target instanceof HTMLFormElement) || !("form" in event.target.dataset)) return;
  event.preventDefault();
  void save();
}, { capture: true });

keepWhatIsTyped(drafts);

let similar = 0;
document.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement) || target.name !== "text" || !target.form?.matches("[data-form]:not([data-use=Edit])")) return;
  clearTimeout(similar);
  similar = setTimeout(() => line.isOpen && void line.ask("Similar", target.value).catch(() => {}), 400);
});

/** An answer to what another load of this page had sent. @param {import("./edit-line.js").Waiting} waiting @param {Answer} answer */
function came({ method, args }, answer) {
  announce(answer.words);
  if (method !== "Save") return;
  const typed = /** @type {import("./edit-drafts.js").Draft} */ (args[0]);
  const form = openForm();
  const draft = drafts.of(typed);
  if (answer.done) drafts.forget(typed);
  else if (form && draft) {
    // A conflict has been based on how it is now.
    fill(form, { ...draft, basedOn: Number(form.dataset.basedOn) });
    drafts.keep(read(form));
    follow();
  }
}

/** The island is there. @param {any} server */
export async function begin(server) {
  const selected = [...document.querySelectorAll(".picture [aria-selected=true]")].map((part) => Number(part.getAttribute("data-number")));
  choice.numbers = selected;
  choice.mark();
  const remembered = here.read();
  /** @type {Answer} */
  const begun = await server.invokeMethodAsync("Begin", remembered.since ?? null, selected);
  if (!begun.done) return;
  say("");
  here.write({ since: begun.choose });
  const answered = await line.open(server);
  for (const { waiting, answer } of answered) came(waiting, answer);
  const done = answered.map(({ answer }) => answer).filter((answer) => answer.done);
  await show(Math.max(begun.revision ?? 0, ...done.map((answer) => answer.revision ?? 0)), done.at(-1)?.choose ?? null);
  if (!openForm() && remembered.form && drafts.of(remembered.form)) await open(remembered.form);
  listDrafts();
  // map.js has said it of the picture alone.
  performance.clearMarks("argmap:usable");
  performance.mark("argmap:usable");
  document.dispatchEvent(new Event("argmap:editing"));
}

/** The map has a newer revision. @param {number} revision */
export const changed = (revision) => void show(revision);

/** Others came, moved or left. @param {{ name: string, at: number | null }[]} now */
export function othersAre(now) {
  others = now;
  markOthers(others);
}

// What map.js draws anew does not know who is there and what is chosen.
new MutationObserver((changes) => {
  if (!changes.some(({ addedNodes }) => [...addedNodes].some((node) => node instanceof Element && (node.matches("[role=treeitem]") || node.querySelector("[role=treeitem]"))))) return;
  choice.mark();
  markOthers(others);
}).observe(stage, { childList: true, subtree: true });

line.onUp = () => void line.ask("Begin", here.read().since ?? null, choice.numbers).then((begun) => begun.done && show(begun.revision));

say("Connecting …");
void /** @type {any} */ (window).Blazor.start({ ssr: { disableDomPreservation: true }, circuit: { reconnectionHandler: line.handler } })
  .catch(() => say("The editing line could not be opened. Load the page again; what you typed is kept in this browser."));
