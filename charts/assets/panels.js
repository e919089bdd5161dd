// panels.js: what each panel shows for a year and a unit. A panel is a value:
// head and rows are its table twin, chart says which cells of the rows are drawn.
"use strict";

// Cells of a table. v is the bare number; figure the id that "tdkt trace" opens.
const count = (v, figure = "") => ({ v, text: formatInt(v), figure: v === null ? "" : figure });
const change = (v) => ({ v, text: signed(v, formatInt), figure: "" });
const part = (v) => ({ v, text: formatShare(v), figure: "" });
const word = (text, mark = "") => ({ v: text, text, figure: "", isText: true, mark });

// lighter mixes a colour with white: the year before has the hue of this year, lighter.
function lighter(hex, by = 0.6) {
  const n = parseInt(hex.slice(1), 16);
  const mix = (c) => Math.round(c + (255 - c) * by);
  return "#" + [n >> 16, (n >> 8) & 255, n & 255].map((c) => mix(c).toString(16).padStart(2, "0")).join("");
}
const notCarried = (member) => member.code === "khong_quy_doi";
const isUnknown = (member) => member.code === "chua_ro" || notCarried(member);
const colourOf = (member) => (isUnknown(member) ? data.look.unknown : member.colour || data.look.accent);

// Forms are drawn in one hue: there are more of them than hues, and lighter means the year before.
const oneHue = (members) => members.map((m) => ({ ...m, colour: "" }));

// compared gives rows of "this year, year before, change, share" for every member with a figure.
function compared(state, members, now, before, keyOf, measure = "award_count") {
  const whole = [...now.values()].reduce(add, null);
  const rows = members
    .map((member, i) => ({ member, order: i, now: now.get(i) ?? null, before: before?.get(i) ?? null }))
    .filter((r) => r.now !== null || r.before !== null)
    .map((r) => ({
      ...r,
      label: r.member.label,
      colour: colourOf(r.member),
      dotted: notCarried(r.member),
      cells: [
        count(r.now, figureID(measure, keyOf(r.member, state.year))),
        ...(before ? [count(r.before, figureID(measure, keyOf(r.member, state.year - 1))), change(minus(r.now, r.before))] : []),
        part(share(r.now, whole)),
      ],
    }));
  const earlier = before ? [...before.values()].reduce(add, null) : null;
  const foot = {
    label: say("page.total"),
    cells: [
      count(whole, figureID(measure, scope(state.year, state.unit))),
      ...(before ? [count(earlier, figureID(measure, scope(state.year - 1, state.unit))), change(minus(whole, earlier))] : []),
      part(share(whole, whole)),
    ],
  };
  return { rows, foot, whole };
}

const unknownLast = (a, b) => isUnknown(a.member) - isUnknown(b.member);
const bySize = (a, b) => unknownLast(a, b) || (b.now ?? -1) - (a.now ?? -1) || (b.before ?? -1) - (a.before ?? -1) || a.order - b.order;
const byOrder = (a, b) => unknownLast(a, b) || a.order - b.order;

// barPanel: one measure by one dimension, this year beside the year before.
function barPanel(state, { id, members, at, key, sort = bySize, most = Infinity, unitWord }) {
  const rowsOf = (year) => totalsBy(slice(data.award, year, state.unit), at, AWARDS);
  const before = state.hasBefore ? rowsOf(state.year - 1) : null;
  const keyOf = (member, year) => ({ ...scope(year, state.unit), ...(key === "unit_code" ? unitKey(member.code) : { [key]: member.code }) });
  const { rows, foot, whole } = compared(state, members, rowsOf(state.year), before, keyOf);
  rows.sort(sort);
  const drawn = Math.min(rows.length, most);
  const top = [...rows].sort(bySize)[0];
  return {
    id,
    lead: top && top.now !== null ? say("page.lead.most", top.label, formatInt(top.now), formatShare(share(top.now, whole)), formatInt(whole)) : "",
    note: drawn < rows.length ? say("page.note.top", String(drawn), String(rows.length)) : "",
    head: [unitWord, yearName(state.year), ...(before ? [yearName(state.year - 1), say("page.change")] : []), say("page.share")],
    rows, foot,
    chart: { kind: "bars", drawn, series: seriesOfYears(state, before) },
  };
}

