// options_more.js: options of the pictures of change, years, ranks and places. Words are broken into lines and put in place by
// a reckoned width, never by measuring, so that a browser and the program without one draw the same.
"use strict";

// textWidth reckons the width of a text in pixels, a little too wide rather than too narrow.
function textWidth(text, size = 14) {
  let em = 0;
  for (const c of text.normalize("NFD")) {
    if (c >= "\u0300" && c <= "\u036f") continue; // marks over and under letters
    em += "iljtfrI.,:;·'|()[]- \u00a0".includes(c) ? 0.37 : "mwMW%".includes(c) ? 0.95 : c >= "A" && c <= "Z" ? 0.7 : 0.62;
  }
  return em * size;
}

// wordsOf are the words of a text; the last two stay one, where they have room, so that no word is left alone on a line.
function wordsOf(text, fits) {
  const words = text.split(" ").filter((w) => w !== ""), last = words.slice(-2).join(" ");
  return words.length > 2 && fits(last) ? [...words.slice(0, -2), last] : words;
}

// wrapped breaks a text between words into lines of a width; past most lines the last ends in an ellipsis.
function wrapped(text, width, most = Infinity, size = 14) {
  const lines = [];
  for (const w of wordsOf(text, (pair) => textWidth(pair, size) <= width)) {
    const longer = lines.length ? lines[lines.length - 1] + " " + w : w;
    if (lines.length && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(w);
  }
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), lines[most - 1] + " …"];
}

// textAt is a text at a place of the picture, in pixels.
const textAt = (x, y, text, style = {}) => ({ type: "text", silent: true, x, y, style: { text, font: (style.bold ? "bold " : "") + "14px " + data.look.font, fill: style.fill ?? data.look.ink, align: style.align ?? "left", verticalAlign: style.verticalAlign ?? "top", lineHeight: 17 } });
const lineAt = (points, style = {}) => ({ type: "polyline", silent: true, z: style.z ?? 0, shape: { points }, style: { stroke: style.stroke ?? data.look.quiet, lineWidth: style.width ?? 1, lineDash: style.dash ?? null, fill: null } });

const namesWidth = (frame) => Math.round(Math.min(300, frame.width * (frame.phone ? 0.4 : 0.42)));

// nameRows puts the names of the rows beside the plot, broken into lines; it gives the height of a row.
function nameRows(option, rows, frame, least, names = namesWidth(frame)) {
  option.yAxis[0].data = rows.map((r) => r.label);
  option.yAxis[0].axisLabel.formatter = (name) => wrapped(name, names).join("\n");
  return Math.max(least, Math.max(...rows.map((r) => wrapped(r.label, names).length)) * 17 + 8);
}

// upper is the least round number not below v in three to five round steps; counts have whole steps.
function upper(v, whole) {
  if (v <= 0) return { max: 1, step: 1 };
  const unit = 10 ** Math.floor(Math.log10(v) - 1);
  let best = null;
  for (const m of [1, 2, 2.5, 5, 10, 20, 25, 50]) {
    const step = m * unit, n = Math.ceil(v / step - 1e-9);
    if (n >= 3 && n <= 5 && (!whole || Number.isInteger(step)) && (!best || n * step < best.max)) best = { max: n * step, step };
  }
  return best ?? { max: Math.ceil(v), step: Math.max(1, Math.ceil(v)) };
}

// readable darkens a colour until a line of it stands out from white, three to one.
function readable(hex) {
  let c = [16, 8, 0].map((bits) => (parseInt(hex.slice(1), 16) >> bits) & 255);
  const linear = (x) => (x <= 10 ? x / 255 / 12.92 : ((x / 255 + 0.055) / 1.055) ** 2.4);
  while (1.05 / (0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]) + 0.05) < 3) c = c.map((x) => Math.floor(x * 0.95));
  return "#" + c.map((x) => x.toString(16).padStart(2, "0")).join("");
}

