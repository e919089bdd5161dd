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
  for (const name of measures) people.m[name] = countsOf(read, people, leaves[name]);
  const shared = read.byte() === 1;
  const rest = keysOf(read);
  rest.count = countsOf(read, rest);
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
    // column puts the code of each row through into, and what that gives into the column.
    column(column, into) {
      const n = column.length, coding = bytes[at++];
      if (coding === 3 || coding === 4) {
        let code = 0;
        for (let i = 0; i < n; i++) {
          code = coding === 4 ? code + unzigzag(varint()) : varint();
          column[i] = into(code, i);
        }
      } else if (coding < 3) {
        const width = 1 << coding, start = at;
        at += n * width;
        for (let i = 0; i < n; i++) {
          let code = bytes[start + i];
          for (let b = 1, scale = 256; b < width; b++, scale *= 256) code += bytes[start + b * n + i] * scale;
          column[i] = into(code, i);
        }
      } else throw new Error("pack.js: no coding " + coding);
      return column;
    },
    end() {
      if (at !== bytes.length) throw new Error("pack.js: " + bytes.length + " bytes, read " + at);
    },
  };
}

const unzigzag = (z) => (z % 2 === 0 ? z / 2 : -(z + 1) / 2);

// keysOf reads the number of rows and their dimensions.
function keysOf(read) {
  const n = read.varint();
  const asIs = (code) => code;
  return {
    n,
    year: read.column(new Int16Array(n), asIs),
    unit: read.column(new Int32Array(n), asIs),
    form: read.column(new Int32Array(n), asIs),
    level: read.column(new Int16Array(n), asIs),
    achievement: read.column(new Int16Array(n), (code) => code - 1),
    source: read.column(new Uint8Array(n), asIs),
  };
}

// countsOf reads the counts of a measure, from the difference from what others leave where it has such.
function countsOf(read, cube, from) {
  const counts = new Int32Array(cube.n);
  if (!from || !cube.m || from.some((name) => !cube.m[name])) return read.column(counts, (code) => code - 1);
  const likely = new Float64Array(cube.n);
  from.forEach((name, at) => {
    const counts = cube.m[name], sign = at === 0 ? 1 : -1;
    for (let i = 0; i < cube.n; i++) if (counts[i] > 0) likely[i] += sign * counts[i];
  });
  return read.column(counts, (code, i) => (code === 0 ? -1 : likely[i] + unzigzag(code - 1)));
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
  const packed = Uint8Array.from(atob(base64.trim()), (c) => c.charCodeAt(0));
  return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(stream)).arrayBuffer());
}
