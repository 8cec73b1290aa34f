// @ts-check
// The menu that takes a map elsewhere. What it needs to paint a picture is fetched when somebody asks for one.

function offer() {
  for (const choice of document.querySelectorAll("[data-share] [hidden]")) choice.removeAttribute("hidden");
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-export]") : null;
  const picture = document.querySelector(".picture");
  if (!(link instanceof HTMLAnchorElement) || !(picture instanceof HTMLElement)) return;
  const { area } = link.dataset;
  const address = new URL(link.pathname, location.href);
  // The picture on the page says what it shows: it may have been unfolded since the page was sent.
  address.search = area === "whole" ? "?depth=all" : picture.dataset.scope ?? "";
  const diagram = picture.querySelector(".diagram");
  if (area === "view" && diagram instanceof HTMLElement) {
    const [frame, drawn] = [picture.getBoundingClientRect(), diagram.getBoundingClientRect()];
    const zoom = drawn.width / diagram.offsetWidth;
    const [left, top] = [Math.max(frame.left, drawn.left), Math.max(frame.top, drawn.top)];
    const [width, height] = [Math.min(frame.right, drawn.right) - left, Math.min(frame.bottom, drawn.bottom) - top];
    if (width > 0 && height > 0) {
      address.searchParams.set("view", [left - drawn.left, top - drawn.top, width, height].map((side) => Math.round(side / zoom)).join());
    }
  }
  link.href = address.href;
  const answer = link.closest(".field")?.querySelector("[role=status]");
  const say = (/** @type {string} */ words) => {
    if (answer) answer.textContent = words;
  };
  if (link.dataset.export !== "png") return say("");
  event.preventDefault();
  say("Painting …");
  const name = `${link.closest("[data-name]")?.getAttribute("data-name")}.png`;
  import("./export.js")
    .then(({ paint }) => paint(link.href, name))
    .catch(() => "The picture could not be fetched. Try again when you are connected.")
    .then(say);
});

/** On paper, all of the map follows the picture in words. */
function fillIn() {
  const link = document.querySelector("[data-share] a[data-print]");
  if (!(link instanceof HTMLAnchorElement)) return;
  // The browser draws the pages as soon as this returns: it cannot be told to wait.
  const request = new XMLHttpRequest();
  request.open("GET", link.href, false);
  try {
    request.send();
  } catch {
    return;
  }
  const words = new DOMParser().parseFromString(request.responseText, "text/html").querySelectorAll(".on-paper");
  if (request.status !== 200 || words.length === 0) return;
  const printed = document.createElement("div");
  printed.className = "printed";
  printed.append(...words);
  document.querySelector("main")?.append(printed);
}

addEventListener("beforeprint", fillIn);
addEventListener("afterprint", () => document.querySelector(".printed")?.remove());
document.addEventListener("argmap:shown", offer);
offer();