// fillWaterfall: the years as bars, the steps between them floating. Where the steps are small beside the years, no bar starts
// anywhere but at nought: the years become marks, and only the steps are bars, on a scale of their own.
function fillWaterfall(option, panel, rows, frame) {
  const names = namesWidth(frame), right = frame.phone ? 66 : frame.printing ? 116 : 84;
  const height = nameRows(option, rows, frame, frame.printing ? 27 : 34); // on paper the whole fits beneath the headline figures
  const { steps } = panel.chart, last = rows.length - 1;
  const ends = steps.flatMap((s, i) => (i === 0 || i === last ? [s.to] : [s.from, s.to]));
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const marks = last > 1 && most - least < most * 0.25;
  const min = marks ? Math.max(0, least - (most - least) * 0.35) : 0;
  const plot = frame.width - names - 10 - right;
  const pixel = (v) => ((v - min) / (most - min || 1)) * plot;
  option.grid = { left: names + 10, right, top: 4, bottom: 4 };
  Object.assign(option.xAxis[0], { min, max: most || 1 });
  const looks = rows.map((r, i) => lookOfStep(panel, r, i, last, frame));
  const [base, piece, mark] = option.series;
  base.data = steps.map((s, i) => (i === 0 || i === last ? 0 : Math.min(s.from, s.to)));
  base.itemStyle = { color: "rgba(0,0,0,0)" };
  base.silent = true;
  piece.name = panel.head[panel.head.length - 1];
  piece.data = steps.map((s, i) => {
    const edge = i === 0 || i === last, value = Math.abs(s.to - s.from);
    const left = !edge && s.to < s.from && pixel(s.to) > 64;
    return { ...itemOf(edge && marks ? 0 : value, looks[i].color, looks[i].hatched), itemStyle: looks[i].itemStyle, row: i,
      label: { show: !(edge && marks), position: left ? "left" : "right", formatter: looks[i].text, lineHeight: 17, fontWeight: edge ? "bold" : "normal" } };
  });
  piece.barMaxWidth = 20;
  mark.data = marks ? [0, last].map((i) => ({ value: [steps[i].to, i], row: i, itemStyle: looks[i].itemStyle, label: { formatter: looks[i].text, lineHeight: 17 } })) : [];
  mark.symbolSize = [6, 24];
  option.yAxis[0].axisLine.show = !marks; // no line where the scale does not start at nought
  piece.markLine.data = steps.slice(0, -1).map((s, i) => [{ coord: [s.to, i] }, { coord: [s.to, i + 1] }]);
  if (!marks) return rows.length * height + 12;
  const told = wrapped(say("page.note.cut_scale"), frame.width);
  option.grid.bottom += told.length * 17 + 4;
  option.graphic = [textAt(0, rows.length * height + 12, told.join("\n"), { fill: data.look.quiet })];
  return rows.length * height + 16 + told.length * 17;
}

// lookOfStep: a rise is solid and a fall is hollow, with its sign at the side to which it goes.
function lookOfStep(panel, r, i, last, frame) {
  if (i === 0 || i === last) {
    const s = panel.chart.series[i === 0 ? 0 : 1];
    const text = r.cells[s.cell].text + (s.provisional ? (frame.printing ? " " : "\n") + say("page.provisional") : "");
    return { text, itemStyle: itemOf(0, r.colour, s.provisional).itemStyle };
  }
  const edge = { borderColor: r.colour === data.look.unknown ? data.look.quiet : r.colour, borderWidth: 1.5, borderType: r.dotted ? "dotted" : "solid" };
  return { text: r.cells[2].text, itemStyle: { color: r.step < 0 ? "#ffffff" : r.colour, ...edge } };
}

// breakMarks are the lines of breaks with their words at their right, above the plot: an earlier word stands higher, so that no
// word crosses a line or another word. marks: [{x, text}] in the order of x; height is what they take above the plot.
function breakMarks(marks, right, top, bottom) {
  const lines = marks.map((m) => wrapped(m.text, right - m.x - 6)), base = [];
  for (let i = marks.length - 1; i >= 0; i--) {
    const end = marks[i].x + 10 + Math.max(...lines[i].map((l) => textWidth(l)));
    base[i] = 0;
    for (let j = i + 1; j < marks.length; j++) if (end > marks[j].x) base[i] = Math.max(base[i], base[j] + lines[j].length);
  }
  const rows = Math.max(0, ...marks.map((_, i) => base[i] + lines[i].length)), height = rows ? rows * 18 + 6 : 0;
  const elements = marks.flatMap((m, i) => {
    const y = top + (rows - base[i] - lines[i].length) * 18;
    return [lineAt([[m.x, y + 2], [m.x, bottom(height)]]), textAt(m.x + 4, y, lines[i].join("\n"), { fill: data.look.quiet })];
  });
  return { height, elements };
}

