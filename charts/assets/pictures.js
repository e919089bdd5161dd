// pictures.js: the panels of change, of years and of unit by form. Like those of panels.js they are values: rows are the
// table twin, chart says which of them are drawn. A panel may say in its title what is seen, where the figures bear it out.
"use strict";

// crossed adds up awards by two dimensions in one pass: Map(key of one -> Map(key of other -> sum)).
function crossed(selection, one, other) {
  const [name, values] = selection.column("award_count");
  const keysOf = (dim) => (dim === "unit" ? placed[name] : cubes[name][dim]);
  const [a, b] = [keysOf(one), keysOf(other)];
  const result = new Map();
  if (!values) return result;
  const rows = selection.rows(name), across = sizeOf(b);
  const sums = new Float64Array(sizeOf(a) * across).fill(-2); // -2: no row; -1: never stated
  for (let k = 0; k < rows.length; k++) {
    const i = rows[k];
    if (a[i] < 0 || b[i] < 0) continue; // a tally did not cross it
    const at = a[i] * across + b[i], v = values[i];
    sums[at] = v < 0 ? Math.max(sums[at], -1) : Math.max(sums[at], 0) + v;
  }
  sums.forEach((sum, at) => {
    if (sum === -2) return;
    const key = Math.floor(at / across);
    if (!result.has(key)) result.set(key, new Map());
    result.get(key).set(at % across, sum < 0 ? null : sum);
  });
  return result;
}

// leftOut tells of awards that the filters cannot reach in tallies: they are in no row of a picture.
function leftOut(...selections) {
  const left = selections.reduce((sum, s) => sum + s.unsplit(), 0);
  return left ? say("page.note.left_out", formatInt(left)) : "";
}
const hatchedKey = (on, text = say("page.provisional")) => (on ? [{ colour: data.look.accent, hatched: true, text }] : []);
const dottedKey = (on) => (on ? [{ colour: data.look.accent, mark: "dotted", text: say("page.provisional") }] : []);
const notes = (...texts) => texts.filter((t) => t).join(" ");

// lowered is a label inside a sentence.
const lowered = (text) => {
  const second = text.slice(1, 2);
  return second !== second.toLowerCase() ? text : text.slice(0, 1).toLowerCase() + text.slice(1); // an abbreviation stays
};

// The waterfall may go by any of these.
const changeBy = {
  form: () => [data.forms, say("page.form")],
  unit: () => [data.units, say("page.unit")],
  achievement: () => [data.achievements, say("page.achievement")],
};
const mostSteps = 9;

// stepsOf are the changes of the members; they add up to the change of the whole, because what was not stated adds nothing to
// a sum, and what tallies do not split is a step of its own.
function stepsOf(state, dim, members) {
  const [now, before] = [state.here.by(dim), state.before.by(dim)];
  const step = (member, order, n, b) => ({ member, order, now: n, before: b, step: (n ?? 0) - (b ?? 0) });
  const steps = members.map((m, i) => step(m, i, now.get(i) ?? null, before.get(i) ?? null));
  const rest = (selection, sums) => {
    const left = (selection.awards() ?? 0) - (total(sums) ?? 0);
    return left === 0 ? null : left;
  };
  steps.push(step({ code: "chua_tach", label: say("page.kind.unsplit") }, members.length, rest(state.here, now), rest(state.before, before)));
  return steps.filter((s) => s.now !== null || s.before !== null)
    .sort((a, b) => Math.abs(b.step) - Math.abs(a.step) || a.order - b.order);
}

