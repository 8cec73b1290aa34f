// @ts-check
// What stands beside the picture while nothing is chosen. A page that was loaded with a choice comes without it.

/**
 * Takes it from the page as it is without a choice.
 * @param {Element} body the `.map-body`
 * @param {string} address of that page
 * @param {AbortSignal} signal
 * @returns {Promise<boolean>} whether it is there now
 */
export async function bringSide(body, address, signal) {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok || response.redirected) return false;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const [side, overview] = [".beside > .map-side", ".overview"].map((part) => page.querySelector(`.map-body > ${part}`));
    const beside = body.querySelector(":scope > .beside");
    if (!side || !beside || signal.aborted) return false;
    // Whoever closes twice asks twice.
    if (body.querySelector(".map-side")) return true;
    beside.append(side);
    if (overview) body.prepend(overview);
    body.dispatchEvent(new CustomEvent("argmap:added", { bubbles: true }));
    return true;
  } catch {
    return false;
  }
}