// dashes and points tell the levels apart before colours do; dots are left for what is provisional.
const dashes = ["solid", [12, 4], [5, 3], [14, 3, 3, 3], [8, 3, 3, 3, 3, 3]];
const points = ["circle", "rect", "triangle", "diamond", "roundRect"];

// fillLines: a line a level with its name at its end. Where two years or less have figures, bars.
function fillLines(option, panel, rows, frame) {
  if (panel.chart.few) {
    for (const key of Object.keys(option)) delete option[key];
    Object.assign(option, cloneOf(data.options.level));
    return fills.bars(option, { ...panel, chart: { ...panel.chart, kind: "bars" } }, rows, frame);
  }
  const years = panel.chart.series;
  const side = Math.round(Math.min(220, frame.width * (frame.phone ? 0.38 : 0.33))), right = side + 22;
  const scale = upper(Math.max(...rows.flatMap((r) => r.cells.map((c) => c.v ?? 0))), true);
  const left = Math.ceil(textWidth(formatInt(scale.max))) + 8;
  const step = (frame.width - left - right) / years.length;
  const labels = rows.map((r, i) => endLabel(r, i, years, side - 16));
  const plot = Math.max(frame.phone ? 230 : 250, labels.reduce((sum, l) => sum + l.height + 4, 0));
  const marks = panel.chart.breaks.map((b) => ({ x: Math.round(left + b.at * step) + 0.5, text: b.text }));
  const breaks = breakMarks(marks, frame.width, 2, (height) => height + 8 + plot);
  const top = breaks.height + 8, x = (i) => left + (i + 0.5) * step, y = (v) => top + plot * (1 - v / scale.max);
  option.grid = { left, right, top, bottom: 30 };
  option.xAxis[0].data = years.map((s) => s.name);
  if (step < 42) option.xAxis[0].axisLabel.formatter = (name, i) => (i === 0 || i === years.length - 1 ? name : "");
  Object.assign(option.yAxis[0], { max: scale.max, interval: scale.step, splitLine: { show: true, lineStyle: { color: data.look.pale } } });
  option.yAxis[0].axisLabel.formatter = formatInt;
  const line = option.series[0];
  option.series = rows.map((r, i) => lineOf(cloneOf(line), r, i, years));
  const placed = spread(labels.map((l) => ({ ...l, at: y(l.v) })), top - 4, top + plot + 8);
  option.graphic = [...breaks.elements, ...placed.flatMap((l) => [
    ...(Math.abs(l.at - l.y) > 3 || l.last < years.length - 1 ? [lineAt([[x(l.last) + 7, l.at], [frame.width - right + 8, l.at], [frame.width - side - 4, l.y]], { stroke: data.look.unknown })] : []),
    pointAt(frame.width - side + 5, l.y - (l.height - 17) / 2, l.look),
    textAt(frame.width - side + 16, l.y, l.text, { verticalAlign: "middle" }),
  ])];
  return top + plot + 30;
}

// endLabel: the name of a level and its last figure, with the year where that is not the last.
function endLabel(r, i, years, width) {
  let last = r.cells.length - 1;
  while (r.cells[last].v === null) last--;
  const lines = wrapped(r.label + (last < years.length - 1 ? " (" + years[last].name + ")" : "") + ": " + r.cells[last].text, width);
  return { last, v: r.cells[last].v, text: lines.join("\n"), height: lines.length * 17, look: { ...pointOf(r, i), hollow: years[last].provisional } };
}

// pointOf is the sign of a level and its colour, on its line and before its name.
const pointOf = (r, i) => ({ point: points[(r.order ?? i) % points.length], colour: readable(r.colour) });

