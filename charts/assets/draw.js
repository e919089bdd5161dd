// draw.js: a panel onto the page: words, table twin, chart. Text goes in as text, never as markup.
"use strict";

const drawnCharts = new Map(); // panel id -> echarts instance
const printing = () => document.documentElement.classList.contains("printing");
const phone = () => document.documentElement.clientWidth < 600 && !printing();

// element makes a node from attributes and children; children are nodes or text.
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "" && value !== false) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// figureNode is the text of a figure; with an id it can be clicked to see where it comes from.
function figureNode(cell) {
  return cell.figure ? element("button", { type: "button", class: "figure", "data-figure": cell.figure, title: say("page.figure.open") }, cell.text) : cell.text;
}

function tableOf(panel, title) {
  const row = (tag, r) => element(tag, { class: tag === "tr" && r.foot ? "foot" : "" },
    element("th", { scope: "row" }, ...(r.swatch ? [element("span", { class: "swatch", style: "background:" + r.colour })] : []), r.label),
    ...r.cells.map((c) => element("td", { class: [c.isText ? "word" : "number", c.mark ?? ""].join(" ").trim(), "data-value": c.v === null ? "" : String(c.v) }, figureNode(c))));
  const head = element("tr", {}, ...panel.head.map((h, i) => element("th", { scope: "col", class: i && !panel.rows[0]?.cells[i - 1]?.isText ? "number" : "" }, h)));
  const foot = panel.foot ? [element("tfoot", {}, row("tr", { ...panel.foot, foot: true }))] : [];
  return element("table", { class: panel.rows.length < 12 ? "short" : "" }, element("caption", {}, title), element("thead", {}, head), element("tbody", {}, ...panel.rows.map((r) => row("tr", r))), ...foot);
}

// drawPanel fills the article of the panel.
function drawPanel(panel, state) {
  const article = document.querySelector(`[data-panel="${panel.id}"]`);
  const title = article.querySelector("h2").textContent;
  article.querySelector(".lead").textContent = panel.lead;
  article.querySelector(".note").textContent = panel.note;
  article.querySelector(".scope").textContent = state.words;
  article.querySelector(".table").replaceChildren(panel.rows.length ? tableOf(panel, title + " – " + state.words) : panel.chart ? say("page.nothing") : "");
  if (article.dataset.tall) article.classList.toggle("tall", panel.rows.length > 6); // few rows leave the place beside others empty
  article.querySelector(".key")?.replaceChildren(...(panel.rows.length ? keyOf(panel) : []));
  const box = article.querySelector(".chart");
  if (box) drawChart(panel, box, title);
}

// keyOf names the looks of the series, where more than one is drawn. Where each row has its own
// hue the key is grey: dark for this year, light for the year before.
function keyOf(panel) {
  if (panel.chart.kind === "stack") return panel.chart.provisional ? [say("page.provisional")] : [];
  const known = panel.rows.filter((r) => r.colour !== data.look.unknown);
  const hue = new Set(known.map((r) => r.colour)).size > 1 && panel.chart.kind === "bars" ? data.look.quiet : data.look.accent;
  const keyed = (colour, hatched, text) => element("span", { class: "keyed" },
    element("span", { class: "swatch" + (hatched ? " hatched" : ""), style: "background-color:" + colour }), text);
  const series = panel.chart.series.filter((s) => panel.chart.series.length > 1 || s.provisional);
  const nodes = series.map((s) => keyed(s.colour ?? (s.before ? lighter(hue) : hue), s.provisional, s.name + (s.provisional ? " (" + say("page.provisional") + ")" : "")));
  if (panel.rows.some((r) => r.provisional)) nodes.push(panel.chart.kind === "line" ? say("page.provisional_line") : keyed(hue, true, say("page.provisional")));
  return nodes;
}

function drawChart(panel, box, title) {
  const empty = !panel.rows.some((r) => r.cells.some((c) => typeof c.v === "number"));
  box.hidden = empty;
  box.setAttribute("aria-label", title + ". " + panel.lead);
  if (empty) {
    drawnCharts.get(panel.id)?.dispose();
    drawnCharts.delete(panel.id);
    return;
  }
  let chart = drawnCharts.get(panel.id);
  const option = optionOf(panel, box);
  box.style.height = option.height + "px";
  if (!chart) {
    chart = echarts.init(box, null, { renderer: "canvas", devicePixelRatio: Math.max(2, window.devicePixelRatio || 1) });
    drawnCharts.set(panel.id, chart);
  } else {
    chart.resize({ width: box.clientWidth, height: option.height });
  }
  delete option.height;
  chart.setOption(option, { notMerge: true });
}

// optionOf fills the skeleton that the program wrote with names and numbers of the rows.
function optionOf(panel, box) {
  const lying = phone() && ["columns", "line"].includes(panel.chart.kind); // years lie down where there is no width
  const kind = lying ? "bars" : panel.chart.kind;
  const option = structuredClone(data.options[lying ? "form" : panel.id]);
  const rows = panel.rows.slice(0, panel.chart.drawn);
  option.tooltip.formatter = (params) => tooltipOf(panel, rows, params);
  const fill = { bars: fillBars, shares: fillBars, columns: fillColumns, line: fillColumns, stack: fillStack }[kind];
  fill(option, panel, rows, box.clientWidth);
  return option;
}

