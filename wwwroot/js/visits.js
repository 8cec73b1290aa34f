// @ts-check
// When somebody without an account was here last. Their own browser alone knows.

// A visit lasts until nothing was done for so long.
const visit = 30 * 60_000;

export const day = new Intl.DateTimeFormat(navigator.language.startsWith("en") ? navigator.language : "en-GB", { dateStyle: "long" });

/** When the last visit saw something; null on the first one. @param {string} what @param {string} changedAt when that changed last @returns {string | null} */
export function lastSeen(what, changedAt) {
  try {
    const key = `argmap-visit ${what}`;
    const kept = JSON.parse(localStorage.getItem(key) ?? "null");
    const now = Date.now();
    const since = kept ? (now - kept.at > visit ? kept.seen : kept.since) : null;
    localStorage.setItem(key, JSON.stringify({ since: since ?? changedAt, seen: changedAt, at: now }));
    return since;
  } catch {
    // Without storage every visit is the first.
    return null;
  }
}
