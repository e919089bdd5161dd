// cube.js: the figures, and sums over them under the filters of the page. Nothing here draws or touches the page.
// A sum over cells that were never stated is null, and null is never shown as 0.
"use strict";

let data = null; // what the program wrote into the page
let cubes = null; // columns of award and of people; a count never stated is -1
let view = null; // the view of boundaries in which the figures stand; null: as reported
let placed = null; // the columns of units in that view

function useData(written, columns) {
  data = written;
  cubes = columns;
  useBoundaries("reported");
}

// useBoundaries puts every figure under the unit of a view: figures move, none is made or lost.
function useBoundaries(code) {
  view = data.boundaries.find((b) => b.code === code) ?? null;
  const move = (column) => (view ? column.map((u) => view.members[u]) : column);
  placed = { award: move(cubes.award.unit), people: move(cubes.people.unit) };
  placed.there = new Uint8Array(data.units.length); // units that have figures in the view
  for (const keys of [placed.award, placed.people]) for (let i = 0; i < keys.length; i++) placed.there[keys[i]] = 1;
  selections.clear();
}
// placeOf is the unit under which something of a unit stands in the view.
const placeOf = (unit) => (view && unit !== null ? view.members[unit] : unit);

// add is a + b where null means not stated.
const add = (a, b) => (a === null ? b : b === null ? a : a + b);
const minus = (a, b) => (a === null || b === null ? null : a - b);
const share = (part, whole) => (part === null || !whole ? null : part / whole);
const total = (sums) => [...sums.values()].reduce(add, null);

const noFilter = { from: null, to: null, unit: [], form: [], level: [], achievement: [], cluster: [], kind: "" };

// measures that tell of one kind of recipient only; the others tell of individuals.
const kindOf = (measure) => ({ award_count: "", collective_count: "collective", enterprise_count: "collective", household_count: "household" })[measure] ?? "individual";

const selections = new Map(); // those of the present drawing, by their filters

// ofYears are the rows of the years of a filter. The people of a tally stand twice: as a whole, and by type of achievement as far as
// it crosses them; of the second are only those who ask by type.
function ofYears(cube, { from, to }, byType) {
  const name = byType ? "byType" : "whole";
  if (!cube[name]) cube[name] = sortYears(cube, (i) => byType || !isCrossed(cube, i));
  const sorted = cube[name];
  if (from === null) return sorted.rows;
  const last = sorted.starts.length - 1;
  return sorted.rows.subarray(sorted.starts[Math.min(from, last)], sorted.starts[Math.min(to + 1, last)]);
}
const isCrossed = (cube, i) => cube.m !== undefined && cube.source[i] === 1 && cube.achievement[i] >= 0;

// sortYears gives the rows of a cube in the order of the years, and where each year starts.
function sortYears(cube, keeps) {
  const { n, year } = cube, starts = new Int32Array(sizeOf(year) + 1);
  for (let i = 0; i < n; i++) if (keeps(i)) starts[year[i] + 1]++;
  for (let y = 1; y < starts.length; y++) starts[y] += starts[y - 1];
  const next = starts.slice(), rows = new Int32Array(starts[starts.length - 1]);
  for (let i = 0; i < n; i++) if (keeps(i)) rows[next[year[i]]++] = i;
  return { rows, starts };
}

// among are the rows whose key is one of those picked.
function among(rows, keys, picked) {
  const table = new Uint8Array(sizeOf(keys) + 1); // by key + 1: what a tally does not split has the key -1
  for (const key of picked) table[key + 1] = 1;
  const kept = new Int32Array(rows.length);
  let n = 0;
  for (let k = 0; k < rows.length; k++) if (table[keys[rows[k]] + 1] === 1) kept[n++] = rows[k];
  return kept.subarray(0, n);
}

// sizeOf is one more than the largest key of a column.
const sizes = new WeakMap();
function sizeOf(keys) {
  if (!sizes.has(keys)) {
    let most = -1;
    for (let i = 0; i < keys.length; i++) if (keys[i] > most) most = keys[i];
    sizes.set(keys, most + 1);
  }
  return sizes.get(keys);
}

