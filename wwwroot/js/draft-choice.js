// @ts-check
// Whoever unticks a suggestion leaves out what hangs from it, too, and has it back by ticking the suggestion again. Without this each is unticked by itself, and what is left below goes to what that was about.

/** Boxes that were unticked with another one. @type {WeakSet<HTMLInputElement>} */
const followers = new WeakSet();

document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.name !== "take") return;
  followers.delete(target);
  /** @type {HTMLInputElement[]} */
  const below = [...(target.closest("li")?.querySelectorAll(/** @type {"input"} */ (".entering input[name=take]")) ?? [])];
  const following = below.filter((box) => (target.checked ? followers.delete(box) : box.checked));
  for (const box of following) {
    box.checked = target.checked;
    if (!box.checked) followers.add(box);
  }
  const announcer = document.getElementById("announcer");
  if (announcer && following.length > 0) announcer.textContent = `${following.length} below it ${target.checked ? "ticked again" : "unticked, too"}`;
});