// seriesOfYears: the first cell of each row is this year, the second the year before.
function seriesOfYears(state, before) {
  const series = [{ name: yearName(state.year), cell: 0, provisional: state.provisional }];
  if (before) series.push({ name: yearName(state.year - 1), cell: 1, before: true, provisional: provisional(state.year - 1, state.unit) });
  return series;
}

const formPanel = (state) => barPanel(state, { id: "form", members: oneHue(data.forms), at: FORM, key: "form_code", unitWord: say("page.form") });
const levelPanel = (state) => barPanel(state, { id: "level", members: data.levels, at: LEVEL, key: "level_code", sort: byOrder, unitWord: say("page.level") });
const achievementPanel = (state) => barPanel(state, { id: "achievement", members: data.achievements, at: ACHIEVEMENT, key: "achievement_code", unitWord: say("page.achievement") });

// unitPanel: the units of the view; what cannot be carried is drawn after the largest, and its share told.
function unitPanel(state) {
  const panel = barPanel(state, { id: "unit", members: data.units, at: UNIT, key: "unit_code", most: 15, unitWord: say("page.unit") });
  const at = panel.rows.findIndex((r) => r.dotted);
  if (!view || at < 0) return panel;
  const left = panel.rows.splice(at, 1)[0];
  panel.rows.splice(Math.min(panel.chart.drawn - 1, panel.rows.length), 0, left);
  if (left.now !== null) panel.note = [panel.note, say("page.note.not_carried", formatInt(left.now), left.cells[left.cells.length - 1].text)].join(" ").trim();
  return panel;
}

// kindPanel: collectives, households, individuals; what a return did not split stands apart.
function kindPanel(state) {
  const members = ["collective", "household", "individual"].map((k) => ({ code: k + "_count", label: say("page.kind." + k), colour: data.look.accent }));
  members.push({ code: "chua_ro", label: say("page.kind.unsplit") });
  const sums = (year) => {
    const p = people(year, state.unit);
    const known = add(add(p.collective_count, p.household_count), p.individual_count);
    const rest = minus(p.award_count, known ?? 0);
    return new Map([p.collective_count, p.household_count, p.individual_count, rest === 0 ? null : rest].map((v, i) => [i, v]));
  };
  const before = state.hasBefore ? sums(state.year - 1) : null;
  const { rows, foot } = compared(state, members, sums(state.year), before, () => ({}));
  for (const r of rows) { // here the member is the measure, not a key
    const years = [state.year, state.year - 1];
    for (let i = 0; i < (before ? 2 : 1); i++) {
      r.cells[i].figure = isUnknown(r.member) || r.cells[i].v === null ? "" : figureID(r.member.code, scope(years[i], state.unit));
    }
  }
  const p = people(state.year, state.unit);
  return {
    id: "kind", rows, foot, lead: "",
    note: p.enterprise_count ? say("page.note.enterprise", formatInt(p.enterprise_count)) : "",
    head: [say("page.kind"), yearName(state.year), ...(before ? [yearName(state.year - 1), say("page.change")] : []), say("page.share")],
    chart: { kind: "bars", drawn: rows.length, series: seriesOfYears(state, before) },
  };
}