// Selection is what the filters keep of the cubes. Every number of the page is a sum over one.
class Selection {
  constructor(filter) {
    this.filter = { ...noFilter, ...filter };
    this.kept = {}; // rows of each cube
    this.sums = {}; // of each measure
    this.apart = {}; // what it leaves unsplit of each measure
  }

  // with is the selection under other filters; panels that ask for the same one share it.
  with(changes) {
    const filter = { ...this.filter, ...changes }, key = JSON.stringify(Object.keys(noFilter).map((k) => filter[k]));
    if (!selections.has(key)) selections.set(key, new Selection(filter));
    return selections.get(key);
  }

  // at is the selection at one member of some dimensions: at({unit: 3, year: 2025}).
  at(keys) {
    const changes = {};
    for (const [dim, key] of Object.entries(keys)) Object.assign(changes, dim === "year" ? { from: key, to: key } : { [dim]: [key] });
    return this.with(changes);
  }

  // of is the column that holds a measure under the filter of kinds: null where that kind has no such measure.
  of(measure) {
    const kind = this.filter.kind;
    if (!kind) return measure;
    if (measure === "award_count") return kind + "_count";
    return kindOf(measure) === kind ? measure : null;
  }

  // rows are the positions of a cube that the filters keep: tables instead of sets, as this is what every filter waits for.
  rows(name, byType = this.filter.achievement.length > 0) {
    const key = name + byType;
    if (this.kept[key]) return this.kept[key];
    const cube = cubes[name], f = this.filter;
    let rows = ofYears(cube, f, byType);
    for (const dim of ["form", "level", "achievement"]) if (f[dim].length) rows = among(rows, cube[dim], f[dim]);
    if (f.unit.length) rows = among(rows, placed[name], f.unit);
    if (f.cluster.length) {
      const clusters = membersOf(f.cluster);
      rows = rows.filter((i) => clusters.get(cube.year[i])?.has(cube.unit[i]));
    }
    return (this.kept[key] = rows);
  }

  // column is where a measure stands: [cube, values]; values null where nothing of that kind is kept.
  column(measure) {
    const of = this.of(measure);
    if (of === "award_count") return ["award", cubes.award.count];
    return ["people", of && cubes.people.m[of]];
  }

  // sum adds up a measure: null where it was never stated.
  sum(measure = "award_count") {
    if (this.sums[measure] !== undefined) return this.sums[measure];
    const [name, values] = this.column(measure);
    let sum = -1;
    if (values) {
      const rows = this.rows(name);
      for (let k = 0; k < rows.length; k++) {
        const v = values[rows[k]];
        if (v >= 0) sum = (sum < 0 ? 0 : sum) + v;
      }
    }
    return (this.sums[measure] = sum < 0 ? null : sum);
  }

  awards() { return this.sum("award_count"); }

  // by adds up a measure by year, unit, form, level or achievement: Map(year or position -> sum). What a tally did not
  // cross with its achievements stands under none of them.
  by(dim, measure = "award_count") {
    const [name, values] = this.column(measure);
    const result = new Map();
    if (!values) return result;
    const keys = dim === "unit" ? placed[name] : cubes[name][dim];
    const rows = this.rows(name, dim === "achievement" || this.filter.achievement.length > 0);
    const sums = new Float64Array(sizeOf(keys)).fill(-2); // -2: no row; -1: never stated
    for (let k = 0; k < rows.length; k++) {
      const i = rows[k], key = keys[i];
      if (key < 0) continue;
      const v = values[i], before = sums[key];
      sums[key] = v < 0 ? Math.max(before, -1) : Math.max(before, 0) + v;
    }
    sums.forEach((sum, key) => { if (sum > -2) result.set(key, sum < 0 ? null : sum); });
    return result;
  }

  // people adds up every measure of recipients.
  people() {
    const sums = {};
    for (const measure of data.measures) sums[measure] = this.sum(measure);
    return sums;
  }

