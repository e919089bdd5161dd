// options_cells.js: options of pictures that are tables of shaded cells: units by forms, units by returns.
"use strict";

// cellGrid lays out names at the left and heads above; it gives how many columns have room, their width, and the height.
function cellGrid(option, rows, frame, heads, { names, widest, step, least = 46, above = 0 }) {
  const narrowest = Math.max(least, ...heads.flatMap((h) => h.split(" ").map((w) => textWidth(w) + 6)));
  const columns = Math.max(1, Math.min(heads.length, Math.floor((frame.width - names - 10) / narrowest)));
  const width = Math.min(widest, (frame.width - names - 10) / columns);
  const lines = heads.slice(0, columns).map((h) => wrapped(h, width - 6));
  const top = above + Math.max(...lines.map((l) => l.length)) * 17 + 10;
  const height = nameRows(option, rows, frame, step, names);
  option.series[0].symbolSize = [width, height];
  option.grid = { left: names + 10, width: width * columns, top, height: rows.length * height };
  option.xAxis[0].data = heads.slice(0, columns).map((_, i) => String(i)); // heads may be alike; positions are not
  option.xAxis[0].axisLabel.formatter = (_, i) => lines[i].join("\n");
  return { columns, width, top, bottom: top + rows.length * height, left: names + 10 };
}

// shadeOf is a tint of the accent for a share of the largest, by its root, so that small figures differ too.
const shadeOf = (v, most) => lighter(data.look.accent, v === 0 || most === 0 ? 0.94 : 0.86 * (1 - Math.sqrt(v / most)));

// fillHeat: a figure in every cell, on a shade of one hue; nothing is drawn where nothing was stated.
function fillHeat(option, panel, rows, frame) {
  const series = panel.chart.series;
  const names = Math.round(Math.min(260, frame.width * 0.24));
  const grid = cellGrid(option, rows, frame, series.map((s) => s.name), { names, widest: 110, step: 30 });
  const drawn = series.slice(0, grid.columns);
  const most = panel.chart.most ?? Math.max(0, ...rows.flatMap((r) => drawn.map((s) => r.cells[s.cell].v ?? 0)));
  const cells = option.series[0];
  cells.data = rows.flatMap((r, y) => drawn.flatMap((s, x) => {
    const c = r.cells[s.cell];
    if (c.v === null) return []; // its dot is among the words below
    const colour = shadeOf(c.v, most);
    return { value: [x, y, c.v], row: y, itemStyle: { color: colour, ...(r.dotted ? { borderType: "dotted", borderColor: data.look.quiet, borderWidth: 1.5 } : {}) }, label: { formatter: c.text, color: dark(colour) ? "#ffffff" : data.look.ink } };
  }));
  const [units, forms, whole = rows.length] = panel.chart.all; // whole: of a picture in pieces
  const told = units > whole || forms > drawn.length ? wrapped(say("page.note.heat_drawn", formatInt(whole), formatInt(units), formatInt(drawn.length), formatInt(forms)), frame.width) : [];
  const height = (grid.bottom - grid.top) / rows.length;
  option.graphic = rows.flatMap((r, y) => drawn.flatMap((s, x) => (r.cells[s.cell].v === null ? [textAt(grid.left + (x + 0.5) * grid.width, grid.top + (y + 0.5) * height, r.cells[s.cell].text, { align: "center", verticalAlign: "middle", fill: data.look.quiet })] : [])));
  if (told.length) option.graphic.push(textAt(0, grid.bottom + 8, told.join("\n"), { fill: data.look.quiet }));
  return grid.bottom + 10 + told.length * 17;
}

// stateLook: the darker, the more there is to do; each state has its sign too.
function stateLook(state) {
  const look = data.look;
  switch (state) {
    case "missing": return { color: look.ink, text: "#ffffff" };
    case "refused": return { color: look.focus, text: look.ink };
    case "late": return { color: lighter(look.focus, 0.72), text: look.ink };
    case "in": return { color: lighter(look.accent, 0.82), text: look.ink };
    case "not-due": return { color: "#ffffff", text: look.quiet, border: { borderColor: look.quiet, borderType: "dotted", borderWidth: 1.5 } };
    case "excused": case "extra": return { color: look.pale, text: look.quiet };
  }
  return { color: "#ffffff", text: look.quiet };
}

// fillCalendar: a cell a return, with its sign, and its word where there is room; periods of one form stand under its name.
function fillCalendar(option, panel, rows, frame) {
  const columns = panel.chart.columns;
  const names = Math.round(Math.min(280, frame.width * (frame.phone ? 0.36 : 0.3)));
  const grouped = columns.some((c) => c.form && !c.whole);
  const heads = columns.map((c) => (!c.form ? c.period : !grouped ? c.form : c.whole ? say("page.period_year") : c.short));
  const room = (frame.width - names - 10) / columns.length;
  const groups = grouped ? groupsOf(columns).map((g) => ({ ...g, lines: wrapped(g.form, Math.min(130, room) * g.n - 8) })) : [];
  const above = groups.length ? Math.max(...groups.map((g) => g.lines.length)) * 17 + 8 : 0;
  const grid = cellGrid(option, rows, frame, heads, { names, widest: 130, step: 28, least: 34, above });
  const cells = option.series[0];
  const worded = rows.every((r) => r.cells.slice(1, grid.columns + 1).every((c) => textWidth(c.text) + 6 <= grid.width)); // all of them, or none
  cells.data = rows.flatMap((r, y) => columns.slice(0, grid.columns).map((c, x) => {
    const look = stateLook(r.states[x]), text = r.cells[x + 1].text;
    return { value: [x, y, 1], row: y, itemStyle: { color: look.color, ...look.border }, label: { formatter: worded || !c.form ? text : text.slice(0, 1), color: look.text } };
  }));
  const told = grid.columns < columns.length ? wrapped(say("page.note.calendar_drawn", formatInt(grid.columns), formatInt(columns.length)), frame.width) : [];
  option.graphic = groups.filter((g) => g.at + g.n <= grid.columns).flatMap((g) => {
    const [from, to] = [grid.left + g.at * grid.width, grid.left + (g.at + g.n) * grid.width];
    return [textAt((from + to) / 2, above - 8 - g.lines.length * 17, g.lines.join("\n"), { align: "center" }), lineAt([[from + 3, above - 3], [to - 3, above - 3]], { stroke: data.look.line })];
  });
  if (told.length) option.graphic.push(textAt(0, grid.bottom + 8, told.join("\n"), { fill: data.look.quiet }));
  return grid.bottom + 8 + told.length * 17;
}

// groupsOf are runs of columns of one form.
function groupsOf(columns) {
  const groups = [];
  columns.forEach((c, i) => {
    const last = groups[groups.length - 1];
    if (last && last.form === c.form) last.n++;
    else groups.push({ form: c.form, at: i, n: 1 });
  });
  return groups;
}

Object.assign(fills, { heat: fillHeat, calendar: fillCalendar });
