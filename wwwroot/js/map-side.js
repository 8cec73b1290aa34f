// @ts-check
// What stands beside the picture while nothing is chosen, and above it: a page that was loaded with a choice comes without the one, and with another focus with another of the other.

/**
 * Takes it from the page as the server draws it.
 * @param {Element} body the `.map-body`
 * @param {string} address of that page
 * @param {AbortSignal} signal
 * @param {boolean} above whether the way to the focus and the tools are taken too
 * @param {() => boolean} wanted whether it is still waited for when it comes
 * @returns {Promise<boolean>} whether it is there now
 */
export async function bringSide(body, address, signal, above, wanted) {
  try {
    const response = await fetch(address, { signal });
    if (!response.ok || response.redirected) return false;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const [side, overview] = [".beside > .map-side", ".overview"].map((part) => page.querySelector(`.map-body > ${part}`));
    const beside = body.querySelector(":scope > .beside");
    const [tools, newTools] = [body, page].map((place) => place.querySelector(".map-body > .tools"));
    if (!(side || above) || !beside || !tools || !newTools || signal.aborted) return false;
    if (!wanted()) return true;
    if (above) {
      const [way, newWay] = [document, page].map((place) => place.querySelector("main > nav.path"));
      way?.remove();
      if (newWay) body.before(newWay);
      // The menus keep what is typed into them.
      const [menus, newMenus] = [tools, newTools].map((place) => place.querySelector(":scope > .menus"));
      for (const link of [...tools.children]) if (link !== menus) link.remove();
      for (const link of [...newTools.children]) if (link !== newMenus) tools.insertBefore(link, menus);
    }
    // Whoever closes twice asks twice.
    if (side && !body.querySelector(".map-side")) {
      beside.append(side);
      if (overview) tools.after(overview);
    }
    body.dispatchEvent(new CustomEvent("argmap:added", { bubbles: true }));
    return true;
  } catch {
    return false;
  }
}
