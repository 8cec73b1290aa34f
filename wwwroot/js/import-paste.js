// @ts-check
// Browsers copy the layout of a page along with its text. It is sent with the text that was pasted, as long as that stays as it came: it tells posts apart, who answers whom, and what is quoted.

const tag = /<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gi;

/** What a tag has for the browser and not for a reader: most of what browsers copy. */
const drawn = /\s(?:on[a-z]+|srcset|d|src(?==["']?data:))=(?:"[^"]*"|'[^']*')/gi;
const style = /\sstyle=(?:"([^"]*)"|'([^']*)')/gi;

/** How far something is set in may tell what it answers. */
const setIn = /(?:^|;)\s*((?:margin|padding)-left\s*:\s*[1-9][^;"]*)/i;

/** The page as far as it was copied, read without making a document of it, in which styles and scripts of other sites would have a say. @param {string} html */
const layoutOf = (html) =>
  /<[a-z]/i.test(html)
    ? `<!DOCTYPE html><html><head></head><body>${html.replace(tag, (found) =>
        found.replace(drawn, "").replace(style, (_, double, single) => {
          const kept = setIn.exec(double ?? single ?? "")?.[1];
          return kept ? ` style="${kept}"` : "";
        }),
      )}</body></html>`
    : "";

/** @param {EventTarget | null} target @returns {{ box: HTMLTextAreaElement, row: HTMLElement, layout: HTMLInputElement } | null} */
function partsOf(target) {
  const row = target instanceof HTMLTextAreaElement && target.name === "text" ? target.closest(".field")?.querySelector("[data-layout]") : null;
  const layout = row?.querySelector("input");
  return target instanceof HTMLTextAreaElement && row instanceof HTMLElement && layout ? { box: target, row, layout } : null;
}

/** The text that the layout belongs to, where it was pasted here and not sent before; null while it is on its way into the box. @type {WeakMap<HTMLTextAreaElement, string | null>} */
const came = new WeakMap();

document.addEventListener("paste", (event) => {
  const parts = partsOf(event.target);
  if (!parts) return;
  const { box, row, layout } = parts;
  // What is pasted into other words is a part of them.
  const isWhole = box.selectionEnd - box.selectionStart === box.value.length || box.value.trim() === "";
  const html = isWhole ? layoutOf(event.clipboardData?.getData("text/html") ?? "") : "";
  if (html === "" || new TextEncoder().encode(html).length > Number(row.dataset.most)) return;
  layout.value = html;
  came.set(box, null);
  // The text is there only after this event.
  setTimeout(() => {
    came.set(box, box.value);
    row.hidden = false;
    const announcer = document.getElementById("announcer");
    if (announcer) announcer.textContent = row.querySelector(".hint")?.textContent ?? "";
  });
});

document.addEventListener("input", (event) => {
  const parts = partsOf(event.target);
  if (!parts) return;
  const { box, row, layout } = parts;
  const text = came.has(box) ? came.get(box) : box.defaultValue;
  if (layout.value === "" || text === null || box.value === text) return;
  row.hidden = true;
  layout.value = "";
});
