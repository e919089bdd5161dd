// options.js: a panel as options of a chart, in a frame: { width, phone, printing }. Nothing here touches the page, so that
// the program draws the same pictures without a browser.
"use strict";

// optionOf fills the skeleton that the program wrote with names and numbers of the rows; the height in pixels comes beside it.
function optionOf(panel, frame) {
  const lying = frame.phone && ["columns", "line"].includes(panel.chart.kind); // years lie down where there is no width
  const option = cloneOf(data.options[lying ? "form" : panel.id]);
  const rows = drawnRows(panel);
  const height = fills[lying ? "bars" : panel.chart.kind](option, panel, rows, frame);
  return { option, height };
}
const drawnRows = (panel) => panel.rows.slice(0, panel.chart.drawn);
// drawnSeries leaves out a year before of which no row drawn has a figure: it would only push the bars off their names.
const drawnSeries = (panel) => panel.chart.series.filter((s) => !s.before || panel.chart.kind !== "bars" || drawnRows(panel).some((r) => r.cells[s.cell].v !== null));
const cloneOf = (v) => JSON.parse(JSON.stringify(v)); // options come as JSON

const dots = [1.5, 4]; // of a line to or from a provisional year, in every picture

// itemOf is one drawn value: null stays null (a gap), the provisional is hatched, what cannot be carried has a dotted edge.
function itemOf(v, colour, hatched, dotted = false) {
  const edge = dotted ? { borderType: "dotted", borderWidth: 1.5, borderColor: data.look.quiet } : {};
  return { value: v, itemStyle: { color: colour, ...edge, ...(hatched ? { decal: data.look.hatch } : {}) } };
}

function fillBars(option, panel, rows, frame) {
  const names = namesWidth(frame);
  const plot = frame.width - names - 22;
  const drawn = drawnSeries(panel), many = drawn.length > 1 && panel.chart.kind === "bars";
  const step = nameRows(option, rows, frame, many ? (frame.printing ? 36 : 44) : 32);
  option.grid = { left: names + 10, right: panel.chart.kind === "shares" ? 12 : 78, top: 4, bottom: 4 };
  option.series = drawn.map((s, i) => ({
    ...cloneOf(option.series[Math.min(i, option.series.length - 1)]),
    ...(many ? { barCategoryGap: "12%" } : {}), // figures one above the other do not touch
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
  if (panel.chart.kind === "shares") patternParts(option, panel, rows);
  else if (panel.chart.most) option.xAxis[0].max = panel.chart.most; // a piece of a longer picture
  return rows.length * step + 12;
}

function fillColumns(option, panel, rows, frame) {
  option.xAxis[0].data = rows.map((r) => r.label);
  option.xAxis[1].max = rows.length;
  const first = option.series[0];
  first.type = panel.chart.kind === "line" ? "line" : "bar";
  first.name = panel.chart.series[0].name;
  first.data = rows.map((r) => itemOf(r.cells[0].v, r.colour, r.provisional));
  first.label.formatter = (p) => (typeof p.value === "number" ? formatInt(p.value) : "");
  if (first.type === "line") segments(first, rows, frame);
  if (panel.chart.breaks.length) option.yAxis[0].max = ({ max }) => max * 1.12; // figures stay below the words of the breaks
  option.series[1].markLine.data = panel.chart.breaks.map((b) => ({ xAxis: b.at, name: b.text }));
  option.series[1].markLine.label.formatter = (p) => p.name;
  return 280;
}

// segments draws the line piece by piece: dotted to and from a provisional year, whose point is hollow.
function segments(series, rows, frame) {
  series.lineStyle = { opacity: 0 };
  series.label.backgroundColor = "rgba(255,255,255,0.8)"; // the line does not cross its figures
  series.symbolSize = 9;
  const values = rows.map((r) => r.cells[0].v), most = Math.max(1, ...values.filter((v) => v !== null));
  const fall = (from, to) => (from === null || to === null || from === undefined || to === undefined ? 0 : ((from - to) / most) * 200); // pixels, about
  series.data.forEach((item, i) => {
    const half = textWidth(rows[i].cells[0].text) / 2, beside = (down) => (down * half * rows.length) / frame.width; // how far a line falls beside the figure
    const [before, after] = [beside(fall(values[i - 1], values[i])), beside(fall(values[i], values[i + 1]))];
    Object.assign(item, { symbol: rows[i].provisional ? "emptyCircle" : "circle", label: clearOfLine(before, after, half) });
  });
  const pieces = [];
  for (let i = 1; i < rows.length; i++) {
    const [from, to] = [rows[i - 1].cells[0].v, rows[i].cells[0].v];
    if (from === null || to === null) continue; // a gap
    const type = rows[i - 1].provisional || rows[i].provisional ? dots : "solid";
    pieces.push([{ coord: [i - 1, from], lineStyle: { type, width: 2, color: data.look.accent } }, { coord: [i, to] }]);
  }
  series.markLine = { symbol: "none", silent: true, z: 1, animation: false, label: { show: false }, data: pieces };
}

// clearOfLine places a figure where its line does not cross it: above a peak, below a trough, at the open side of a slope. before
// and after are how far the line falls within half the width of the figure.
function clearOfLine(before, after, half) {
  const steep = 8; // pixels
  if (before > steep && after < -steep) return { position: "bottom" };
  if (before > steep) return { position: "top", offset: [half, 0] };
  if (after < -steep) return { position: "top", offset: [-half, 0] };
  return { position: "top" };
}

function fillStack(option, panel, rows, { width }) {
  const whole = rows.reduce((sum, r) => add(sum, r.cells[0].v), null);
  option.xAxis[0].max = whole;
  option.yAxis[0].data = [""];
  option.series = rows.map((r) => ({
    ...cloneOf(option.series[0]),
    name: r.label,
    data: [itemOf(r.cells[0].v, r.colour, panel.chart.provisional)],
  }));
  option.series.forEach((s, i) => {
    const p = share(rows[i].cells[0].v, whole);
    s.label.show = p !== null && p * width >= 62;
    s.label.formatter = formatShare(p);
    inside(s.label, rows[i].colour);
  });
  patternParts(option, panel, rows);
  return 76;
}
const fills = { bars: fillBars, shares: fillBars, columns: fillColumns, line: fillColumns, stack: fillStack };


// inside sets a label on a bar: on a patch of the bar's own colour, so that a hatch does not cross the letters.
function inside(label, colour) {
  Object.assign(label, { color: dark(colour) ? "#ffffff" : data.look.ink, backgroundColor: colour, padding: [1, 3] });
}

// dark tells whether white letters are easier to read on a colour than dark ones.
function dark(hex) {
  const n = parseInt(hex.slice(1), 16);
  return 0.299 * (n >> 16) + 0.587 * ((n >> 8) & 255) + 0.114 * (n & 255) < 140;
}