// pointAt is the sign of a level at a place of the picture.
function pointAt(x, y, { point, colour, hollow }) {
  const style = { fill: hollow ? "#ffffff" : colour, stroke: colour, lineWidth: 2 };
  const corners = { triangle: [[0, -5], [5, 4], [-5, 4]], diamond: [[0, -5], [5, 0], [0, 5], [-5, 0]] }[point];
  if (corners) return { type: "polygon", silent: true, shape: { points: corners.map(([dx, dy]) => [x + dx, y + dy]) }, style };
  if (point === "circle") return { type: "circle", silent: true, shape: { cx: x, cy: y, r: 4 }, style };
  return { type: "rect", silent: true, shape: { x: x - 4, y: y - 4, width: 8, height: 8, r: point === "roundRect" ? 2 : 0 }, style };
}

// spread moves labels apart as little as their order allows, within top and bottom.
function spread(labels, top, bottom) {
  const sorted = [...labels].sort((a, b) => a.at - b.at);
  let edge = top;
  for (const l of sorted) {
    l.y = Math.max(l.at, edge + l.height / 2);
    edge = l.y + l.height / 2 + 4;
  }
  edge = bottom;
  for (const l of [...sorted].reverse()) {
    l.y = Math.min(l.y, edge - l.height / 2);
    edge = l.y - l.height / 2 - 4;
  }
  return sorted;
}

// lineOf draws a level piece by piece: dotted and hollow where a year is provisional, nothing where one is not stated.
function lineOf(line, r, i, years) {
  const at = r.order ?? i, { point, colour } = pointOf(r, i);
  line.name = r.label;
  line.symbolSize = point === "triangle" || point === "diamond" ? 11 : 9;
  line.data = r.cells.map((c, y) => ({ value: c.v, row: i, symbol: years[y].provisional ? "empty" + point[0].toUpperCase() + point.slice(1) : point, itemStyle: { color: colour, borderColor: colour } }));
  const pieces = [];
  for (let y = 1; y < years.length; y++) {
    const [from, to] = [r.cells[y - 1].v, r.cells[y].v];
    if (from === null || to === null) continue;
    const type = years[y - 1].provisional || years[y].provisional ? dots : dashes[at % dashes.length];
    pieces.push([{ coord: [y - 1, from], lineStyle: { type, color: colour } }, { coord: [y, to] }]);
  }
  Object.assign(line.markLine, { z: 1, data: pieces }); // beneath the points: a hollow one stays hollow
  return line;
}

// fillMultiples: columns of the years for each form, in cells of a table, every cell on the scale of the largest.
function fillMultiples(option, panel, rows, frame) {
  const years = panel.chart.series, across = Math.max(1, Math.min(rows.length, 4, Math.floor((frame.width + 16) / (frame.phone ? 150 : 165))));
  const cell = (frame.width - 16 * (across - 1)) / across;
  const titles = rows.map((r) => wrapped(r.label, cell - 4, 4));
  const [xAxis, yAxis, series] = [option.xAxis[0], option.yAxis[0], option.series[0]];
  Object.assign(option, { grid: [], xAxis: [], yAxis: [], series: [], graphic: [] });
  const tallest = 64; // of the largest column; a line of small pictures is no higher than its own largest needs
  let top = 2;
  for (let from = 0; from < rows.length; from += across) {
    const line = rows.slice(from, from + across);
    const head = Math.max(...titles.slice(from, from + across).map((t) => t.length)) * 17 + 4;
    const most = panel.chart.most || 1, own = Math.max(...line.flatMap((r) => r.cells.map((c) => c.v ?? 0)));
    const plot = Math.max(16, (tallest * own) / most);
    line.forEach((r, k) => {
      const i = from + k, left = k * (cell + 16);
      option.graphic.push(textAt(left, top + head - 4 - titles[i].length * 17, titles[i].join("\n")));
      option.grid.push({ left, width: cell, top: top + head + 18, height: plot });
      option.xAxis.push({ ...cloneOf(xAxis), gridIndex: i, data: years.map((s) => s.name), axisLabel: { ...cloneOf(xAxis.axisLabel), formatter: (name, y) => (y === 0 || y === years.length - 1 ? name : "") } });
      option.yAxis.push({ ...cloneOf(yAxis), gridIndex: i, max: (most * plot) / tallest });
      option.series.push(smallOf(cloneOf(series), r, i, panel, { step: cell / years.length, high: (v) => ((v ?? 0) / most) * tallest }));
    });
    top += head + plot + 60;
  }
  return top - 12;
}

