// pack.js: the packed cubes as columns. pack.go tells how their bytes are laid out, and writes them. Nothing here touches the page.
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

// reader steps through the bytes. Codes are below 2^30, so whole numbers of 32 bits do, which are the fastest.
function reader(bytes) {
  let at = 0;
  const varint = () => {
    let b = bytes[at++];
    let n = b & 127;
    for (let shift = 7; b > 127; shift += 7) {
      b = bytes[at++];
      n |= (b & 127) << shift;
    }
    return n;
  };
  // bytesEach puts numbers of so many bytes into the column, whose places are 0.
  const bytesEach = (column, width) => {
    const n = column.length;
    for (let b = 0, scale = 1; b < width; b++, scale *= 256, at += n) for (let i = 0; i < n; i++) column[i] += bytes[at + i] * scale;
    return column;
  };
  const steps = (column) => {
    for (let i = 0, code = 0; i < column.length; i++) {
      let z = bytes[at];
      if (z < 128) at++; // most are
      else z = varint();
      column[i] = code += (z >>> 1) ^ -(z & 1);
    }
    return column;
  };
  return {
    varint,
    byte: () => bytes[at++],
    text: (length) => String.fromCharCode(...bytes.subarray(at, (at += length))),
    // codes gives the codes of n rows, as floating numbers where they are counts of any size.
    codes(n) {
      const coding = bytes[at++];
      if (coding === 5) return bytesEach(new Float64Array(n), 4);
      const column = new Int32Array(n);
      if (coding < 3) return bytesEach(column, 1 << coding);
      if (coding === 4) return steps(column);
      if (coding !== 3) throw new Error("pack.js: no coding " + coding);
      for (let i = 0; i < n; i++) column[i] = varint();
      return column;
    },
    end() {
      if (at !== bytes.length) throw new Error("pack.js: " + bytes.length + " bytes, read " + at);
    },
  };
}

// keysOf reads the number of rows and their dimensions.
function keysOf(read) {
  const n = read.varint(), cube = { n };
  for (const key of ["year", "unit", "form", "level", "achievement", "source"]) cube[key] = read.codes(n);
  for (let i = 0; i < n; i++) cube.achievement[i]--;
  return cube;
}

// countsOf reads the counts of a measure, from the difference from what the measures of from leave, where it has such.
function countsOf(read, n, from) {
  const codes = read.codes(n), counts = codes instanceof Int32Array ? codes : new Int32Array(n);
  if (counts !== codes || !from || from.includes(undefined)) {
    for (let i = 0; i < n; i++) counts[i] = codes[i] - 1;
    return counts;
  }
  const likely = new Int32Array(n);
  from.forEach((values, position) => {
    const sign = position === 0 ? 1 : -1;
    for (let i = 0; i < n; i++) if (values[i] > 0) likely[i] += sign * values[i];
  });
  for (let i = 0; i < n; i++) {
    const z = codes[i] - 1;
    counts[i] = z < 0 ? -1 : likely[i] + ((z >>> 1) ^ -(z & 1));
  }
  return counts;
}

// withLists puts the lists of people before the awards of tallies.
function withLists(people, tallies) {
  const rows = new Int32Array(people.n);
  let listed = 0;
  for (let i = 0; i < people.n; i++) if (people.source[i] === 0) rows[listed++] = i;
  const both = (lists, rest) => {
    const column = new Int32Array(listed + tallies.n);
    for (let i = 0; i < listed; i++) column[i] = lists[rows[i]];
    column.set(rest, listed);
    return column;
  };
  const award = { n: listed + tallies.n, count: both(people.m.award_count, tallies.count) };
  for (const key of ["year", "unit", "form", "level", "achievement", "source"]) award[key] = both(people[key], tallies[key]);
  return award;
}
