// pictures_units.js: units beside one another: ranked with the median of their cluster, one among those of its cluster, and
// what each has sent.
"use strict";

// clusterIn is the cluster of a unit in a year, with its members as they stand in the view of boundaries; null where it is in none.
function clusterIn(year, unit) {
  for (const [at, c] of data.clusters.entries()) {
    const own = c.years[year];
    if (!own) continue;
    const members = [...new Set(own.map(placeOf))].filter((u) => !notCarried(data.units[u]));
    if (members.includes(unit)) return { at, label: c.label, units: members };
  }
  return null;
}

// medianOf is the median of what is stated: null where nothing is.
function medianOf(values) {
  const stated = values.filter((v) => v !== null).sort((a, b) => a - b);
  if (!stated.length) return null;
  const half = stated.length / 2;
  return stated.length % 2 ? stated[(stated.length - 1) / 2] : (stated[half - 1] + stated[half]) / 2;
}

// clusterMedian is the median of a cluster: of one or two units it would tell nothing.
const clusterMedian = (values) => (values.filter((v) => v !== null).length < 3 ? null : medianOf(values));

// formatHalf writes a median of counts: whole, or with one half.
const formatHalf = (v) => (v === null || Number.isInteger(v) ? formatInt(v) : formatDecimal(v).replace(/0$/, ""));
const halfCell = (v) => ({ v, text: formatHalf(v), figure: "" });

const mostRanked = 15;

// rankPanel: the units with the most awards, each beside the median of its cluster in that year.
function rankPanel(state) {
  const sums = state.here.by("unit");
  const around = state.here.with({ unit: [], cluster: [] }).by("unit"); // a cluster stays whole where one unit is chosen
  const clusters = new Map();
  const standing = (unit) => {
    const c = state.year > 0 ? clusterIn(state.year, unit) : null;
    if (!c) return null;
    if (!clusters.has(c.at)) {
      const values = c.units.map((u) => around.get(u) ?? null);
      clusters.set(c.at, { ...c, median: clusterMedian(values), stated: values.filter((v) => v !== null).length });
    }
    return clusters.get(c.at);
  };
  const rows = data.units.map((member, order) => ({ member, order, now: sums.get(order) ?? null, before: null })).filter((r) => r.now !== null).sort(bySize).map((r) => {
    const c = standing(r.order);
    return {
      ...r, label: r.member.label, cluster: c, colour: colourOf({ ...r.member, colour: "" }), dotted: notCarried(r.member),
      pick: notCarried(r.member) ? undefined : { dim: "unit", value: r.order },
      cells: [
        cellOf(state.here, "award_count", { unit: r.order }, r.now), halfCell(c ? c.median : null),
        word(c ? c.label : "–"), word(c ? formatInt(c.stated) + "/" + formatInt(c.units.length) : "–"),
      ],
    };
  });
  const drawn = Math.min(rows.length, mostRanked);
  const at = rows.findIndex((r) => r.dotted);
  if (at >= drawn && at >= 0) rows.splice(drawn - 1, 0, ...rows.splice(at, 1)); // what cannot be carried is always seen
  const medians = rows.slice(0, drawn).some((r) => r.cells[1].v !== null);
  const top = rows.filter((r) => !isUnknown(r.member))[0];
  return {
    id: "rank", rows, title: rankTitle(state, rows),
    lead: top && rows.length === 1 ? say("page.lead.rank_one", top.label, formatInt(top.now), top.cells[1].text) : top ? say("page.lead.rank", top.label, formatInt(top.now), formatInt(rows.length)) : "",
    note: notes(drawn < rows.length ? say("page.note.top", formatInt(drawn), formatInt(rows.length)) : "", medians ? "" : say(state.year > 0 ? "page.note.no_clusters" : "page.note.median_year"), leftOut(state.here)),
    head: [say("page.unit"), state.years, say("page.median"), say("page.cluster"), say("page.with_figures")],
    chart: {
      kind: "rank", drawn,
      series: [{ name: state.years, cell: 0, provisional: state.provisional }, ...(medians ? [{ name: say("page.median"), cell: 1, colour: data.look.ink, median: true }] : [])],
    },
  };
}

// rankTitle: the first is well above its cluster. Not while returns are missing: the order may still change.
function rankTitle(state, rows) {
  const [top, second] = rows.filter((r) => !isUnknown(r.member));
  if (!top || !second || state.provisional || top.now === second.now || !top.cluster || !top.cluster.median || top.now < 2 * top.cluster.median) return "";
  return say("page.title.rank", top.label, formatDecimal(Math.round((10 * top.now) / top.cluster.median) / 10).replace(/0$/, ""));
}