// smallOf: the chosen years solid, the others lighter; the last one with its figure, clear of a higher column beside it.
function smallOf(series, r, i, panel, { step, high }) {
  const last = r.cells.length - 1;
  const beside = last > 0 && textWidth(r.cells[last].text) * 1.1 > 2 * step - Math.min(26, step * 0.75);
  const lift = beside ? Math.max(0, high(r.cells[last - 1].v) - high(r.cells[last].v)) : 0;
  return {
    ...series, name: r.label, xAxisIndex: i, yAxisIndex: i, barMaxWidth: 26,
    data: r.cells.map((c, y) => ({
      ...itemOf(c.v, panel.chart.chosen[y] ? r.colour : lighter(r.colour), panel.chart.series[y].provisional), row: i,
      label: { show: y === last, formatter: c.text, offset: [0, -Math.round(lift)] },
    })),
    markPoint: r.cells[last].v === null ? { silent: true, symbolSize: 0, label: { show: true, formatter: "–", position: "top", color: data.look.quiet, fontSize: 14 }, data: [{ coord: [last, 0] }] } : undefined,
  };
}

// fillRank: bars with the median of each unit's cluster as a thin dark mark; the figure stands clear of both.
function fillRank(option, panel, rows, frame) {
  const names = namesWidth(frame), step = nameRows(option, rows, frame, 32);
  option.grid = { left: names + 10, right: 70, top: 4, bottom: 4 };
  const [bars, marks, figures] = option.series;
  const medians = panel.chart.series.length > 1;
  const median = (r) => (medians ? r.cells[1].v : null);
  bars.name = panel.chart.series[0].name;
  bars.barMaxWidth = 20;
  bars.data = rows.map((r, i) => ({ ...itemOf(r.cells[0].v, r.colour, panel.chart.series[0].provisional, r.dotted), row: i }));
  marks.symbolSize = [4, 28];
  marks.data = rows.flatMap((r, i) => (median(r) === null ? [] : [{ value: [median(r), i], row: i }]));
  if (panel.chart.most) option.xAxis[0].max = panel.chart.most; // a piece of a longer picture
  figures.symbolSize = 1;
  figures.silent = true;
  figures.data = rows.flatMap((r, i) => (r.cells[0].v === null ? [] : [{ value: [Math.max(r.cells[0].v, median(r) ?? 0), i], row: i, label: { formatter: r.cells[0].text } }]));
  return rows.length * step + 12;
}

// fillDots: one axis a measure; this unit filled, the others hollow, the median marked and named. Equal values stand one above
// the other.
function fillDots(option, panel, rows, frame) {
  const [xAxis, yAxis] = [option.xAxis[0], option.yAxis[0]];
  const [others, own] = option.series;
  Object.assign(option, { grid: [], xAxis: [], yAxis: [], series: [], graphic: [] });
  const left = 14, right = 20, width = frame.width - left - right;
  let top = 2;
  panel.chart.series.forEach((s, k) => {
    const stated = rows.map((r, i) => ({ r, i, v: r.cells[s.cell].v })).filter((d) => d.v !== null);
    const format = (v) => (s.format === "share" ? formatShare(v) : formatHalf(v));
    const scale = rangeOf(stated.map((d) => d.v), s.format === "count");
    const x = (v) => left + ((v - scale.min) / (scale.max - scale.min)) * width;
    const mine = stated.find((d) => d.r.own);
    const head = wrapped(s.name + (mine ? ": " + mine.r.cells[s.cell].text : "") + " – " + s.words, frame.width / 1.12);
    option.graphic.push(textAt(0, top, head.join("\n"), { bold: true }));
    const points = swarm(stated, (d) => x(d.v));
    const pile = 1 + Math.max(0, ...points.map((p) => p.value[1])), rise = 12, plot = 30 + (pile - 1) * rise;
    const y = top + head.length * 17 + 6 + (mine ? 18 : 0), floor = y + plot;
    option.grid.push({ left, width, top: y, height: plot });
    option.xAxis.push({ ...cloneOf(xAxis), gridIndex: k, min: scale.min, max: scale.max });
    option.yAxis.push({ ...cloneOf(yAxis), gridIndex: k, min: -14 / rise, max: pile - 1 + 16 / rise });
    if (mine) option.graphic.push(...named(panel.chart.unit, x(mine.v), y, floor, frame));
    const at = (one) => points.filter((p) => (rows[p.row].own ?? false) === one);
    option.series.push({ ...cloneOf(others), xAxisIndex: k, yAxisIndex: k, name: s.name, data: at(false) }, { ...cloneOf(own), xAxisIndex: k, yAxisIndex: k, name: panel.chart.unit, data: at(true) });
    const words = under(s, format, scale, x, floor, frame);
    option.graphic.push(...words.elements);
    top = floor + 28 + words.lines * 17;
  });
  return top;
}

