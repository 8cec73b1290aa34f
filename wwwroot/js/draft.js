// @ts-check
// One key for each answer in a draft. The keys press the buttons of the suggestion that has the focus, so that they do what the buttons say.

/** Keys that came while an answer was on its way. @type {string[]} */
const waiting = [];

/** The suggestions in order, the question what it is about first. @returns {HTMLElement[]} */
const cards = () => [...document.querySelectorAll("[data-draft] .suggestion")].filter((card) => card instanceof HTMLElement);

/** The first suggestion of the list. @returns {HTMLElement | null} */
const first = () => document.querySelector("#open .suggestion");

/** @param {Element | null | undefined} card */
function go(card) {
  if (!(card instanceof HTMLElement)) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

/** Whether an answer is on its way. */
const isBusy = () => document.querySelector("[data-draft] form[aria-busy]") !== null;

/** @param {string} key @param {HTMLElement} card */
function press(key, card) {
  if (key === "j" || key === "k") {
    const all = cards();
    return go(all[all.indexOf(card) + (key === "j" ? 1 : -1)]);
  }
  const own = card.querySelector(`[aria-keyshortcuts~="${key}"]`);
  const button = own ?? (key === "u" ? document.querySelector('.last-answer [aria-keyshortcuts="u"]') : null);
  if (!(button instanceof HTMLElement)) return;
  button.click();
  const form = button.parentElement;
  if (key === "c" && form instanceof HTMLDetailsElement && form.open) form.querySelector("textarea")?.focus();
}

/** The suggestion that the keys are for: the one that has the focus, or the list's first when the list has. */
function current() {
  const at = document.activeElement;
  const card = at?.closest(".suggestion");
  return card instanceof HTMLElement ? card : at?.id === "open" ? first() : null;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
  const fields = event.target.closest("input, textarea, select");
  if (event.key === "Escape" && fields) {
    const change = fields.closest("details");
    if (change) change.open = false;
    return go(fields.closest(".suggestion"));
  }
  const key = event.key.toLowerCase();
  if (fields || event.shiftKey || !"jkacrusoq".includes(key) || key.length !== 1) return;
  if (isBusy()) {
    if (document.activeElement?.closest("[data-draft]") || document.activeElement === document.body) waiting.push(key);
    return;
  }
  const card = current();
  if (!card) {
    // Whoever begins with a key is shown first what it would be for.
    if (document.querySelector("[data-draft]") && document.activeElement === document.body) go(cards()[0]);
    return;
  }
  event.preventDefault();
  press(key, card);
});

// A click into a suggestion chooses it, also where browsers focus nothing.
document.addEventListener("click", ({ target }) => {
  if (target instanceof Element && !target.closest("a, button, input, textarea, select, summary, label")) go(target.closest("[data-draft] .suggestion"));
});

document.addEventListener("argmap:shown", () => {
  if (!document.querySelector("[data-draft]")) return void (waiting.length = 0);
  if (document.activeElement?.id === "open") go(first());
  // How one can go on stays in sight, and the first key is for the first suggestion.
  if (document.activeElement?.id === "ways") first()?.focus({ preventScroll: true });
  const key = waiting.shift();
  const card = current();
  if (key && card) press(key, card);
});
