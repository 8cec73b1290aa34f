// @ts-check
// What a script can add to pages that are complete without one. Every form here also works when this file never loads.

const draftPrefix = "argmap-draft ";
const zone = navigator.language.startsWith("en") ? navigator.language : "en-GB";
const clock = new Intl.DateTimeFormat(zone, { dateStyle: "long", timeStyle: "short" });

/** The page that is shown, to tell a step back to another page from a jump within this one. */
let shown = location.pathname + location.search;

/** The query belongs to it: one page has many forms to /m/…/add, each about something else. @param {HTMLTextAreaElement} box */
const draftKey = (box) => {
  const { pathname, search } = new URL(box.form?.getAttribute("action") ?? "", location.href);
  return `${draftPrefix}${pathname}${search} ${box.name}`;
};

/** @param {HTMLFormElement} form @returns {HTMLTextAreaElement[]} */
const boxes = (form) => [...form.querySelectorAll("textarea")].filter((box) => box.name);

/** Runs what needs storage; a browser that refuses storage only loses the drafts. @template T @param {(store: Storage) => T} use */
function withStore(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

/** @param {string} message */
function announce(message) {
  const announcer = document.getElementById("announcer");
  if (announcer) announcer.textContent = message;
}

/** @param {HTMLTextAreaElement} box @returns {{ from: string, text: string } | null} */
const draftOf = (box) => withStore((store) => JSON.parse(store.getItem(draftKey(box)) ?? "null")) ?? null;

/** Brings back what was typed into a box and not sent. @param {HTMLTextAreaElement} box */
function restore(box) {
  const draft = draftOf(box);
  if (!draft || draft.text === box.defaultValue) return;
  const note = document.createElement("p");
  note.className = "hint";
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "link";
  discard.textContent = "Discard it";
  if (draft.from === box.defaultValue) {
    box.value = draft.text;
    note.append("This is your unsent text, kept in this browser. ", discard);
  } else {
    // The stored text was begun on another version: overwriting with it unasked would undo someone's change.
    const kept = document.createElement("span");
    kept.className = "as-typed";
    kept.textContent = draft.text;
    note.append("The text has changed since you wrote this, which was not sent: “", kept, "” ", discard);
  }
  discard.onclick = () => {
    withStore((store) => store.removeItem(draftKey(box)));
    box.value = box.defaultValue;
    note.remove();
    box.focus();
  };
  box.after(note);
  open(box);
}

/** Opens everything folded around an element. @param {Element | null} element */
function open(element) {
  for (let fold = element?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
}

function reveal() {
  const target = document.querySelector(":target");
  if (!target) return;
  open(target);
  const own = target.querySelector(":scope > details");
  if (own instanceof HTMLDetailsElement) own.open = true;
  target.scrollIntoView();
}

/** Prepares a part of the page that has just appeared. @param {ParentNode} root */
function prepare(root) {
  for (const time of root.querySelectorAll("time")) {
    const at = new Date(time.dateTime);
    // A day without a clock is the same day everywhere.
    if (!time.dateTime.includes("T") || isNaN(+at)) continue;
    time.title = time.textContent ?? "";
    time.textContent = clock.format(at);
  }
  for (const form of root.querySelectorAll("form")) if ("enhance" in form.dataset) boxes(form).forEach(restore);
}

/** @param {Element | null} element */
function focus(element) {
  if (!(element instanceof HTMLElement)) return;
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus();
}

/** Shows the answer to a form in place of the page. @param {Document} page @param {URL | null} address null when the form was refused and comes back */
function show(page, address) {
  const hash = address?.hash ?? "";
  if (address) {
    const path = address.pathname + address.search;
    if (path === location.pathname + location.search) history.replaceState(null, "", path);
    else history.pushState(null, "", path);
    shown = path;
  }
  else if (page.title !== document.title) {
    // A form in place comes back on the page of that form: Back leads to where it stood, not past it.
    history.replaceState({ left: true }, "");
    history.pushState(null, "");
  }
  document.title = page.title;
  document.dispatchEvent(new Event("argmap:leaving"));
  for (const part of [".site-header", "main"]) {
    const next = page.querySelector(part);
    if (next) document.querySelector(part)?.replaceWith(document.adoptNode(next));
  }
  prepare(document);
  // Only a real jump makes the browser mark the :target.
  if (hash) location.replace(hash);
  reveal();
  const alert = document.querySelector("main [role=alert]");
  open(alert);
  focus((address ? document.querySelector(":target") : alert) ?? document.querySelector("main h1") ?? document.querySelector("main"));
  announce((alert ?? document.querySelector("main [role=status]"))?.textContent ?? (address ? "Saved. " : "") + page.title);
  document.dispatchEvent(new Event("argmap:shown"));
}

/** Says over a form why it was not taken. All that was typed stays where it is. @param {HTMLFormElement} form @param {string} why */
function unsent(form, why) {
  const note = document.createElement("p");
  note.className = "notice notice-problem unsent";
  note.setAttribute("role", "alert");
  note.textContent = why;
  form.prepend(note);
  note.scrollIntoView({ block: "nearest" });
}

/** @param {HTMLFormElement} form @param {HTMLElement | null} submitter */
async function send(form, submitter) {
  const data = new FormData(form, submitter);
  const hasFile = [...data.values()].some((value) => value instanceof File);
  const body = hasFile ? data : new URLSearchParams(/** @type {any} */ (data));
  const action = submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href;
  const buttons = [...form.querySelectorAll("button")];
  /** @param {boolean} sending */
  const freeze = (sending) => {
    for (const button of buttons) button.disabled = sending;
    for (const box of boxes(form)) box.readOnly = sending;
    form.toggleAttribute("aria-busy", sending);
  };
  form.querySelector(":scope > .unsent")?.remove();
  freeze(true);
  try {
    const headers = { "X-Requested-With": "argmap" };
    let response = await fetch(action, { method: "POST", body, headers });
    // The server names the next page in a header: a redirect that fetch follows by itself loses its #fragment.
    const next = response.headers.get("ArgMap-Location");
    const done = next !== null;
    const address = new URL(next ?? response.url, location.href);
    if (done) {
      withStore((store) => boxes(form).forEach((box) => store.removeItem(draftKey(box))));
      response = await fetch(address, { headers });
    }
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const known = [...page.scripts].every((script) => !script.src || document.querySelector(`script[src="${script.getAttribute("src")}"]`));
    const moved = done || response.redirected;
    // An error page has no form: swapped in, it would take away fields that no draft keeps.
    const fault = done || response.ok ? null : page.querySelector("main .error-page");
    if (fault) {
      const words = [...fault.querySelectorAll("p:not(.status, .buttons)")].map((part) => part.textContent?.trim());
      return unsent(form, `${fault.querySelector("h1")?.textContent}. ${words.join(" ")}`);
    }
    if (!page.querySelector("main") || (moved && !known) || address.origin !== location.origin) location.assign(address);
    else show(page, moved ? address : null);
  } catch {
    unsent(form, "The server could not be reached. What you typed is still here and is kept in this browser; try again when you are connected.");
  } finally {
    freeze(false);
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  // Whoever signs out may be leaving the machine to somebody else.
  if (form.action.endsWith("/sign-out")) {
    withStore((store) => Object.keys(store).forEach((key) => key.startsWith(draftPrefix) && store.removeItem(key)));
  }
  if (!("enhance" in form.dataset)) return;
  event.preventDefault();
  if (!form.hasAttribute("aria-busy")) void send(form, event.submitter);
});

document.addEventListener("input", ({ target: box }) => {
  if (!(box instanceof HTMLTextAreaElement) || !box.name || !box.form || !("enhance" in box.form.dataset)) return;
  // A form that was refused comes back holding what was typed: the text it was begun on is still the first one.
  const draft = JSON.stringify({ from: draftOf(box)?.from ?? box.defaultValue, text: box.value });
  withStore((store) => (box.value === box.defaultValue ? store.removeItem(draftKey(box)) : store.setItem(draftKey(box), draft)));
});

document.addEventListener("argmap:added", ({ target }) => target instanceof Element && prepare(target));
addEventListener("hashchange", reveal);
addEventListener("popstate", ({ state }) => {
  const here = location.pathname + location.search;
  // A page that changes in place, such as a map's, goes back by itself.
  if (!state?.left && !document.dispatchEvent(new Event("argmap:back", { cancelable: true }))) shown = here;
  if (state?.left || shown !== here) location.reload();
});

if (history.state?.left) history.replaceState(null, "");
prepare(document);
reveal();
