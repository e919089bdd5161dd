// drilldata.js: from a figure to its units, returns and cells. places_pack.go tells how the bytes are laid out, and writes them.
// Nothing here touches the page.
"use strict";

const PLACES_VERSION = 1;

// placesOf gives {returns, sheets, columns, patterns, people, award, cells}; cells are columns like those of a cube.
function placesOf(bytes) {
  const read = reader(bytes);
  if (read.text(4) !== "TDKP" || read.byte() !== PLACES_VERSION) throw new Error("drilldata.js: these are no places of version " + PLACES_VERSION);
  const places = JSON.parse(longText(read, read.varint()));
  places.people = provenanceOf(read, places.measures);
  places.award = provenanceOf(read, ["award_count"]);
  const n = read.varint(), cells = { n };
  for (const name of ["ret", "sheet", "row", "column", "year", "unit", "form", "level", "achievement", "pattern", "amount", "lift"]) {
    cells[name] = n ? read.codes(n) : new Int32Array(0);
    if (name === "achievement") for (let i = 0; i < n; i++) cells[name][i]--;
    if (name === "lift") for (let i = 0; i < n; i++) cells[name][i] = stepOf(cells[name][i]);
  }
  read.end();
  return { ...places, cells };
}

// stepOf reads 0 1 2 3 4 … as 0 -1 1 -2 2 ….
const stepOf = (z) => (z % 2 === 0 ? z / 2 : -(z + 1) / 2);

function longText(read, length) {
  let text = "";
  for (let left = length; left > 0; left -= 4096) text += read.text(Math.min(left, 4096));
  return text;
}

// provenanceOf reads which return each row of a cube comes from; where there are several, what each adds.
function provenanceOf(read, measures) {
  const rows = read.varint();
  const sole = read.codes(rows);
  for (let i = 0; i < rows; i++) sole[i]--;
  const n = read.varint(), shares = { n, m: {} }, sharesOf = new Map();
  if (n === 0) return { sole, shares, sharesOf };
  shares.row = read.codes(n);
  shares.ret = read.codes(n);
  for (const name of measures) shares.m[name] = read.codes(n).map((code) => (code === 0 ? -1 : stepOf(code - 1)));
  for (let i = 0; i < n; i++) sharesOf.set(shares.row[i], [...(sharesOf.get(shares.row[i]) ?? []), i]);
  return { sole, shares, sharesOf };
}

// saying leaves out noughts, but where all are noughts.
const saying = (rows) => (rows.some((r) => r.v) ? rows.filter((r) => r.v) : rows);

// unitsOf adds up a figure by unit, the largest first; units that never stated it are not among them.
function unitsOf(selection, measure) {
  return saying([...selection.by("unit", measure)].filter(([, v]) => v !== null).map(([unit, v]) => ({ unit, v }))).sort((a, b) => b.v - a.v || a.unit - b.unit);
}

// returnsOf adds up a figure by return, the largest first.
function returnsOf(places, selection, measure) {
  const [name, values] = selection.column(measure);
  const of = selection.of(measure), { sole, shares, sharesOf } = places[name];
  const sums = new Map();
  const put = (ret, v) => { if (v >= 0) sums.set(ret, (sums.get(ret) ?? 0) + v); };
  if (values) for (const i of selection.rows(name)) {
    if (sole[i] >= 0) put(sole[i], values[i]);
    else for (const k of sharesOf.get(i) ?? []) put(shares.ret[k], shares.m[of][k]);
  }
  return saying([...sums].map(([ret, v]) => ({ ret, v }))).sort((a, b) => b.v - a.v || a.ret - b.ret);
}

// cellsOf lists the cells of a return that a figure comes from, by sheet, column and whether they are added or taken away:
// [{sheet, column, rows: [ascending], v, list}]. A cell that stands for several awards is one row.
function cellsOf(places, selection, measure, ret) {
  const [name] = selection.column(measure);
  const at = places.measures.indexOf(selection.of(measure)), people = name === "people" ? 1 : 0;
  const asked = selection.filter.achievement, achievements = asked.length ? new Set(asked) : null;
  const ofTally = !achievements ? 1 : people ? 2 : 0; // the whole of a tally is the sum of its totals, without its types; 2: people by type
  const keeps = keeper(selection.filter), c = places.cells;
  const groups = new Map();
  for (let i = firstOf(c.ret, ret); i < c.n && c.ret[i] === ret; i++) {
    if (!keeps(c.year[i], c.unit[i], c.form[i], c.level[i])) continue;
    const list = c.column[i] === 0;
    for (const [cube, what, letters, below, type, times] of places.patterns[c.pattern[i]]) {
      if (what !== at || cube !== (list ? people : ofTally)) continue;
      if (achievements && !achievements.has(list ? c.achievement[i] : type)) continue;
      const column = list ? letters : places.columns[c.column[i]];
      const row = c.row[i] + below - (cube ? 0 : c.lift[i]);
      const key = [c.sheet[i], column, times < 0, list && times === 0].join("|"); // rows of a list that say no stand apart
      const group = groups.get(key) ?? { sheet: places.sheets[c.sheet[i]], column, rows: new Set(), v: 0, list };
      group.rows.add(row);
      group.v += c.amount[i] * times;
      groups.set(key, group);
    }
  }
  const sorted = [...groups.values()].map((g) => ({ ...g, rows: [...g.rows].sort((a, b) => a - b) }));
  return sorted.sort((a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.column.length - b.column.length || (a.column < b.column ? -1 : a.column > b.column ? 1 : b.v - a.v)));
}

// firstOf is the first position of a value in an ascending column.
function firstOf(column, value) {
  let low = 0, high = column.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

// keeper tells of a year, unit, form and level whether a filter keeps them, as Selection.rows does.
function keeper(f) {
  const set = (picked) => (picked.length ? new Set(picked) : null);
  const units = set(f.unit), forms = set(f.form), levels = set(f.level), clusters = f.cluster.length ? membersOf(f.cluster) : null;
  return (year, unit, form, level) => inYears(f, year) && (!units || units.has(placeOf(unit))) && (!forms || forms.has(form)) && (!levels || levels.has(level))
    && (!clusters || Boolean(clusters.get(year)?.has(unit)));
}

// rangesOf writes ascending numbers as "8–15, 18".
function rangesOf(rows) {
  const ranges = [];
  for (const row of rows) {
    const last = ranges[ranges.length - 1];
    if (last && last[1] === row - 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : from + "–" + to)).join(", ");
}

// drillOfFigure reads what a figure id asks for: {measure, filter}; null where it is no sum over the cubes.
function drillOfFigure(figure) {
  const [, mart, measure, keys] = /^(\w+)\/(\w+)(?:\?(.*))?$/.exec(figure) ?? [];
  if (!marts.some((m) => m.name === mart)) return null;
  const filter = {};
  const lists = { unit_code: ["unit", data.units], form_code: ["form", data.forms], level_code: ["level", data.levels], achievement_code: ["achievement", data.achievements] };
  for (const [name, text] of (keys ?? "").split("&").filter(Boolean).map((pair) => pair.split("="))) {
    const value = decodeURIComponent(text);
    if (name === "award_year") Object.assign(filter, { from: Number(value), to: Number(value) });
    else if (name === "boundaries") { if (value !== view?.code) return null; }
    else if (lists[name]) {
      const at = lists[name][1].findIndex((m) => m.code === value);
      if (at < 0) return null;
      filter[lists[name][0]] = [at];
    } else return null;
  }
  return { measure, filter };
}
