// Which pages to visit: every internal link, breadth first, a sample of those that are alike.

/** The most pages of one crawl. */
export const MOST_PAGES = 400;
/** How many pages that differ only in a municipality's code, or in the values of a query, are visited. */
const SAMPLE = 6;

export class Frontier {
  #waiting = [];
  #seen = new Set();
  #families = new Map();
  #leaveOut;
  #sample;

  /** Leaves out paths that match `leaveOut`, and visits `sample` pages of each kind. */
  constructor({ leaveOut = /^$/, sample = SAMPLE } = {}) {
    [this.#leaveOut, this.#sample] = [leaveOut, sample];
  }

  /** Pages left out because enough of their kind were visited. */
  sampled = 0;

  /** Adds a page that was linked from another, unless it is known or like many others. */
  add(url, from) {
    const plain = withoutFragment(url);
    if (this.#seen.has(plain) || this.#leaveOut.test(new URL(plain).pathname)) {
      return;
    }
    this.#seen.add(plain);
    const family = familyOf(plain);
    const members = (this.#families.get(family) ?? 0) + 1;
    this.#families.set(family, members);
    if (family !== plain && members > this.#sample) {
      this.sampled += 1;
      return;
    }
    this.#waiting.push({ url: plain, from });
  }

  /** The next page to visit, or undefined. */
  next() {
    return this.#waiting.shift();
  }

  get waiting() {
    return this.#waiting.length;
  }
}

export function withoutFragment(url) {
  const plain = new URL(url);
  plain.hash = "";
  return plain.href;
}

// Pages of one family have the same path but for municipality codes, ids, numbers and the wave that is held, and the
// same names in their query.
function familyOf(url) {
  const { origin, pathname, searchParams } = new URL(url);
  const path = pathname
    .replace(/GM\d{4}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/gi, "*")
    .replace(/(?<=\/(?:goals|versions)\/)\d+|(?<=\/(?:waves|forms)\/)(?!new$)[^/]+/g, "*");
  const names = [...new Set(searchParams.keys())].sort();
  return names.length > 0 ? `${origin}${path}?${names.join("&")}` : `${origin}${path}`;
}
