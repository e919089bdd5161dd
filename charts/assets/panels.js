// panels.js: what each panel shows under the filters. A panel is a value: head and rows are its table twin, chart says
// which cells of the rows are drawn, pick of a row is the filter that a click on it sets.
"use strict";

// Cells of a table. v is the bare number; figure the id that "tdkt trace" opens, drill what the page itself opens.
const count = (v, figure = "", drill = null) => ({ v, text: formatInt(v), figure: v === null ? "" : figure, drill: v === null ? null : drill });
// cellOf counts a measure under a selection, at a member of some dimensions ({unit: 3, year: 2025}); v where it is known already.
function cellOf(selection, measure, keys = {}, v = selection.at(keys).sum(measure)) {
  const figure = selection.figure(measure, keys);
  return count(v, figure, figure ? null : { measure, filter: selection.at(keys).filter }); // the id says it all
}
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
const isUnknown = (member) => member.code === "chua_ro" || member.code === "chua_tach" || notCarried(member);
const colourOf = (member) => (isUnknown(member) ? data.look.unknown : member.colour || data.look.accent);

// Forms are drawn in one hue: there are more of them than hues, and lighter means the year before.
const oneHue = (members) => members.map((m) => ({ ...m, colour: "" }));

// compared gives rows of "this year, year before, change, share" for every member with a figure. cell(selection, i, v) is
// the cell of a member.
function compared(state, members, sumsOf, cell) {
  const now = sumsOf(state.here), before = state.before && sumsOf(state.before);
  const whole = total(now), earlier = before && total(before);
  const rows = members
    .map((member, i) => ({ member, order: i, now: now.get(i) ?? null, before: before?.get(i) ?? null }))
    .filter((r) => r.now !== null || r.before !== null)
    .map((r) => ({
      ...r,
      label: r.member.label,
      colour: colourOf(r.member),
      dotted: notCarried(r.member),
      cells: [
        cell(state.here, r.order, r.now),
        ...(before ? [cell(state.before, r.order, r.before), change(minus(r.now, r.before))] : []),
        part(share(r.now, whole)),
      ],
    }));
  const foot = {
    label: say("page.total"),
    cells: [
      cellOf(state.here, "award_count", {}, whole),
      ...(before ? [cellOf(state.before, "award_count", {}, earlier), change(minus(whole, earlier))] : []),
      part(share(whole, whole)),
    ],
  };
  return { rows, foot, whole };
}
const comparedHead = (state, word) => [word, state.years, ...(state.before ? [yearName(state.year - 1), say("page.change")] : []), say("page.share")];

const unknownLast = (a, b) => isUnknown(a.member) - isUnknown(b.member);
const bySize = (a, b) => unknownLast(a, b) || (b.now ?? -1) - (a.now ?? -1) || (b.before ?? -1) - (a.before ?? -1) || a.order - b.order;
const byOrder = (a, b) => unknownLast(a, b) || a.order - b.order;

// barPanel: awards by one dimension, this year beside the year before. What tallies do not cross with the kind of recipient
// stands in a row of its own, so that the rows add up.
function barPanel(state, { id, dim, members, sort = bySize, most = Infinity, word }) {
  const unsplit = members.length; // its position
  const sumsOf = (selection) => {
    const sums = selection.by(dim), left = minus(selection.awards(), total(sums) ?? 0);
    return left ? sums.set(unsplit, left) : sums;
  };
  const all = [...members, { code: "chua_tach", label: say("page.kind.unsplit") }];
  const { rows, foot, whole } = compared(state, all, sumsOf, (selection, i, v) => (i === unsplit ? count(v) : cellOf(selection, "award_count", { [dim]: i }, v)));
  for (const r of rows) if (r.order !== unsplit && !notCarried(r.member)) r.pick = { dim, value: r.order };
  rows.sort(sort);
  const drawn = Math.min(rows.length, most);
  const top = rows.filter((r) => !isUnknown(r.member)).sort(bySize)[0];
  return {
    id, rows, foot,
    lead: top && top.now !== null ? say("page.lead.most", top.label, formatInt(top.now), formatShare(share(top.now, whole)), formatInt(whole)) : "",
    note: drawn < rows.length ? say("page.note.top", String(drawn), String(rows.length)) : "",
    head: comparedHead(state, word),
    chart: { kind: "bars", drawn, series: seriesOfYears(state) },
  };
}

// seriesOfYears: the first cell of each row is this year, the second the year before.
function seriesOfYears(state) {
  const series = [{ name: state.years, cell: 0, provisional: state.provisional }];
  if (state.before) series.push({ name: yearName(state.year - 1), cell: 1, before: true, provisional: provisional(state.before) });
  return series;
}

const formPanel = (state) => barPanel(state, { id: "form", dim: "form", members: oneHue(data.forms), most: state.reader === "leader" ? 10 : Infinity, word: say("page.form") });
const levelPanel = (state) => barPanel(state, { id: "level", dim: "level", members: data.levels, sort: byOrder, word: say("page.level") });
const achievementPanel = (state) => barPanel(state, { id: "achievement", dim: "achievement", members: data.achievements, word: say("page.achievement") });

