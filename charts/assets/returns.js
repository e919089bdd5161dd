// returns.js: who has sent what, and what was found in the returns. Signs always come with a word.
"use strict";

// isOverdue tells a return that is not there though its day has passed, by the day of the page.
const isOverdue = (o) => o.standing === "not_received" && o.due !== undefined && data.asOf !== undefined && o.due < data.asOf;

// Marks of one return that was due: sign and word, never a colour by itself.
function markOf(o) {
  switch (o.standing) {
    case "unasked": return word("+ " + say("page.mark.extra"), "extra");
    case "excused": return word("– " + say("page.mark.excused"), "extra");
    case "late": return word("◷ " + say(o.zero ? "page.mark.late_zero" : "page.mark.late"), "late");
    case "on_time": return word("✓ " + say(o.zero ? "page.mark.zero" : "page.mark.in"), "in");
    case "held": return word("✗ " + say("page.mark.held"), "refused");
    case "refused": return word("✗ " + say("page.mark.refused"), "refused");
  }
  return isOverdue(o) ? word("○ " + say("page.mark.missing"), "missing") : word("◌ " + say("page.mark.not_due"), "not-due");
}

// returnsPanel: matrix of units by form of return; for all years, by year with "accepted/expected".
function returnsPanel(state) {
  const due = duties(state.here);
  const single = state.year !== null;
  const columns = [...new Map(due.map((o) => (single ? [o.form + "|" + o.period, columnName(o, state)] : [String(o.year), yearName(o.year)]))).entries()].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const rows = [...new Set(due.map((o) => o.unit))].sort((a, b) => a - b).map((unit) => {
    const own = due.filter((o) => o.unit === unit);
    const cells = columns.map(([key]) => {
      const here = own.filter((o) => (single ? o.form + "|" + o.period : String(o.year)) === key);
      if (here.length === 0) return word("·");
      return single ? { ...markOf(here[0]), figure: dutyFigure(here[0]) } : tally(here);
    });
    const settled = own.filter((o) => o.expected).every((o) => o.accepted > 0);
    return { label: data.units[unit].label, order: settled ? 1 : 0, cells };
  });
  rows.sort((a, b) => a.order - b.order);
  const owed = duty(state.here);
  return {
    id: "returns", rows, note: rows.length ? say("page.note.marks") : "",
    lead: owed ? say("page.lead.returns", String(owed.complete), String(owed.expected)) : say("page.lead.no_duty"),
    head: [say("page.unit"), ...columns.map(([, name]) => name)],
  };
}

const columnName = (o, state) => o.formName + (o.period === String(state.year) ? "" : " · " + o.period);
const dutyFigure = (o) => "mart_completeness/accepted_count?unit_code=" + encodeURIComponent(data.units[o.unit].code) + "&form_of_return=" + encodeURIComponent(o.form) + "&period=" + encodeURIComponent(o.period);

function tally(here) {
  const expected = here.filter((o) => o.expected).length;
  const accepted = here.filter((o) => o.expected && o.accepted > 0).length;
  if (expected === 0) return word(here.every((o) => o.standing === "excused") ? "– " + say("page.mark.excused") : "+ " + here.length, "extra");
  return word((accepted === expected ? "✓ " : accepted ? "◐ " : "○ ") + accepted + "/" + expected, accepted === expected ? "in" : "missing");
}

// foundHere tells whether the filters of year, unit and cluster keep a finding; one whose return tells no year is in every year.
function foundHere(f, finding) {
  if (finding.year !== null && !inYears(f, finding.year)) return false;
  if (finding.unit === null) return !f.unit.length && !f.cluster.length;
  if (f.unit.length && !f.unit.includes(placeOf(finding.unit))) return false;
  return !f.cluster.length || f.cluster.some((c) => Object.entries(data.clusters[c].years).some(([year, units]) => (finding.year === null || Number(year) === finding.year) && units.includes(finding.unit)));
}

// findingsPanel: findings by code, most severe first.
function findingsPanel(state) {
  const order = ["error", "warning", "query"];
  const groups = new Map();
  for (const f of data.findings) {
    if (!foundHere(state.filter, f)) continue;
    const key = order.indexOf(f.severity) + "|" + f.code;
    const g = groups.get(key) ?? { ...f, n: 0, units: new Set() };
    g.n += f.n;
    g.units.add(f.unit);
    groups.set(key, g);
  }
  const sorted = [...groups.entries()].sort((a, b) => Number(a[0][0]) - Number(b[0][0]) || b[1].n - a[1].n || (a[0] < b[0] ? -1 : 1));
  const of = (severity) => sorted.filter(([, g]) => g.severity === severity).reduce((sum, [, g]) => sum + g.n, 0);
  return {
    id: "findings", note: "",
    lead: say("page.lead.findings", formatInt(of("error")), formatInt(of("warning")), formatInt(of("query"))),
    head: [say("page.finding"), say("page.severity"), say("page.findings"), say("page.units")],
    rows: sorted.map(([, g]) => ({
      label: g.name,
      cells: [word(say("page.severity." + g.severity), g.severity), count(g.n), count([...g.units].filter((u) => u !== null).length)],
    })),
  };
}

// reconciliationPanel: where the figure that counts differs from another that says the same thing; the largest first. Neither is mended.
function reconciliationPanel(state) {
  const f = state.filter;
  const apart = data.differences.filter((d) => foundHere(f, d)).map((d) => ({ ...d, by: minus(d.other, d.counted) }));
  const size = (d) => (d.by === null ? 0 : Math.abs(d.by));
  const known = apart.filter((d) => d.by !== null);
  apart.sort((a, b) => size(b) - size(a)); // else as they came
  const all = !f.unit.length && !f.cluster.length;
  const compared = Object.entries(data.compared).reduce((n, [year, k]) => (inYears(f, Number(year)) ? n + k : n), 0);
  return {
    id: "reconciliation", note: apart.length ? say("page.note.reconciliation") : "",
    lead: all ? say("page.lead.reconciliation", formatInt(compared), formatInt(known.length), formatInt(apart.length - known.length))
      : say("page.lead.reconciliation_here", formatInt(known.length), formatInt(apart.length - known.length)),
    head: [say("page.unit"), say("page.comparison"), say("page.form"), say("page.counted"), say("page.other_figure"), say("page.difference"), say("page.where")],
    rows: apart.map((d) => ({
      label: d.name,
      cells: [word(d.kind), word(d.form), count(d.counted), count(d.other), { ...change(d.by), figure: d.by === null ? "" : d.figure }, { ...word(d.where), mark: "place" }],
    })),
  };
}