  // unsplit counts the awards that cannot be told apart as the filters ask: a tally gives achievements, kinds and classes
  // each by itself, where it does not cross them. They are shown as such and never added.
  unsplit(measure = "award_count") {
    if (this.apart[measure] === undefined) this.apart[measure] = this.of(measure) === "award_count" ? 0 : this.unsplitOf();
    return this.apart[measure];
  }
  unsplitOf() {
    const { m, source } = cubes.people, known = data.kinds.map((kind) => m[kind + "_count"]), rows = this.rows("people");
    let sum = 0;
    if (this.filter.achievement.length) {
      const award = cubes.award;
      for (const i of this.rows("award")) if (award.source[i] === 1) sum += award.count[i];
      for (const i of rows) if (source[i] === 1) for (const counts of known) sum -= Math.max(0, counts[i]);
      return Math.max(0, sum);
    }
    if (!this.filter.kind) return sum;
    const all = m.award_count;
    for (let k = 0; k < rows.length; k++) {
      const i = rows[k];
      let rest = Math.max(0, all[i]);
      for (const counts of known) if (counts[i] > 0) rest -= counts[i];
      if (rest > 0) sum += rest;
    }
    return sum;
  }

  // figure names a figure under these filters and keys (positions of members, a year), so that "tdkt trace" can open it;
  // empty where no mart holds it.
  figure(measure, keys = {}) {
    const f = this.filter, of = this.of(measure);
    if (of === null) return "";
    const where = {};
    const single = (name, dim, members, key) => {
      if (keys[dim] !== undefined && keys[dim] !== null) where[name] = members[keys[dim]].code;
      else if (f[dim].length === 1) where[name] = members[f[dim][0]].code;
      else if (f[dim].length > 1) where[name] = undefined; // several: no mart holds their sum
    };
    if (keys.year !== undefined && keys.year !== null) where.award_year = keys.year;
    else if (f.from !== null) where.award_year = f.from === f.to ? f.from : undefined;
    single("form_code", "form", data.forms);
    single("level_code", "level", data.levels);
    single("achievement_code", "achievement", data.achievements);
    single("unit_code", "unit", data.units);
    single("cluster_code", "cluster", data.clusters);
    if (where.unit_code !== undefined && view) where.boundaries = view.code;
    return Object.values(where).includes(undefined) ? "" : figureID(of, where);
  }
}

// membersOf are the units of clusters, by year: Map(year -> Set of positions).
function membersOf(clusters) {
  const members = new Map();
  for (const c of clusters) {
    for (const [year, units] of Object.entries(data.clusters[c].years)) {
      const set = members.get(Number(year)) ?? new Set();
      units.forEach((u) => set.add(u));
      members.set(Number(year), set);
    }
  }
  return members;
}

// yesUnknownNo splits the individuals by one trait; what is neither yes nor unknown is no.
function yesUnknownNo(sums, yes, unknown) {
  const whole = sums.individual_count;
  const no = whole === null ? null : whole - (sums[yes] ?? 0) - (sums[unknown] ?? 0);
  return { whole, yes: sums[yes], unknown: sums[unknown], no };
}

// marts in which a figure may stand, with their keys; the first that has all keys asked for is named.
const marts = [
  { name: "mart_form_year", keys: ["award_year", "form_code"], measures: ["award_count", "collective_count", "enterprise_count", "household_count", "individual_count"] },
  { name: "mart_level_year", keys: ["award_year", "level_code"], measures: ["award_count", "individual_count"] },
  { name: "mart_achievement_year", keys: ["award_year", "form_code", "achievement_code"], measures: ["award_count"] },
  { name: "mart_beneficiary_year", keys: ["award_year", "form_code", "level_code"] },
  { name: "mart_unit_year", keys: ["award_year", "unit_code"] },
  { name: "mart_unit_boundary_year", keys: ["award_year", "boundaries", "form_code", "unit_code"] },
];

// figureID names a figure; empty where no mart holds it. A key left out means the sum over it.
function figureID(measure, where) {
  const asked = Object.keys(where);
  const mart = marts.find((m) => (m.measures ?? data.measures).includes(measure) && asked.every((k) => m.keys.includes(k))
    && (!m.keys.includes("boundaries") || asked.includes("boundaries"))); // its views are never added up
  if (!mart) return "";
  const keys = mart.keys.filter((k) => asked.includes(k)).map((k) => k + "=" + encodeURIComponent(where[k]));
  return mart.name + "/" + measure + (keys.length ? "?" + keys.join("&") : "");
}

// inYears tells whether a year is among those of a selection.
const inYears = (f, year) => f.from === null || (year >= f.from && year <= f.to);

