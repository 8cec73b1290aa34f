// @ts-check
// What was typed and not yet acknowledged, kept in this browser. It is let go only when the server has said that it has it.

/** @typedef {{ use: string, kind: string | null, number: number, text: string, detail: string, basedOn: number, title?: string, caret?: number }} Draft */

// enhance.js forgets everything that begins so when somebody signs out.
const prefix = "argmap-draft edit ";

/** Runs what needs storage; a browser that refuses storage only loses the drafts. @template T @param {(store: Storage) => T} use @returns {T | undefined} */
function withStore(use) {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}

export class Drafts {
  #prefix;

  /** @param {string} map @param {string} person */
  constructor(map, person) {
    this.#prefix = `${prefix}${person} ${map} `;
  }

  /** What tells a form from others. @param {{ use: string, kind: string | null, number: number }} form */
  static id = (form) => `${form.use} ${form.kind ?? ""} ${form.number}`;

  /** @param {Draft} draft */
  keep(draft) {
    withStore((store) => store.setItem(this.#prefix + Drafts.id(draft), JSON.stringify(draft)));
  }

  /** @param {{ use: string, kind: string | null, number: number }} form @returns {Draft | null} */
  of(form) {
    return withStore((store) => JSON.parse(store.getItem(this.#prefix + Drafts.id(form)) ?? "null")) ?? null;
  }

  /** @param {{ use: string, kind: string | null, number: number }} form */
  forget(form) {
    withStore((store) => store.removeItem(this.#prefix + Drafts.id(form)));
  }

  /** @returns {Draft[]} */
  all() {
    return withStore((store) => Object.keys(store).filter((key) => key.startsWith(this.#prefix)).map((key) => JSON.parse(store.getItem(key) ?? "null")).filter(Boolean)) ?? [];
  }
}

/** What one tab remembers over a reload: the form that was open, and since when the person has been editing. @param {string} map */
export function tab(map) {
  const name = `argmap-editing ${map}`;
  const read = () => {
    try {
      return JSON.parse(sessionStorage.getItem(name) ?? "{}");
    } catch {
      return {};
    }
  };
  return {
    read,
    /** @param {Record<string, unknown>} change */
    write(change) {
      try {
        sessionStorage.setItem(name, JSON.stringify({ ...read(), ...change }));
      } catch {
        // A tab that forgets only begins anew.
      }
    },
  };
}
