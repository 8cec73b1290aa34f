// @ts-check
// Shows what others change in a map while somebody reads it.
import { announce } from "./map-keys.js";

/** In milliseconds, before a picture that could not be drawn is tried again; each time twice as long. */
const [firstPause, longestPause] = [250, 30_000];

/**
 * Follows the map's revisions while the page is seen; a browser has few lines to a server, and a page in the background needs none.
 * @param {HTMLElement} picture the `.picture`
 * @param {AbortSignal} signal
 * @param {() => Promise<boolean>} refresh draws the newest revision in place
 */
export function follow(picture, signal, refresh) {
  const { slug, revision } = picture.dataset;
  const begun = Number(revision);
  if (!begun) return;
  /** @type {EventSource | null} */
  let line = null;
  let newest = begun;
  let isBusy = false;
  let again = 0;
  let pause = firstPause;
  const drawn = () => Number(picture.dataset.revision);

  async function draw() {
    // What one drags must not move away under the hand.
    if (isBusy || signal.aborted || newest <= drawn() || picture.classList.contains("is-dragging")) return;
    isBusy = true;
    const before = drawn();
    const known = new Set([...picture.querySelectorAll("[role=treeitem]")].map((part) => part.id));
    const changedAt = picture.dataset.changedAt ?? "";
    const done = await refresh().catch(() => false);
    isBusy = false;
    if (signal.aborted) return;
    clearTimeout(again);
    if (!done || drawn() === before) {
      // Somebody's own wish goes first, or the server was not reached.
      if (newest > drawn()) again = setTimeout(() => void draw(), pause);
      pause = Math.min(2 * pause, longestPause);
      return;
    }
    pause = firstPause;
    tell();
    void mark(changedAt, known);
    void draw();
  }

  function tell() {
    const count = drawn() - begun;
    const words = count === 1 ? "1 change since you opened this page" : `${count} changes since you opened this page`;
    let note = picture.querySelector(":scope > .changed");
    if (!note) {
      note = document.createElement("p");
      note.className = "changed";
      const reload = document.createElement("button");
      reload.type = "button";
      reload.className = "link";
      reload.textContent = "Load the rest anew";
      reload.title = "The picture shows them already; what stands around it was written before.";
      reload.addEventListener("click", () => location.reload(), { signal });
      note.append(document.createElement("span"), " ", reload);
      picture.append(note);
    }
    const said = note.querySelector("span");
    if (said) said.textContent = words;
    announce(`The map has changed: ${words}.`);
  }

  /** Marks what has been added, of what was not drawn before. @param {string} since @param {Set<string>} known */
  async function mark(since, known) {
    const answer = await fetch(`/m/${slug}/new?since=${encodeURIComponent(since)}`, { signal }).then((response) => (response.ok ? response.json() : null)).catch(() => null);
    const numbers = answer?.numbers ?? [];
    for (const number of numbers) if (!known.has(`picture-${number}`)) document.getElementById(`picture-${number}`)?.classList.add("is-new");
  }

  function listen() {
    if (document.hidden || signal.aborted) {
      line?.close();
      line = null;
      return;
    }
    if (line && line.readyState !== EventSource.CLOSED) return;
    line = new EventSource(`/m/${slug}/events?since=${drawn()}`);
    line.onmessage = ({ data }) => {
      newest = Math.max(newest, Number(data) || 0);
      void draw();
    };
  }

  document.addEventListener("visibilitychange", listen, { signal });
  addEventListener("online", listen, { signal });
  addEventListener("pointerup", () => setTimeout(() => void draw()), { signal });
  // A page that is kept for coming back must not hold a line.
  addEventListener("pagehide", () => {
    line?.close();
    line = null;
  }, { signal });
  addEventListener("pageshow", listen, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(again);
    listen();
  });
  listen();
}