// unitPanel: the units of the view; what cannot be carried is drawn after the largest, and its share told.
function unitPanel(state) {
  const panel = barPanel(state, { id: "unit", dim: "unit", members: data.units, most: state.reader === "leader" ? 10 : 15, word: say("page.unit") });
  const at = panel.rows.findIndex((r) => r.dotted);
  if (!view || at < 0) return panel;
  const left = panel.rows.splice(at, 1)[0];
  panel.rows.splice(Math.min(panel.chart.drawn - 1, panel.rows.length), 0, left);
  if (left.now !== null) panel.note = [panel.note, say("page.note.not_carried", formatInt(left.now), left.cells[left.cells.length - 1].text)].join(" ").trim();
  return panel;
}

// kindPanel: collectives, households, individuals; what a return did not split stands apart.
function kindPanel(state) {
  const members = data.kinds.map((k) => ({ code: k + "_count", label: say("page.kind." + k), colour: data.look.accent }));
  members.push({ code: "chua_ro", label: say("page.kind.unsplit") });
  const sumsOf = (selection) => {
    const sums = new Map(data.kinds.map((k, i) => [i, selection.sum(k + "_count")]));
    const left = minus(selection.awards(), total(sums) ?? 0);
    return sums.set(data.kinds.length, left === 0 ? null : left);
  };
  const { rows, foot } = compared(state, members, sumsOf, (selection, i, v) => (i === data.kinds.length ? count(v) : cellOf(selection, members[i].code, {}, v)));
  for (const r of rows) if (r.order < data.kinds.length) r.pick = { dim: "kind", value: data.kinds[r.order] };
  const enterprises = state.here.sum("enterprise_count");
  return {
    id: "kind", rows, foot, lead: "",
    note: enterprises ? say("page.note.enterprise", formatInt(enterprises)) : "",
    head: comparedHead(state, say("page.kind")),
    chart: { kind: "bars", drawn: rows.length, series: seriesOfYears(state) },
  };
}

// national is the position of the level of the State.
const national = () => data.levels.findIndex((l) => l.code === "nha_nuoc");

// yearPanel: all years under the other filters; the chosen years are solid, the others lighter.
function yearPanel(state) {
  const f = state.filter, level = national();
  const sums = state.trend.by("year");
  const apart = !f.level.length || f.level.includes(level); // the filters keep the State's awards
  const states = apart ? state.trend.with({ level: [level] }).by("year") : new Map();
  const years = [...data.years.filter((y) => y > 0), ...(sums.has(0) ? [0] : [])];
  const rows = years.map((y) => {
    const selection = state.trend.with({ from: y, to: y });
    const owed = duty(selection), open = provisional(selection);
    const v = sums.get(y) ?? null;
    return {
      label: yearName(y),
      colour: y === 0 ? data.look.unknown : inYears(f, y) ? data.look.accent : lighter(data.look.accent),
      provisional: open,
      pick: { dim: "year", value: y },
      cells: [
        cellOf(selection, "award_count", {}, v),
        change(y > 0 ? minus(v, sums.get(y - 1) ?? null) : null),
        cellOf(selection, "award_count", { level }, states.get(y) ?? null),
        word((owed ? owed.complete + "/" + owed.expected : "–") + (open ? ", " + say("page.provisional") : "")),
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

// unsplitNote tells of how many awards no list and no tally tells who received them, under these filters.
function unsplitNote(selection) {
  const left = selection.with({ kind: "individual" }).unsplit();
  return left ? say("page.note.unsplit", formatInt(left)) : "";
}

// peoplePanel: one row each for direct workers, women and youth, every row on its own denominator.
function peoplePanel(state) {
  const sums = state.here.people();
  const cell = (measure) => cellOf(state.here, measure, {}, sums[measure]);
  const rows = traits.map((t) => {
    const s = yesUnknownNo(sums, t.yes, t.unknown);
    return {
      label: say("page.trait." + t.id),
      colour: data.look.accent,
      cells: [
        cell("individual_count"),
        cell(t.yes), part(share(s.yes, s.whole)),
        cell(t.unknown), part(share(s.unknown, s.whole)),
        count(s.no), part(share(s.no, s.whole)),
      ],
    };
  });
  return {
    id: "people", rows,
    lead: denominator(sums),
    note: unsplitNote(state.here),
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
  const sums = state.here.people();
  const rows = data.classes.map((member) => {
    const measure = (isUnknown(member) ? "class_unknown" : member.code) + "_count";
    const v = sums[measure];
    return { label: member.label, colour: colourOf(member), swatch: true, cells: [cellOf(state.here, measure, {}, v), part(share(v, sums.individual_count))] };
  });
  return {
    id: "class", rows, note: unsplitNote(state.here),
    lead: denominator(sums),
    foot: { label: say("page.individuals"), cells: [cellOf(state.here, "individual_count", {}, sums.individual_count), part(share(sums.individual_count, sums.individual_count))] },
    head: [say("page.class"), say("page.awards"), "%"],
    chart: { kind: "stack", drawn: rows.length, provisional: state.provisional },
  };
}

// panelMakers give a panel for a state, by its id.
const panelMakers = {
  form: formPanel, level: levelPanel, year: yearPanel, people: peoplePanel, class: classPanel, unit: unitPanel, achievement: achievementPanel, kind: kindPanel,
  cluster: clusterPanel, overdue: overduePanel, returns: returnsPanel, findings: findingsPanel, reconciliation: reconciliationPanel,
  change: changePanel, trend: trendPanel, rank: rankPanel, multiples: multiplesPanel, heat: heatPanel, place: placePanel, calendar: calendarPanel,
};

// ofReturns are the panels that only years, units and clusters filter.
const ofReturns = new Set(["calendar", "cluster", "overdue", "returns", "findings", "reconciliation"]);