// standingOf tells the place of one among values: equal values share a place; null where its own is not stated.
function standingOf(values, own) {
  if (own === null || own === undefined) return null;
  const stated = values.filter((v) => v !== null);
  return { place: 1 + stated.filter((v) => v > own).length, of: stated.length, ties: stated.filter((v) => v === own).length - 1 };
}

// placePanel: one unit among those of its cluster, by what figures there are of them.
function placePanel(state) {
  const panel = { id: "place", rows: [], head: [say("page.unit")], note: "", chart: { kind: "dots", drawn: 0, series: [] } };
  if (state.unit === null || state.year === null || state.year === 0) return { ...panel, lead: say("page.lead.place_choose") };
  const cluster = clusterIn(state.year, state.unit);
  if (!cluster) return { ...panel, lead: say("page.lead.place_none", data.units[state.unit].label, String(state.year)) };
  if (cluster.units.length < 2) return { ...panel, lead: say("page.lead.place_alone", data.units[state.unit].label, cluster.label, String(state.year)) };
  const around = state.here.with({ unit: cluster.units, cluster: [] });
  const by = Object.fromEntries(["award_count", "individual_count", "direct_worker_count", "class_unknown_count", "woman_count", "woman_unknown_count"].map((m) => [m, around.by("unit", m)]));
  const of = (measure, u) => by[measure].get(u) ?? null;
  const known = (trait, u) => (of(trait.unknown, u) !== null && of(trait.unknown, u) === of("individual_count", u) ? null : share(of(trait.yes, u), of("individual_count", u)));
  const shares = traits.filter((t) => t.id === "direct" || t.id === "woman");
  const measures = [
    { name: say("page.awards"), cell: 0, value: (u) => of("award_count", u), format: "count" },
    ...shares.map((t, i) => ({ name: say("page.trait." + t.id), cell: 3 + 3 * i, value: (u) => known(t, u), format: "share", trait: t })),
  ];
  for (const m of measures) m.values = cluster.units.map(m.value);
  const placeWord = (m, v) => {
    const s = standingOf(m.values, v);
    return word(s ? formatInt(s.place) + (s.ties ? " =" : "") : "–");
  };
  const cell = (measure, u) => cellOf(around, measure, { unit: u }, of(measure, u));
  panel.rows = cluster.units.map((u) => ({
    unit: u, label: data.units[u].label, colour: u === state.unit ? data.look.accent : data.look.quiet, own: u === state.unit, pick: { dim: "unit", value: u },
    cells: [
      cell("award_count", u), placeWord(measures[0], measures[0].value(u)), cell("individual_count", u),
      ...measures.slice(1).flatMap((m) => [part(m.value(u)), part(share(of(m.trait.unknown, u), of("individual_count", u))), placeWord(m, m.value(u))]),
    ],
  })).sort((a, b) => (b.cells[0].v ?? -1) - (a.cells[0].v ?? -1) || a.unit - b.unit);
  const medians = measures.map((m) => clusterMedian(m.values));
  panel.foot = { label: say("page.median"), cells: [halfCell(medians[0]), word(""), word(""), ...medians.slice(1).flatMap((m) => [part(m), word(""), word("")])] };
  panel.head = [say("page.unit"), say("page.awards"), say("page.place"), say("page.individuals"), ...measures.slice(1).flatMap((m) => [m.name, say("page.unknown"), say("page.place")])];
  panel.chart = {
    kind: "dots", together: 3, drawn: panel.rows.length, unit: data.units[state.unit].label,
    keys: [
      { colour: data.look.accent, mark: "dot", text: data.units[state.unit].label }, { colour: data.look.quiet, mark: "ring", text: say("page.place.others") },
      ...(medians.some((m) => m !== null) ? [{ colour: data.look.ink, mark: "line", text: say("page.median") }] : []),
    ],
    series: measures.map((m, i) => ({ name: m.name, cell: m.cell, format: m.format, median: medians[i], words: placeInWords(m, m.value(state.unit), cluster) })),
  };
  const owed = duty(around);
  panel.lead = say("page.lead.place", panel.chart.unit, cluster.label, panel.chart.series[0].words);
  panel.note = notes(owed ? say("page.note.place_complete", formatInt(owed.complete), formatInt(owed.expected)) : say("page.note.place_unknown"), say("page.note.place_known"), leftOut(around));
  if (owed && !owed.provisional && measures[0].value(state.unit) !== null) panel.title = say("page.title.place", panel.chart.unit, panel.chart.series[0].words);
  return panel;
}

