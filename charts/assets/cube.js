// cube.js: the embedded figures and the sums over them. Nothing here draws.
// A sum over cells that were never stated is null, and null is never shown as 0.
"use strict";

const data = JSON.parse(document.getElementById("tdkt-data").textContent);

// Positions in a row of data.award and of data.beneficiary.
const YEAR = 0, UNIT = 1, FORM = 2, LEVEL = 3, ACHIEVEMENT = 4;
const measureAt = new Map(data.measures.map((name, i) => [name, 4 + i]));

// add is a + b where null means not stated.
const add = (a, b) => (a === null ? b : b === null ? a : a + b);
const minus = (a, b) => (a === null || b === null ? null : a - b);
const share = (part, whole) => (part === null || !whole ? null : part / whole);

// slice keeps the rows of a year (null: all years) and of a unit (null: all units).
function slice(rows, year, unit) {
  return rows.filter((r) => (year === null || r[YEAR] === year) && (unit === null || r[UNIT] === unit));
}

// total adds up one position of the rows.
function total(rows, at) {
  return rows.reduce((sum, r) => add(sum, r[at]), null);
}

// totalsBy adds up one position by the value of another: Map(key -> sum).
function totalsBy(rows, key, at) {
  const sums = new Map();
  for (const r of rows) sums.set(r[key], add(sums.get(r[key]) ?? null, r[at]));
  return sums;
}

const AWARDS = 5; // position of award_count in data.award

// The figures as reported, and the view of boundaries in which they stand now (null: as reported).
const reported = { award: data.award, beneficiary: data.beneficiary };
let view = null;

// useBoundaries puts every figure under the unit of a view: figures move, none is made or lost.
function useBoundaries(code) {
  view = data.boundaries.find((b) => b.code === code) ?? null;
  const move = (rows) => (view ? rows.map((r) => r.with(UNIT, view.members[r[UNIT]])) : rows);
  data.award = move(reported.award);
  data.beneficiary = move(reported.beneficiary);
}
// placeOf is the unit under which something of a unit stands in the view.
const placeOf = (unit) => (view && unit !== null ? view.members[unit] : unit);

// people adds up every measure of the beneficiary cube.
function people(year, unit) {
  const rows = slice(data.beneficiary, year, unit);
  const sums = {};
  for (const [name, at] of measureAt) sums[name] = total(rows, at);
  return sums;
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
  { name: "mart_beneficiary_year", keys: ["award_year", "form_code", "level_code"], measures: data.measures },
  { name: "mart_unit_year", keys: ["award_year", "unit_code"], measures: data.measures },
  { name: "mart_unit_boundary_year", keys: ["award_year", "boundaries", "form_code", "unit_code"], measures: data.measures },
];

// figureID names a figure so that "tdkt trace" can open it; empty where no mart holds it.
// A key left out means the sum over it.
function figureID(measure, where) {
  const asked = Object.keys(where).filter((k) => where[k] !== null && where[k] !== undefined);
  const mart = marts.find((m) => m.measures.includes(measure) && asked.every((k) => m.keys.includes(k))
    && (!m.keys.includes("boundaries") || asked.includes("boundaries"))); // its views are never added up
  if (!mart) return "";
  const keys = mart.keys.filter((k) => asked.includes(k)).map((k) => k + "=" + encodeURIComponent(where[k]));
  return mart.name + "/" + measure + (keys.length ? "?" + keys.join("&") : "");
}

// scope is the year and unit of a figure, for figureID; a unit stands in the boundaries of the view.
const scope = (year, unit) => ({ award_year: year, ...unitKey(unit === null ? null : data.units[unit].code) });
const unitKey = (code) => ({ unit_code: code, boundaries: code === null || !view ? null : view.code });

// stillOpen tells a year that was not over on the day of the last receipt; for all years, that one of them was not.
const stillOpen = (year) => (year === null ? data.years.some((y) => data.open.includes(y)) : data.open.includes(year));

// duty counts the units that owe a return which counts and those all of whose returns are accepted;
// null where nobody is known to owe one.
function duty(year, unit) {
  const units = new Map();
  for (const o of data.obligations) {
    if (!o.expected || o.control || (year !== null && o.year !== year) || (unit !== null && placeOf(o.unit) !== unit)) continue;
    units.set(o.unit, (units.get(o.unit) ?? true) && o.accepted > 0);
  }
  if (units.size === 0) return null;
  const complete = [...units.values()].filter(Boolean).length;
  return { expected: units.size, complete, provisional: complete < units.size || stillOpen(year) };
}
const provisional = (year, unit) => duty(year, unit)?.provisional ?? stillOpen(year);

// Words and numbers as they are written in the language of the page.
function say(key, ...args) {
  const text = data.texts[key];
  if (text === undefined) throw new Error("no text " + key);
  let next = 0;
  return text.replace(/%(?:\[(\d)\])?s/g, (_, at) => args[at ? at - 1 : next++]);
}
const [thousands, decimal, percentSign] = data.lang === "en" ? [",", ".", "%"] : [".", ",", "\u00a0%"];
function formatInt(n) {
  if (n === null) return "–";
  return (n < 0 ? "−" : "") + String(Math.abs(n)).replace(/\B(?=(\d{3})+$)/g, thousands);
}
// formatDecimal rounds half away from zero at the second place, by whole numbers as Go does.
function formatDecimal(x) {
  const hundredths = Math.round(Math.abs(x) * 100 + 1e-9);
  const sign = x < 0 && hundredths > 0 ? "−" : "";
  return sign + formatInt(Math.floor(hundredths / 100)) + decimal + String(hundredths % 100).padStart(2, "0");
}
const formatShare = (x) => (x === null ? "–" : formatDecimal(x * 100) + percentSign);
const signed = (n, format) => (n === null ? "–" : (n > 0 ? "+" : "") + format(n));
const yearName = (y) => (y === null ? say("page.all_years") : y === 0 ? say("page.year_unknown") : String(y));