// rangeOf is the span of an axis of dots: from nought, or, where all lie far from it, between round numbers around them.
function rangeOf(values, whole) {
  const [least, most] = [Math.min(...values), Math.max(0, ...values)];
  if (!values.length || least <= most / 2 || least === most) return { min: 0, max: upper(most, whole).max };
  const { step } = upper(most - least, whole);
  return { min: Math.floor(least / step + 1e-9) * step, max: Math.ceil(most / step - 1e-9) * step };
}

// swarm puts each dot as low as it finds room, this unit's first.
function swarm(dots, x) {
  const placed = [];
  for (const d of [...dots].sort((a, b) => (b.r.own ? 1 : 0) - (a.r.own ? 1 : 0) || a.v - b.v || a.i - b.i)) {
    let level = 0;
    while (placed.some((p) => p.level === level && Math.abs(p.x - x(d)) < (p.own ? 14 : 12))) level++;
    placed.push({ x: x(d), level, own: d.r.own, value: [d.v, level], row: d.i });
  }
  return placed.map(({ value, row }) => ({ value, row }));
}

// named writes the name of this unit over its dot.
function named(name, x, top, floor, frame) {
  const half = textWidth(name) / 2;
  return [lineAt([[x, top - 1], [x, floor - 22]], { stroke: data.look.accent }), textAt(Math.max(half, Math.min(frame.width - half, x)), top - 18, name, { align: "center", fill: data.look.accent })];
}

// under are the words below an axis: its ends, and the median with its mark; an end that the median would cover stands a line lower.
function under(s, format, scale, x, floor, frame) {
  const ends = [[scale.min, "left"], [scale.max, "right"]].map(([v, align]) => ({ x: x(v), align, text: s.format === "share" && Number.isInteger(Math.round(v * 1e6) / 1e4) ? formatInt(Math.round(v * 100)) + marks()[2] : format(v) }));
  const elements = [];
  let taken = [Infinity, -Infinity];
  if (s.median !== null) {
    const text = say("page.median_is", format(s.median)), half = textWidth(text) / 2;
    const middle = Math.max(half, Math.min(frame.width - half, x(s.median)));
    taken = [middle - half - 8, middle + half + 8];
    elements.push(lineAt([[x(s.median), floor - 30], [x(s.median), floor + 6]], { stroke: data.look.ink, width: 2, z: 1 }), textAt(middle, floor + 8, text, { align: "center" }));
  }
  let lines = 1;
  for (const e of ends) {
    const span = e.align === "left" ? [e.x, e.x + textWidth(e.text)] : [e.x - textWidth(e.text), e.x];
    const clear = span[1] < taken[0] || span[0] > taken[1];
    if (!clear) lines = 2;
    elements.push(textAt(e.x, floor + (clear ? 8 : 25), e.text, { align: e.align, fill: data.look.quiet }));
  }
  return { elements, lines };
}

Object.assign(fills, { waterfall: fillWaterfall, lines: fillLines, multiples: fillMultiples, rank: fillRank, dots: fillDots });