// changePanel: from the year before to this year, by the members that changed most: rises first, then falls, then the rest.
function changePanel(state) {
  const dim = changeBy[state.changeBy] ? state.changeBy : "form";
  const [members, name] = changeBy[dim]();
  const ways = { label: say("page.change_by"), of: Object.keys(changeBy).map((id) => ({ id, text: changeBy[id]()[1], on: id === dim })) };
  const panel = { id: "change", ways, rows: [], note: "", head: [name, yearName(state.year === null ? null : state.year - 1), state.years, say("page.change")], chart: { kind: "waterfall", drawn: 0, steps: [], series: [] } };
  if (!state.before) return { ...panel, head: [name], lead: state.year === null ? say("page.lead.one_year") : say("page.lead.no_before", yearName(state.year)) };
  const [earlier, now] = [state.before.awards(), state.here.awards()];
  if (earlier === null || now === null) return { ...panel, lead: say("page.lead.no_before", yearName(state.year)) };
  const steps = stepsOf(state, dim, members);
  const large = steps.filter((s) => s.step !== 0).slice(0, mostSteps);
  const rest = steps.filter((s) => !large.includes(s));
  const drawn = [...large.filter((s) => s.step > 0), ...large.filter((s) => s.step < 0)].map((s) => stepRow(state, dim, s, members.length));
  const others = othersRow(rest);
  if (others) drawn.push(others);
  panel.rows = [
    { label: yearName(state.year - 1), colour: lighter(data.look.accent), cells: [cellOf(state.before, "award_count", {}, earlier), count(null), count(null)] },
    ...drawn,
    { label: yearName(state.year), colour: data.look.accent, cells: [count(null), cellOf(state.here, "award_count", {}, now), change(now - earlier)] },
    ...(others ? rest.map((s) => stepRow(state, dim, s, members.length)).map((r) => ({ ...r, label: say("page.others.of", r.label) })) : []),
  ];
  let at = earlier;
  panel.chart.steps = [{ from: 0, to: earlier }, ...drawn.map((r) => ({ from: at, to: (at += r.step) })), { from: 0, to: now }];
  panel.chart.drawn = drawn.length + 2;
  const early = provisional(state.before);
  panel.chart.series = [{ name: yearName(state.year - 1), cell: 0, before: true, provisional: early }, { name: yearName(state.year), cell: 1, provisional: state.provisional }];
  panel.chart.keys = hatchedKey(early || state.provisional);
  panel.lead = changeLead(state, earlier, now);
  panel.note = notes(
    steps.some((s) => (s.now === null) !== (s.before === null)) ? say("page.note.one_sided") : "",
    breakWords(state), leftOut(state.here, state.before));
  const broken = data.breaks.some((b) => b.year === state.year);
  if (!early && !broken) panel.title = changeTitle(state, dim, steps, now - earlier);
  return panel;
}

function stepRow(state, dim, s, unsplit) {
  const cell = (selection, v) => (s.order === unsplit ? count(v) : cellOf(selection, "award_count", { [dim]: s.order }, v));
  return {
    label: s.member.label, step: s.step, colour: isUnknown(s.member) ? data.look.unknown : data.look.accent, dotted: notCarried(s.member) || s.order === unsplit,
    pick: s.order === unsplit || notCarried(s.member) ? undefined : { dim, value: s.order },
    cells: [cell(state.before, s.before), cell(state.here, s.now), change(s.step)],
  };
}

// othersRow is the sum of the steps that are too small to draw; none where nothing of them changed.
function othersRow(rest) {
  if (!rest.some((s) => s.step !== 0)) return null;
  const sum = (of) => rest.reduce((n, s) => add(n, s[of]), null);
  return { label: say("page.others", formatInt(rest.length)), step: sum("step"), colour: data.look.quiet, cells: [count(sum("before")), count(sum("now")), change(sum("step"))] };
}

function changeLead(state, earlier, now) {
  const moved = share(now - earlier, earlier);
  const size = [formatInt(Math.abs(now - earlier)), moved === null ? "–" : formatShare(Math.abs(moved)), yearName(state.year - 1)];
  if (now === earlier) return say("page.lead.change_same", formatInt(now), yearName(state.year - 1));
  return say(now > earlier ? "page.lead.change_up" : "page.lead.change_down", formatInt(now), ...size);
}

const breakWords = (state) => data.breaks.filter((b) => b.year === state.year).map((b) => say("page.note.break", b.text, String(b.year))).join(" ");