// itemOf is one drawn value: null stays null (a gap), the provisional is hatched, what cannot be carried has a dotted edge.
function itemOf(v, colour, hatched, dotted = false) {
  const edge = dotted ? { borderType: "dotted", borderWidth: 1.5, borderColor: data.look.quiet } : {};
  return { value: v, itemStyle: { color: colour, ...edge, ...(hatched ? { decal: data.look.hatch } : {}) } };
}

function fillBars(option, panel, rows, width) {
  const names = Math.round(Math.min(300, width * (phone() ? 0.4 : 0.42)));
  const lines = Math.max(...rows.map((r) => Math.ceil((r.label.length * 7.6) / names)));
  const plot = width - names - 22;
  const many = panel.chart.series.length > 1 && panel.chart.kind === "bars";
  const step = Math.max(many ? (printing() ? 33 : 44) : 32, lines * 17 + 8);
  option.height = rows.length * step + 12;
  option.grid = { left: names + 10, right: panel.chart.kind === "shares" ? 12 : 78, top: 4, bottom: 4 };
  option.yAxis[0].data = rows.map((r) => r.label);
  option.yAxis[0].axisLabel.width = names;
  option.series = panel.chart.series.map((s, i) => ({
    ...structuredClone(option.series[Math.min(i, option.series.length - 1)]),
    name: s.name,
    barMaxWidth: many ? 18 : 28,
    data: rows.map((r) => itemOf(r.cells[s.cell].v, s.colour ?? (s.before ? lighter(r.colour) : r.colour), s.provisional || r.provisional, r.dotted)),
  }));
  const format = panel.chart.kind === "shares" ? (x) => (x * plot >= 62 ? formatShare(x) : "") : formatInt;
  option.series.forEach((s, i) => {
    s.label.formatter = (p) => (typeof p.value === "number" ? format(p.value) : "");
    if (panel.chart.kind !== "shares") return;
    inside(s.label, panel.chart.series[i].colour);
    for (const item of s.data) item.label = { show: format(item.value) !== "" };
  });
}

function fillColumns(option, panel, rows) {
  option.height = 280;
  option.xAxis[0].data = rows.map((r) => r.label);
  option.xAxis[1].max = rows.length;
  const first = option.series[0];
  first.type = panel.chart.kind === "line" ? "line" : "bar";
  first.name = panel.chart.series[0].name;
  first.data = rows.map((r) => itemOf(r.cells[0].v, r.colour, r.provisional));
  first.label.formatter = (p) => (typeof p.value === "number" ? formatInt(p.value) : "");
  if (first.type === "line") segments(first, rows);
  option.series[1].markLine.data = panel.chart.breaks.map((b) => ({ xAxis: b.at, name: b.text }));
  option.series[1].markLine.label.formatter = (p) => p.name;
}

// segments draws the line piece by piece: dashed to and from a provisional year, whose point is hollow.
function segments(series, rows) {
  series.lineStyle = { opacity: 0 };
  series.symbolSize = 9;
  series.data.forEach((item, i) => Object.assign(item, { symbol: rows[i].provisional ? "emptyCircle" : "circle" }));
  const pieces = [];
  for (let i = 1; i < rows.length; i++) {
    const [from, to] = [rows[i - 1].cells[0].v, rows[i].cells[0].v];
    if (from === null || to === null) continue; // a gap
    const type = rows[i - 1].provisional || rows[i].provisional ? "dashed" : "solid";
    pieces.push([{ coord: [i - 1, from], lineStyle: { type, width: 2, color: data.look.accent } }, { coord: [i, to] }]);
  }
  series.markLine = { symbol: "none", silent: true, animation: false, label: { show: false }, data: pieces };
}

function fillStack(option, panel, rows, width) {
  option.height = 76;
  const whole = rows.reduce((sum, r) => add(sum, r.cells[0].v), null);
  option.xAxis[0].max = whole;
  option.yAxis[0].data = [""];
  option.series = rows.map((r) => ({
    ...structuredClone(option.series[0]),
    name: r.label,
    data: [itemOf(r.cells[0].v, r.colour, panel.chart.provisional)],
  }));
  option.series.forEach((s, i) => {
    const p = share(rows[i].cells[0].v, whole);
    s.label.show = p !== null && p * width >= 62;
    s.label.formatter = formatShare(p);
    inside(s.label, rows[i].colour);
  });
}

// inside sets a label on a bar: on a patch of the bar's own colour, so that a hatch does not cross the letters.
function inside(label, colour) {
  Object.assign(label, { color: dark(colour) ? "#ffffff" : data.look.ink, backgroundColor: colour, padding: [1, 3] });
}

// dark tells whether white letters are easier to read on a colour than dark ones.
function dark(hex) {
  const n = parseInt(hex.slice(1), 16);
  return 0.299 * (n >> 16) + 0.587 * ((n >> 8) & 255) + 0.114 * (n & 255) < 140;
}

// tooltipOf lists the whole row of the table; built as nodes, so that names stay text.
function tooltipOf(panel, rows, params) {
  const p = Array.isArray(params) ? params[0] : params;
  const r = panel.chart.kind === "stack" ? rows[p.seriesIndex] : rows[p.dataIndex];
  if (!r) return "";
  return element("div", { class: "tip" }, element("strong", {}, r.label),
    ...r.cells.map((c, i) => element("div", {}, panel.head[i + 1] + ": " + c.text)));
}