// placeInWords tells a place in words, and of how many where some of the cluster have no figure.
function placeInWords(measure, own, cluster) {
  const s = standingOf(measure.values, own);
  if (!s) return say("page.place.none");
  const all = s.of === cluster.units.length;
  return say((s.ties ? "page.place.tied" : "page.place.alone") + (all ? "" : "_stated"), formatInt(s.place), formatInt(s.of), formatInt(cluster.units.length));
}

// The states of a return, worst first; markOf gives them their signs.
const returnStates = ["missing", "refused", "late", "not-due", "in", "excused", "extra"];
const stateOf = (o) => (o.standing === "excused" ? "excused" : markOf(o).mark);
const mostCalled = 30;

// yearCell is the sign of the worst of a year's returns, with how many are accepted of those owed.
function yearCell(here) {
  const owed = here.filter((o) => o.expected), sign = markOf(here[0]).text.slice(0, 1);
  return owed.length ? word(sign + " " + formatInt(owed.filter((o) => o.accepted > 0).length) + "/" + formatInt(owed.length), stateOf(here[0])) : { ...tally(here), mark: stateOf(here[0]) };
}

// calendarPanel: units by forms of return and periods; those from whom most is missing come first. Where several years are
// shown, a column is a year, and tells the worst of its returns.
function calendarPanel(state) {
  const due = duties(state.here), single = state.year !== null;
  const keyOf = (o) => (single ? o.form + "|" + (o.period === String(o.year) ? "~" : o.period) : String(o.year)); // the whole year after its parts
  const columns = [...new Map(due.map((o) => [keyOf(o), { key: keyOf(o), form: single ? o.formName : "", period: single ? o.period : yearName(o.year) }])).values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const rows = [...new Set(due.map((o) => o.unit))].map((unit) => {
    const own = due.filter((o) => o.unit === unit);
    const found = columns.map((c) => own.filter((o) => keyOf(o) === c.key).sort((a, b) => returnStates.indexOf(stateOf(a)) - returnStates.indexOf(stateOf(b)) || ((a.due ?? "") < (b.due ?? "") ? -1 : 1)));
    const times = (s) => own.filter((o) => stateOf(o) === s).length;
    return {
      unit, label: data.units[unit].label, colour: data.look.accent, pick: { dim: "unit", value: placeOf(unit) }, times: returnStates.map(times),
      states: found.map((here) => (here.length ? stateOf(here[0]) : "")),
      cells: [count(times("missing")), ...found.map((here) => (here.length === 0 ? word("·") : single ? { ...markOf(here[0]), figure: dutyFigure(here[0]) } : yearCell(here)))],
    };
  });
  rows.sort((a, b) => b.times[0] - a.times[0] || b.times[1] - a.times[1] || b.times[2] - a.times[2] || b.times[3] - a.times[3] || a.unit - b.unit);
  const drawn = Math.min(rows.length, mostCalled);
  const short = rows.filter((r) => r.times[0] > 0).length;
  const overdue = rows.reduce((n, r) => n + r.times[0], 0);
  const known = data.asOf !== undefined && rows.length > 0;
  return {
    id: "calendar", rows, lead: !rows.length ? say("page.lead.no_duty") : short ? say("page.lead.calendar", formatInt(overdue), formatInt(short), formatInt(rows.length)) : known ? say("page.lead.calendar_none", formatDay(data.asOf)) : "",
    title: known && short ? say("page.title.calendar", formatInt(short)) : known && rows.every((r) => !r.times[1] && !r.times[3]) ? say("page.title.calendar_none") : "",
    note: notes(rows.length && !single ? say("page.note.calendar_years") : "", drawn < rows.length ? say("page.note.top_missing", formatInt(drawn), formatInt(rows.length)) : ""),
    head: [say("page.unit"), say("page.overdue"), ...columns.map((c) => (c.form && c.period !== String(state.year) ? c.form + " · " + c.period : c.form || c.period))],
    chart: {
      kind: "calendar", drawn, hiddenOnPhone: columns.length > 4, columns: columns.map((c) => ({ ...c, whole: c.period === String(state.year), short: c.period.replace(state.year + "-", "") })), series: [],
      keys: returnStates.filter((s) => rows.slice(0, drawn).some((r) => r.states.includes(s))).map((s) => ({ colour: stateLook(s).color, hatched: false, text: say("page.state." + s) })),
    },
  };
}