// changeTitle says what made the change, where one member made at least half of it. With returns missing a fall may be a
// return that is not there yet, so it is not told; nor is a change of what is not known.
function changeTitle(state, dim, steps, whole) {
  const cause = steps[0];
  if (whole === 0 || !cause || isUnknown(cause.member) || Math.sign(cause.step) !== Math.sign(whole) || Math.abs(cause.step) * 2 < Math.abs(whole)) return "";
  if (state.provisional && whole < 0) return "";
  const up = whole > 0, name = cause.member.label;
  if (dim === "achievement") return say(up ? "page.title.change_type_up" : "page.title.change_type_down", lowered(name));
  if (dim === "unit") return say(up ? "page.title.change_most_up" : "page.title.change_most_down", name);
  const only = (selection) => selection.with({ form: [cause.order] });
  const type = stepsOf({ here: only(state.here), before: only(state.before) }, "achievement", data.achievements)[0];
  if (type && !isUnknown(type.member) && Math.sign(type.step) === Math.sign(whole) && Math.abs(type.step) * 5 >= Math.abs(cause.step) * 3) {
    return say(up ? "page.title.change_form_type_up" : "page.title.change_form_type_down", name, lowered(type.member.label));
  }
  return say(up ? "page.title.change_most_up" : "page.title.change_most_down", name);
}

