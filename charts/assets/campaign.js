// campaign.js: the campaign of returns: how complete each cluster is, and whom to telephone.
"use strict";

const formatDay = (day) => (data.lang === "en" || !day ? day ?? "–" : day.split("-").reverse().join("/"));
const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86400000);

// clusterPanel: what is owed in each cluster: accepted, held or refused, not received. They add up, so they stand in one bar.
function clusterPanel(state) {
  const groups = new Map();
  for (const o of duties(state.here)) {
    if (!o.expected) continue;
    const key = (o.cluster ?? "") + "|" + data.units[o.unit].group;
    const g = groups.get(key) ?? { name: o.cluster ?? "", group: data.units[o.unit].group, owed: 0, accepted: 0, late: 0, kept: 0, absent: 0 };
    g.owed++;
    if (o.accepted > 0) g.accepted++;
    if (o.standing === "late") g.late++;
    if (o.standing === "held" || o.standing === "refused") g.kept++;
    if (o.standing === "not_received") g.absent++;
    groups.set(key, g);
  }
  const named = [...groups.values()];
  const label = (g) => {
    const name = g.name || say("page.no_cluster");
    return named.filter((h) => h.name === g.name).length > 1 ? name + " · " + g.group : name;
  };
  const rows = named.sort((a, b) => (a.name === "") - (b.name === "") || a.accepted / a.owed - b.accepted / b.owed || (label(a) < label(b) ? -1 : 1)).map((g) => ({
    label: label(g),
    colour: data.look.accent,
    cells: [count(g.owed), count(g.accepted), part(share(g.accepted, g.owed)), count(g.kept), part(share(g.kept, g.owed)), count(g.absent), part(share(g.absent, g.owed)), count(g.late)],
  }));
  const sum = (of) => named.reduce((n, g) => n + g[of], 0);
  const [owed, accepted, kept, absent] = [sum("owed"), sum("accepted"), sum("kept"), sum("absent")];
  return {
    id: "cluster", rows, note: rows.length ? say("page.note.cluster") : "",
    lead: owed ? say("page.lead.cluster", formatInt(accepted), formatInt(owed), formatInt(kept), formatInt(absent)) : say("page.lead.no_duty"),
    foot: owed ? { label: say("page.total"), cells: [count(owed), count(accepted), part(share(accepted, owed)), count(kept), part(share(kept, owed)), count(absent), part(share(absent, owed)), count(sum("late"))] } : undefined,
    head: [say("page.cluster"), say("page.owed"), say("page.accepted"), "%", say("page.kept"), "%", say("page.mark.absent"), "%", say("page.of_late")],
    chart: {
      kind: "shares", drawn: rows.length,
      series: [
        { name: say("page.accepted"), cell: 2, colour: data.look.accent },
        { name: say("page.kept"), cell: 4, colour: data.look.focus },
        { name: say("page.mark.absent"), cell: 6, colour: data.look.pale },
      ],
    },
  };
}

// overduePanel: whom to telephone: what is overdue, and what was held or refused; the longest overdue first.
function overduePanel(state) {
  const waits = duties(state.here).filter((o) => o.standing === "held" || o.standing === "refused" || isOverdue(o));
  const days = (o) => (o.due && data.asOf && o.due < data.asOf ? daysBetween(o.due, data.asOf) : null);
  waits.sort((a, b) => (days(b) ?? -1) - (days(a) ?? -1) || a.unit - b.unit || (a.form + a.period < b.form + b.period ? -1 : 1));
  const units = new Set(waits.map((o) => o.unit)).size;
  return {
    id: "overdue", note: "",
    lead: data.asOf === undefined ? "" : waits.length ? say("page.lead.overdue", formatInt(waits.length), formatInt(units), formatDay(data.asOf)) : say("page.lead.nobody", formatDay(data.asOf)),
    head: [say("page.unit"), say("page.form_of_return"), say("page.period"), say("page.due"), say("page.days_late"), say("page.standing")],
    rows: waits.map((o) => ({
      label: data.units[o.unit].label,
      cells: [word(o.formName), word(o.period), word(formatDay(o.due)), count(days(o)), { ...markOf(o), figure: dutyFigure(o) }],
    })),
  };
}