// stillOpen tells that one of the years of a selection was not over on the day of the last receipt.
const stillOpen = (f) => data.open.some((y) => inYears(f, y) && data.years.includes(y));

// duties are the returns owed or received that the filters of year, unit and cluster keep.
function duties(selection) {
  const f = selection.filter, clusters = f.cluster.length ? membersOf(f.cluster) : null;
  return data.obligations.filter((o) => inYears(f, o.year) && (!f.unit.length || f.unit.includes(placeOf(o.unit)))
    && (!clusters || clusters.get(o.year)?.has(o.unit)));
}

// duty counts the units that owe a return which counts and those all of whose returns are accepted;
// null where nobody is known to owe one.
function duty(selection) {
  if (selection.owed === undefined) selection.owed = dutyOf(selection);
  return selection.owed;
}
function dutyOf(selection) {
  const units = new Map();
  for (const o of duties(selection)) {
    if (o.expected && !o.control) units.set(o.unit, (units.get(o.unit) ?? true) && o.accepted > 0);
  }
  if (units.size === 0) return null;
  const complete = [...units.values()].filter(Boolean).length;
  return { expected: units.size, complete, provisional: complete < units.size || stillOpen(selection.filter) };
}
const provisional = (selection) => duty(selection)?.provisional ?? stillOpen(selection.filter);

// settle derives from the filters what several panels need.
function settle(state) {
  const f = state.filter;
  selections.clear();
  state.here = new Selection(f);
  state.year = f.from !== null && f.from === f.to ? f.from : null;
  state.before = state.year !== null && state.year > 0 && data.years.includes(state.year - 1) ? state.here.with({ from: state.year - 1, to: state.year - 1 }) : null;
  state.trend = state.here.with({ from: null, to: null });
  state.unit = f.unit.length === 1 ? f.unit[0] : null;
  state.provisional = provisional(state.here);
  state.years = f.from !== null && f.from !== f.to ? f.from + "–" + f.to : yearName(state.year);
  state.place = placeWords(f);
  const labels = (members, picked) => (picked.length ? [picked.map((i) => members[i].label).join(", ")] : []);
  const more = [...labels(data.forms, f.form), ...labels(data.levels, f.level), ...labels(data.achievements, f.achievement), ...(f.kind ? [say("page.kind." + f.kind)] : [])];
  const boundaries = view ? [view.label] : [];
  state.where = [state.place, ...more, ...boundaries].join(" · ");
  state.words = [state.place, state.years, ...more, ...boundaries].join(" · ");
  state.dutyWords = [state.place, state.years, ...boundaries].join(" · "); // of what only years, units and clusters filter
  return state;
}

function placeWords(f) {
  const names = [...f.unit.map((u) => data.units[u].label), ...f.cluster.map((c) => data.clusters[c].label)];
  return names.length ? names.join(", ") : say("page.whole_province");
}

// Words and numbers as they are written in the language of the page.
function say(key, ...args) {
  const text = data.texts[key];
  if (text === undefined) throw new Error("no text " + key);
  let next = 0;
  return text.replace(/%(?:\[(\d)\])?s/g, (_, at) => args[at ? at - 1 : next++]);
}
const marks = () => (data.lang === "en" ? [",", ".", "%"] : [".", ",", "\u00a0%"]); // of thousands, decimals, per cent
function formatInt(n) {
  if (n === null) return "–";
  return (n < 0 ? "−" : "") + String(Math.abs(n)).replace(/\B(?=(\d{3})+$)/g, marks()[0]);
}
// formatDecimal rounds half away from zero at the second place, by whole numbers as Go does.
function formatDecimal(x) {
  const hundredths = Math.round(Math.abs(x) * 100 + 1e-9);
  const sign = x < 0 && hundredths > 0 ? "−" : "";
  return sign + formatInt(Math.floor(hundredths / 100)) + marks()[1] + String(hundredths % 100).padStart(2, "0");
}
const formatShare = (x) => (x === null ? "–" : formatDecimal(x * 100) + marks()[2]);
const signed = (n, format) => (n === null ? "–" : (n > 0 ? "+" : "") + format(n));
const yearName = (y) => (y === null ? say("page.all_years") : y === 0 ? say("page.year_unknown") : String(y));
