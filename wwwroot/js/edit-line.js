// @ts-check
// The line to the server: what is sent over it is sent again after it broke, with the same key, so that it counts once.

/** @typedef {{ done: boolean, words: string, revision: number | null, choose: number | null, code: string | null }} Answer */
/** @typedef {{ key: string, method: string, args: unknown[] }} Waiting */

const pauses = [200, 500, 1000, 2000, 3000];

/** A fault on the server, in Blazor's words; everything else is a line that broke. @param {unknown} error */
const isFault = (error) => error instanceof Error && error.message.includes("exception invoking");

export class Line {
  /** @type {any} */
  #server = null;
  /** @type {Map<string, { waiting: Waiting, settle: (answer: Answer) => void }>} */
  #waiting = new Map();
  #prefix;
  #down = false;

  /** @param {string} map @param {string} person @param {(words: string) => void} say tells how the line is; nothing when all is well */
  constructor(map, person, say) {
    // enhance.js forgets everything that begins so when somebody signs out.
    this.#prefix = `argmap-draft waiting ${person} ${map} `;
    this.say = say;
  }

  get isOpen() {
    return this.#server !== null && !this.#down;
  }

  /** The island is there. Sends what another load of this page left without an answer. @param {any} server @returns {Promise<{ waiting: Waiting, answer: Answer }[]>} */
  open(server) {
    this.#server = server;
    const left = this.#left().filter((waiting) => !this.#waiting.has(waiting.key));
    return Promise.all(left.map(async (waiting) => ({ waiting, answer: await this.send(waiting.key, waiting.method, ...waiting.args) })));
  }

  /** Asks for something that changes nothing. @param {string} method @param {unknown[]} args @returns {Promise<any>} */
  async ask(method, ...args) {
    if (!this.isOpen) throw new Error("The line is down.");
    return await this.#server.invokeMethodAsync(method, ...args);
  }

  /**
   * Sends something that is to be done once. Settles when the server has answered, however often the line breaks until then.
   * @param {string} key @param {string} method @param {unknown[]} args @returns {Promise<Answer>}
   */
  send(key, method, ...args) {
    const waiting = { key, method, args };
    return new Promise((settle) => {
      this.#waiting.set(key, { waiting, settle });
      try {
        localStorage.setItem(this.#prefix + key, JSON.stringify(waiting));
      } catch {
        // Without storage it is kept as long as this page.
      }
      if (this.isOpen) void this.#try(key);
      else this.say("Not connected. What you did is kept in this browser and will be sent as soon as the connection is back.");
    });
  }

  /** @param {string} key */
  async #try(key) {
    const entry = this.#waiting.get(key);
    if (!entry) return;
    try {
      this.#settle(key, await this.#server.invokeMethodAsync(entry.waiting.method, key, ...entry.waiting.args));
    } catch (error) {
      // Of a line that broke nobody knows whether it was done: it waits, and is sent again with its key.
      if (isFault(error)) this.#settle(key, { done: false, words: "Something went wrong on the server. What you typed is kept; try again.", revision: null, choose: null, code: "server-fault" });
    }
  }

  /** @param {string} key @param {Answer} answer */
  #settle(key, answer) {
    const entry = this.#waiting.get(key);
    if (!this.#waiting.delete(key)) return;
    try {
      localStorage.removeItem(this.#prefix + key);
    } catch {
      // Nor was it stored.
    }
    entry?.settle(answer);
  }

  /** @returns {Waiting[]} */
  #left() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(this.#prefix)).map((key) => JSON.parse(localStorage.getItem(key) ?? "null")).filter(Boolean);
    } catch {
      return [];
    }
  }

  /** What Blazor calls when the line breaks and when it is back. */
  get handler() {
    return {
      onConnectionDown: () => void this.#reconnect(),
      onConnectionUp: () => {
        this.#down = false;
        this.say("");
        for (const key of [...this.#waiting.keys()]) void this.#try(key);
        this.onUp();
      },
    };
  }

  /** Called when a broken line is back. */
  onUp() {}

  async #reconnect() {
    if (this.#down) return;
    this.#down = true;
    this.say("The connection is gone; trying again. Go on writing: what you type is kept in this browser.");
    for (let tries = 0; this.#down; tries++) {
      await new Promise((resume) => {
        const timer = setTimeout(resume, pauses[Math.min(tries, pauses.length - 1)]);
        addEventListener("online", () => (clearTimeout(timer), resume(undefined)), { once: true });
      });
      if (!this.#down) return;
      try {
        // False: the server answers and knows this circuit no more, as after a restart. Everything typed is in storage.
        if (!(await /** @type {any} */ (window).Blazor.reconnect())) return location.reload();
      } catch {
        // Not reachable yet.
      }
    }
  }
}
