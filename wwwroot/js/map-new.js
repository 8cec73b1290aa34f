// @ts-check
// What came to a map since one's last visit. For people without an account the last visit is known to their own browser only.
import { announce } from "./map-keys.js";
import { day, lastSeen } from "./visits.js";

/**
 * @param {import("./map-view.js").View} view
 * @param {AbortSignal} signal
 * @param {(number: number) => Promise<void>} go shows a node, wherever it is
 */
export function whatIsNew(view, signal, go) {
  const { element } = view;
  const line = document.querySelector("[data-new]");
  const slug = element.dataset.slug ?? /^\/m\/([^/]+)/.exec(location.pathname)?.[1] ?? "";
  /** @type {number[]} */
  let numbers = [];
  let at = -1;
  const news = {
    get any() {
      return numbers.length > 0;
    },
    mark() {
      for (const number of numbers) document.getElementById(`picture-${number}`)?.classList.add("is-new");
    },
    /** @param {number} by */
    step(by) {
      if (numbers.length === 0) return announce("There is nothing to step through.");
      at = (at + by + (at < 0 && by < 0 ? 1 : 0) + numbers.length) % numbers.length;
      announce(`New: ${at + 1} of ${numbers.length}`);
      void go(numbers[at]);
    },
  };
  if (!(line instanceof HTMLElement) || !line.dataset.changedAt || slug === "") return news;
  const own = line.dataset.newSince;
  const since = own ?? lastSeen(slug, line.dataset.changedAt);
  if (!since || Date.parse(since) >= Date.parse(line.dataset.changedAt)) return news;

  const ask = async () => {
    const response = await fetch(`/m/${slug}/new?since=${encodeURIComponent(since)}`, { signal });
    if (!response.ok) return;
    const answer = await response.json();
    if (signal.aborted || answer.total === 0) return;
    numbers = answer.numbers;
    news.mark();
    if (own === undefined) {
      const count = document.createElement("strong");
      count.textContent = `${answer.total} new`;
      line.replaceChildren(count, ` since ${day.format(new Date(since))}`);
      line.hidden = false;
    }
    for (const [name, sign, by] of /** @type {const} */ ([["Previous new one", "‹", -1], ["Next new one", "›", 1]])) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.ariaLabel = name;
      button.textContent = sign;
      button.addEventListener("click", () => news.step(by), { signal });
      signal.addEventListener("abort", () => button.remove());
      line.append(" ", button);
    }
  };
  // Without a connection nothing is said to be new.
  ask().catch(() => {});
  return news;
}
