// @ts-check
// Words that are marked in a post become a node in place: the form of its own page, in a dialog. Without this the link under each post leads to that page.

import { day, lastSeen } from "./visits.js";

const bar = document.createElement("div");
bar.className = "make-bar";
bar.hidden = true;
bar.setAttribute("role", "group");
bar.setAttribute("aria-label", "Marked words");
const button = document.createElement("button");
button.type = "button";
const key = document.createElement("kbd");
key.textContent = "M";
button.append("Make a node ", key);
bar.append(button);

const dialog = document.createElement("dialog");
dialog.className = "make-dialog";
dialog.setAttribute("aria-labelledby", "make-dialog-title");

/** The post that the dialog is about. @type {Element | null} */
let madeFrom = null;

/** The words that are marked within one post, and what is around them. @returns {{ post: Element, words: string, before: string, after: string } | null} */
function marked() {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const prose = elementOf(range.startContainer)?.closest(".post .prose");
  if (!prose || !prose.contains(range.endContainer)) return null;
  const words = textOf(range.cloneContents());
  if (!words.trim()) return null;
  const before = document.createRange();
  before.setStart(prose, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const after = document.createRange();
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(prose, prose.childNodes.length);
  const post = prose.closest(".post");
  return post && { post, words, before: textOf(before.cloneContents()).slice(-40), after: textOf(after.cloneContents()).slice(0, 40) };
}

/** @param {Node} node */
const elementOf = (node) => (node instanceof Element ? node : node.parentElement);

/** The text of a part of a post without the notes that this site has put into it. @param {DocumentFragment} part */
function textOf(part) {
  for (const note of part.querySelectorAll("sup, .quote-origin")) note.remove();
  for (const block of part.querySelectorAll("p, li, blockquote, pre")) block.append(" ");
  return part.textContent ?? "";
}

/** Opens the form for a post, to choose one of its sentences where none of its words are marked. @param {Element} post @param {ReturnType<typeof marked>} passage */
function make(post, passage) {
  const link = post.querySelector(":scope > details > .post-foot a[data-make]");
  if (!(link instanceof HTMLAnchorElement)) return;
  const address = new URL(link.href);
  if (passage) {
    address.searchParams.set("words", passage.words);
    address.searchParams.set("before", passage.before);
    address.searchParams.set("after", passage.after);
  }
  void ask(address, post);
}

/** Shows a form for making a node in the dialog. @param {URL} address @param {Element} post */
async function ask(address, post) {
  try {
    const response = await fetch(address, { headers: { "X-Requested-With": "argmap" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const form = page.querySelector("form.make");
    // Whoever has not signed in is led there by the page itself.
    if (!form) return location.assign(address);
    const title = document.createElement("h2");
    title.id = "make-dialog-title";
    title.textContent = `Make a node from post ${post.getAttribute("data-post")}`;
    const choice = page.querySelector("form.sentences");
    dialog.replaceChildren(title, ...(choice ? [document.adoptNode(choice)] : []), document.adoptNode(form));
    madeFrom = post;
  } catch {
    return location.assign(address);
  }
  bar.hidden = true;
  document.querySelector("main")?.append(dialog);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("form.make")?.dispatchEvent(new Event("argmap:added", { bubbles: true }));
  // Words that were chosen need only be confirmed; else one of the sentences comes first.
  const first = dialog.querySelector(".sentences input:checked") ?? dialog.querySelector(address.searchParams.has("words") || address.searchParams.has("sentence") ? "#make-it" : "#words");
  if (first instanceof HTMLElement) first.focus();
}

let settling = 0;
document.addEventListener("selectionchange", () => {
  clearTimeout(settling);
  settling = setTimeout(() => {
    const isMarked = !dialog.open && marked() !== null;
    if (isMarked && !bar.isConnected) document.body.append(bar);
    bar.hidden = !isMarked;
  }, 120);
});

// A press would take the selection away before the click comes.
bar.addEventListener("pointerdown", (event) => event.preventDefault());
button.addEventListener("click", () => {
  const passage = marked();
  if (passage) make(passage.post, passage);
});

dialog.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !form.classList.contains("sentences") || !madeFrom) return;
  event.preventDefault();
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form)) address.searchParams.set(name, String(value));
  void ask(address, madeFrom);
});

/** The posts that can be read, in order: not those that are folded away. */
const posts = () => [...document.querySelectorAll(".posts > .post")].filter((post) => post.checkVisibility());

/** The post that the keys are for: the one that has the focus, else the one that was asked for. */
const here = () => document.activeElement?.closest(".post") ?? document.querySelector(".post:target") ?? document.querySelector(".post:has(:target)");

/** @param {number} by */
function step(by) {
  const [all, at] = [posts(), here()];
  const next = at ? all[all.indexOf(at) + by] : all[0];
  if (!(next instanceof HTMLElement)) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(".make-dialog .buttons a.quiet")) {
    event.preventDefault();
    return dialog.close();
  }
  const link = target?.closest("a[data-make]");
  const post = link?.closest(".post");
  if (!post || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const passage = marked();
  make(post, passage?.post === post ? passage : null);
});

document.addEventListener("keydown", (event) => {
  if (!["m", "j", "k"].includes(event.key) || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input, textarea, select, [contenteditable]")) return;
  if (event.key !== "m") {
    event.preventDefault();
    return step(event.key === "j" ? 1 : -1);
  }
  const passage = marked();
  const post = passage?.post ?? here();
  if (!post) return;
  event.preventDefault();
  make(post, passage);
});

document.addEventListener("argmap:leaving", () => dialog.close());
/** Marks what is new to somebody without an account; for others the page says it. */
async function markNew() {
  const posts = document.querySelector("#posts[data-changed-at]");
  if (!(posts instanceof HTMLElement)) return;
  const { slug, thread, changedAt } = posts.dataset;
  if (!slug || !thread || !changedAt) return;
  const since = lastSeen(`${slug} ${thread}`, changedAt);
  if (!since || Date.parse(since) >= Date.parse(changedAt)) return;
  const response = await fetch(`/m/${slug}/debate/new?thread=${thread}&since=${encodeURIComponent(since)}`);
  if (!response.ok || !posts.isConnected) return;
  /** @type {{ total: number, added: number[], changed: number[] }} */
  const news = await response.json();
  for (const [numbers, word] of /** @type {const} */ ([[news.added, "new"], [news.changed, "changed"]])) {
    for (const number of numbers) {
      const post = document.getElementById(`p${number}`);
      if (!post || post.classList.contains("is-new")) continue;
      post.classList.add("is-new");
      const badge = document.createElement("span");
      badge.className = "badge new";
      badge.append(dot(), word);
      post.querySelector(":scope > .byline")?.append(badge);
    }
  }
  const orders = document.querySelector(".orders");
  if (news.total === 0 || !orders || orders.querySelector(".new-count")) return;
  const count = document.createElement("a");
  count.className = "new-count";
  count.href = `/m/${slug}/debate?thread=${thread}&order=newest`;
  count.append(dot(), `${news.total} new since ${day.format(new Date(since))}`);
  orders.append(count);
}

function dot() {
  const mark = document.createElement("span");
  mark.className = "new-dot";
  mark.ariaHidden = "true";
  return mark;
}

// Without a connection nothing is said to be new.
const look = () => void markNew().catch(() => {});
look();

document.addEventListener("argmap:shown", () => {
  bar.hidden = true;
  look();
});