// yearsShown: five years up to the one chosen, the years of a span, or all; years between without figures are there, empty.
function yearsShown(state) {
  const known = data.years.filter((y) => y > 0), f = state.filter;
  if (!known.length) return [];
  let [first, last] = [known[0], known[known.length - 1]];
  if (f.from > 0) [first, last] = [Math.max(first, state.year === null ? f.from : state.year - 4), Math.min(last, f.to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}

// rowsByYear are members with a cell a year, drawn or not, and the sums over them.
function rowsByYear(state, years, dim, members) {
  const sums = crossed(state.trend, dim, "year");
  const rows = members.map((member, i) => ({ member, order: i, values: years.map((y) => sums.get(i)?.get(y) ?? null) }))
    .filter((r) => r.values.some((v) => v !== null))
    .map((r) => ({
      ...r, label: r.member.label, colour: colourOf(r.member), pick: { dim, value: r.order },
      cells: r.values.map((v, i) => cellOf(state.trend, "award_count", { [dim]: r.order, year: years[i] }, v)),
    }));
  const all = state.trend.by("year");
  const foot = { label: say("page.total"), cells: years.map((y) => cellOf(state.trend, "award_count", { year: y }, all.get(y) ?? null)) };
  const without = all.get(0) ?? null;
  return { rows, foot, without: without ? say("page.note.no_year", formatInt(without)) : "" };
}

const seriesByYear = (state, years) => years.map((y, i) => ({ name: String(y), cell: i, provisional: provisional(state.trend.with({ from: y, to: y })) }));

// trendPanel: a line a level, over the years.
function trendPanel(state) {
  const years = yearsShown(state);
  const { rows, foot, without } = rowsByYear(state, years, "level", data.levels);
  rows.sort(byOrder);
  const series = seriesByYear(state, years);
  const stated = years.filter((_, i) => rows.some((r) => r.values[i] !== null));
  const few = stated.length <= 2;
  if (few) for (const [i, s] of series.entries()) s.before = i < series.length - 1;
  const run = runOf(rows, years, series);
  return {
    id: "trend", rows, foot, lead: rows.length ? say(few ? "page.lead.trend_few" : "page.lead.trend", stated[0] === stated[stated.length - 1] ? String(stated[0]) : stated[0] + "–" + stated[stated.length - 1]) : "",
    title: run ? say(run.up ? "page.title.trend_up" : "page.title.trend_down", run.label, formatInt(run.n)) : "",
    note: notes(without, leftOut(state.trend)),
    head: [say("page.level"), ...years.map(String)],
    chart: { kind: "lines", drawn: rows.length, series: few ? [...series].reverse() : series, few, keys: few ? undefined : dottedKey(series.some((s) => s.provisional)), breaks: breaksAmong(years) },
  };
}

// runOf finds that the largest level rose, or fell, in each of the last two years or more: final years, with no break between.
function runOf(rows, years, series) {
  const last = years.length - 1;
  if (last < 2 || series[last].provisional) return null;
  const top = rows.filter((r) => !isUnknown(r.member) && r.values[last] !== null).sort((a, b) => b.values[last] - a.values[last] || a.order - b.order)[0];
  if (!top) return null;
  const way = (i) => (top.values[i] === null || top.values[i - 1] === null || series[i - 1].provisional || data.breaks.some((b) => b.year === years[i]) ? 0 : Math.sign(top.values[i] - top.values[i - 1]));
  const first = way(last);
  let n = 0;
  while (first !== 0 && last - n > 0 && way(last - n) === first) n++;
  return n >= 2 ? { label: top.label, up: first > 0, n } : null;
}

const mostMultiples = 12;

// multiplesPanel: a small picture a form, all on one scale.
function multiplesPanel(state) {
  const years = yearsShown(state);
  const { rows, foot, without } = rowsByYear(state, years, "form", oneHue(data.forms));
  const size = (r) => r.values.reduce((sum, v) => sum + (v ?? 0), 0);
  rows.sort((a, b) => unknownLast(a, b) || size(b) - size(a) || a.order - b.order);
  const drawn = Math.min(rows.length, mostMultiples);
  const series = seriesByYear(state, years), chosen = years.map((y) => inYears(state.filter, y));
  const looks = chosen.every((c) => c) ? [] : [{ colour: data.look.accent, hatched: false, text: state.years }, { colour: lighter(data.look.accent), hatched: false, text: say("page.other_years") }];
  const most = Math.max(0, ...rows.slice(0, drawn).map((r) => Math.max(...r.values.map((v) => v ?? 0))));
  return {
    id: "multiples", rows, foot, lead: drawn ? say("page.lead.multiples", formatInt(most)) : "",
    note: notes(drawn < rows.length ? say("page.note.top_forms", formatInt(drawn), formatInt(rows.length)) : "", without, leftOut(state.trend)),
    head: [say("page.form"), ...years.map(String)],
    chart: { kind: "multiples", drawn, most, chosen, keys: [...looks, ...hatchedKey(series.some((s) => s.provisional))], series },
  };
}

const heatUnits = 14, heatForms = 12;

// heatPanel: units by forms, the largest first; what is not stated is a dot and what is nought is 0. The table has all units;
// the forms that are not among the largest stand together in a column of it, so that it fits on paper.
function heatPanel(state) {
  const sums = crossed(state.here, "unit", "form");
  const [units, forms] = [state.here.by("unit"), state.here.by("form")];
  const ordered = (members, totals) => members.map((member, order) => ({ member, order, now: totals.get(order) ?? null, before: null })).filter((r) => r.now !== null).sort(bySize);
  const all = ordered(data.forms, forms), columns = all.slice(0, heatForms), small = all.slice(heatForms);
  const others = (of) => (small.length ? [small.reduce((sum, c) => add(sum, of(c)), null)] : []);
  const cell = (v) => (v === null ? { ...count(null), text: "·" } : count(v));
  const rows = ordered(data.units, units).map((r) => ({
    label: r.member.label, colour: data.look.accent, dotted: notCarried(r.member), pick: notCarried(r.member) ? undefined : { dim: "unit", value: r.order },
    cells: [cellOf(state.here, "award_count", { unit: r.order }, r.now),
      ...columns.map((c) => {
        const v = sums.get(r.order)?.get(c.order) ?? null;
        return v === null ? cell(null) : cellOf(state.here, "award_count", { unit: r.order, form: c.order }, v);
      }),
      ...others((c) => sums.get(r.order)?.get(c.order) ?? null).map((v) => cell(v))],
  }));
  let top = null;
  for (const r of rows) r.cells.slice(1, columns.length + 1).forEach((c, i) => { if (c.v !== null && (!top || c.v > top.v)) top = { v: c.v, unit: r.label, form: columns[i].member.label }; });
  return {
    id: "heat", rows, note: leftOut(state.here),
    lead: top ? say("page.lead.heat", top.unit, top.form, formatInt(top.v)) : "",
    foot: rows.length ? { label: say("page.total"), cells: [cellOf(state.here, "award_count"), ...columns.map((c) => cellOf(state.here, "award_count", { form: c.order }, c.now)), ...others((c) => c.now).map((v) => cell(v))] } : undefined,
    head: [say("page.unit"), say("page.total"), ...columns.map((c) => c.member.label), ...(small.length ? [say("page.others", formatInt(small.length))] : [])],
    chart: {
      kind: "heat", drawn: Math.min(rows.length, heatUnits), hiddenOnPhone: true, all: [rows.length, all.length], keys: hatchedKey(state.provisional, say("page.provisional_cells")),
      series: columns.map((c, i) => ({ name: c.member.label, cell: i + 1 })),
    },
  };
}