// yearPanel: all years of the unit; the chosen year is solid, the others lighter.
function yearPanel(state) {
  const sums = totalsBy(slice(data.award, null, state.unit), YEAR, AWARDS);
  const national = data.levels.findIndex((l) => l.code === "nha_nuoc");
  const states = totalsBy(slice(data.award, null, state.unit).filter((r) => r[LEVEL] === national), YEAR, AWARDS);
  const years = [...data.years.filter((y) => y > 0), ...(sums.has(0) ? [0] : [])];
  const rows = years.map((y) => {
    const owed = duty(y, state.unit);
    const v = sums.get(y) ?? null;
    return {
      label: yearName(y),
      colour: y === 0 ? data.look.unknown : state.year === null || y === state.year ? data.look.accent : lighter(data.look.accent),
      provisional: provisional(y, state.unit),
      cells: [
        count(v, figureID("award_count", scope(y, state.unit))),
        change(y > 0 ? minus(v, sums.get(y - 1) ?? null) : null),
        count(states.get(y) ?? null, figureID("award_count", { ...scope(y, state.unit), level_code: "nha_nuoc" })),
        word((owed ? owed.complete + "/" + owed.expected : "–") + (provisional(y, state.unit) ? ", " + say("page.provisional") : "")),
      ],
    };
  });
  const known = years.filter((y) => y > 0).length; // a line has no place for the year not known
  const stated = rows.filter((r, i) => r.cells[0].v !== null && years[i] > 0);
  const peak = [...stated].sort((a, b) => b.cells[0].v - a.cells[0].v)[0];
  return {
    id: "year", rows, note: "",
    lead: stated.length > 1 ? say("page.lead.year", stated[0].label, stated[stated.length - 1].label, peak.label, formatInt(peak.cells[0].v)) : "",
    head: [say("page.year"), say("page.awards"), say("page.change_before"), say("page.national"), say("page.units_in")],
    chart: { kind: known > 5 ? "line" : "columns", drawn: known > 5 ? known : rows.length, series: [{ name: say("page.awards"), cell: 0 }], breaks: breaksAmong(years) },
  };
}

// breaksAmong places each break before the first year it holds for.
function breaksAmong(years) {
  return data.breaks.map((b) => ({ at: years.indexOf(b.year), text: b.text })).filter((b) => b.at > 0);
}

const traits = [
  { id: "direct", yes: "direct_worker_count", unknown: "class_unknown_count" },
  { id: "woman", yes: "woman_count", unknown: "woman_unknown_count" },
  { id: "youth", yes: "youth_count", unknown: "youth_unknown_count" },
];

// denominator names the whole that shares of people are taken of.
function denominator(sums) {
  if (sums.award_count === null) return say("page.nothing");
  return sums.individual_count === null ? say("page.lead.no_individuals") : say("page.lead.people", formatInt(sums.individual_count));
}

// peoplePanel: one row each for direct workers, women and youth, every row on its own denominator.
function peoplePanel(state) {
  const sums = people(state.year, state.unit);
  const where = scope(state.year, state.unit);
  const rows = traits.map((t) => {
    const s = yesUnknownNo(sums, t.yes, t.unknown);
    return {
      label: say("page.trait." + t.id),
      colour: data.look.accent,
      cells: [
        count(s.whole, figureID("individual_count", where)),
        count(s.yes, figureID(t.yes, where)), part(share(s.yes, s.whole)),
        count(s.unknown, figureID(t.unknown, where)), part(share(s.unknown, s.whole)),
        count(s.no), part(share(s.no, s.whole)),
      ],
    };
  });
  const unsplit = sums.individual_count === null ? sums.award_count : null;
  return {
    id: "people", rows,
    lead: denominator(sums),
    note: unsplit === null ? "" : say("page.note.unsplit", formatInt(unsplit)),
    head: [say("page.trait"), say("page.individuals"), say("page.yes"), "%", say("page.unknown"), "%", say("page.no"), "%"],
    chart: {
      kind: "shares", drawn: rows.length,
      series: [
        { name: say("page.yes"), cell: 2, colour: data.look.accent, provisional: state.provisional },
        { name: say("page.unknown"), cell: 4, colour: data.look.unknown },
        { name: say("page.no"), cell: 6, colour: data.look.pale },
      ],
    },
  };
}

// classPanel: the five exclusive classes and the unknown are one bar, because they do add up.
function classPanel(state) {
  const sums = people(state.year, state.unit);
  const where = scope(state.year, state.unit);
  const rows = data.classes.map((member) => {
    const measure = (isUnknown(member) ? "class_unknown" : member.code) + "_count";
    const v = sums[measure];
    return { label: member.label, colour: colourOf(member), swatch: true, cells: [count(v, figureID(measure, where)), part(share(v, sums.individual_count))] };
  });
  return {
    id: "class", rows, note: "",
    lead: denominator(sums),
    foot: { label: say("page.individuals"), cells: [count(sums.individual_count, figureID("individual_count", where)), part(share(sums.individual_count, sums.individual_count))] },
    head: [say("page.class"), say("page.awards"), "%"],
    chart: { kind: "stack", drawn: rows.length, provisional: state.provisional },
  };
}
