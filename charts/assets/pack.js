// pack.js: the packed cubes as columns. pack.go tells how their bytes are laid out, and writes them.
// cubesOf is pure; inflate needs a browser.
"use strict";

const PACK_VERSION = 1;

// What other measures leave of the first of them: those of which the bytes hold the difference from it.
const leaves = {
  individual_count: ["award_count", "collective_count", "household_count"],
  class_unknown_count: ["individual_count", "leader_ministry_province_count", "leader_department_count", "entrepreneur_count",
    "leader_other_count", "direct_worker_count"],
};

// cubesOf gives the two cubes: {award, people}. Columns are typed arrays of the same length n; -1 is a count never stated,
// and the achievement of what a tally does not split.
function cubesOf(bytes) {
  const read = reader(bytes);
  if (read.text(4) !== "TDKC" || read.byte() !== PACK_VERSION) throw new Error("pack.js: these are no cubes of version " + PACK_VERSION);
  const measures = read.text(read.varint()).split(",");
  const people = keysOf(read);
  people.m = {};
  for (const name of measures) people.m[name] = countsOf(read, people.n, leaves[name] && leaves[name].map((other) => people.m[other]));
  const shared = read.byte() === 1;
  const rest = keysOf(read);
  rest.count = countsOf(read, rest.n);
  read.end();
  return { award: shared ? withLists(people, rest) : rest, people };
}

// reader steps through the bytes.
function reader(bytes) {
  let at = 0;
  const varint = () => {
    let b = bytes[at++];
    let n = b & 127;
    for (let scale = 128; b > 127; scale *= 128) {
      b = bytes[at++];
      n += (b & 127) * scale;
    }
    return n;
  };
  return {
    varint,
    byte: () => bytes[at++],
    text: (length) => String.fromCharCode(...bytes.subarray(at, (at += length))),
    // column gives the codes of n rows.
    column(n) {
      const codes = new Float64Array(n), coding = bytes[at++];
      if (coding < 3) {
        if (n > 0) codes.set(bytes.subarray(at, at + n)); // goja, which runs this too, trips over setting nothing
        at += n;
        for (let b = 1, scale = 256; b < 1 << coding; b++, scale *= 256, at += n) for (let i = 0; i < n; i++) codes[i] += bytes[at + i] * scale;
      } else if (coding === 3) {
        for (let i = 0; i < n; i++) codes[i] = varint();
      } else if (coding === 4) {
        let code = 0;
        for (let i = 0; i < n; i++) {
          const b = bytes[at];
          if (b < 128) at++; // most are small
          const z = b < 128 ? b : varint();
          code += z % 2 === 0 ? z / 2 : -(z + 1) / 2;
          codes[i] = code;
        }
      } else throw new Error("pack.js: no coding " + coding);
      return codes;
    },
    end() {
      if (at !== bytes.length) throw new Error("pack.js: " + bytes.length + " bytes, read " + at);
    },
  };
}

// keysOf reads the number of rows and their dimensions.
function keysOf(read) {
  const n = read.varint();
  return {
    n,
    year: new Int16Array(read.column(n)),
    unit: new Int32Array(read.column(n)),
    form: new Int32Array(read.column(n)),
    level: new Int16Array(read.column(n)),
    achievement: new Int16Array(read.column(n)).map((code) => code - 1),
    source: new Uint8Array(read.column(n)),
  };
}

// countsOf reads the counts of a measure, from the difference from what the measures of from leave, where it has such.
function countsOf(read, n, from) {
  const counts = new Int32Array(n), codes = read.column(n);
  if (!from || from.includes(undefined)) {
    for (let i = 0; i < n; i++) counts[i] = codes[i] - 1;
    return counts;
  }
  const likely = new Float64Array(n);
  from.forEach((values, position) => {
    const sign = position === 0 ? 1 : -1;
    for (let i = 0; i < n; i++) if (values[i] > 0) likely[i] += sign * values[i];
  });
  for (let i = 0; i < n; i++) {
    const z = codes[i] - 1;
    counts[i] = z < 0 ? -1 : likely[i] + (z % 2 === 0 ? z / 2 : -(z + 1) / 2);
  }
  return counts;
}

// withLists puts the lists of people before the awards of tallies.
function withLists(people, tallies) {
  const rows = [];
  for (let i = 0; i < people.n; i++) if (people.source[i] === 0) rows.push(i);
  const n = rows.length + tallies.n;
  const both = (listed, tallied) => {
    const column = new tallied.constructor(n);
    for (let i = 0; i < rows.length; i++) column[i] = listed[rows[i]];
    column.set(tallied, rows.length);
    return column;
  };
  const award = { n, count: both(people.m.award_count, tallies.count) };
  for (const key of ["year", "unit", "form", "level", "achievement", "source"]) award[key] = both(people[key], tallies[key]);
  return award;
}

// inflate gives the bytes of the text that stands in the page. Where the browser cannot, the error's message is the key of a text.
async function inflate(base64) {
  let stream;
  try {
    stream = new DecompressionStream("deflate-raw");
  } catch (_) {
    throw new Error("page.browser_too_old");
  }
  const text = atob(base64.trim());
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(stream)).arrayBuffer());
}
