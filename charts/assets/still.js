// still.js: a panel as a picture that stands alone: SVG as text, with its words and its key. Nothing here touches
// the page, and no font is measured, so that every machine draws the same.
"use strict";

// Widths of letters in thousandths of their size, as in Arial and the faces made to its measure.
const letterWidths = new Map(Object.entries({
  191: "'", 222: "ijl", 260: "|", 278: " \u00a0!,./:;I[\\]ft·", 333: "()-r`", 334: "{}", 355: '"', 389: "*", 469: "^", 500: "Jckvxsyz",
  556: "#$0123456789?L_abdeghnopqu–", 584: "+<=>~−", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm", 889: "%", 944: "W", 1015: "@",
}).flatMap(([width, letters]) => [...letters].map((l) => [l, Number(width)])));
letterWidths.set("đ", 556).set("Đ", 722).set("\u031b", 60); // the horn of ơ and ư is the one mark that needs room

// widthOf is the width of a text in pixels; marks over and under a letter take no room.
function widthOf(text, size, bold = false) {
  let sum = 0;
  for (const letter of text.normalize("NFD")) {
    const code = letter.codePointAt(0);
    sum += letterWidths.get(letter) ?? (code >= 0x300 && code < 0x370 ? 0 : 1000);
  }
  return (sum * size * (bold ? 1.06 : 1)) / 1000;
}

// linesOf breaks a text at its spaces into lines of a width.
function linesOf(text, size, bold, width) {
  const lines = [];
  for (const piece of wordsOf(text, (pair) => widthOf(pair, size, bold) <= width)) {
    const longer = lines.length ? lines[lines.length - 1] + " " + piece : piece;
    if (lines.length && widthOf(longer, size, bold) <= width) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  return lines;
}

// xmlText is a text as content of an element; what XML has no place for is shown as a gap in the letters.
const xmlText = (text) => String(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/gu, (c) => (c.codePointAt(0) > 0xffff ? c : "\ufffd"))
  .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

// isEmpty tells a panel that has no figure to draw.
const isEmpty = (panel) => !panel.chart || !drawnRows(panel).some((r) => r.cells.some((c) => typeof c.v === "number"));

// looksOf names the looks of what is drawn: { colour, hatched, text, mark, part, paper }. mark is the shape of what is not an area
// (keyMarks), part the place of a part of a bar, paper a key that the page leaves to its table. Where each row has its own hue the
// key is grey: dark for this year, light for the year before. A kind of its own may bring its keys.
function looksOf(panel, lying = false) {
  const { chart, rows } = panel;
  if (isEmpty(panel)) return [];
  if (chart.keys) return chart.keys;
  if (chart.kind === "stack") {
    const parts = rows.filter((r) => r.cells[0].v !== null && r.cells[0].v !== 0);
    return [...parts.map((r) => ({ colour: r.colour, text: r.label + ": " + r.cells[0].text, paper: true })), ...hatchedKey(chart.provisional)];
  }
  const known = rows.filter((r) => r.colour !== data.look.unknown);
  const hue = new Set(known.map((r) => r.colour)).size > 1 && chart.kind === "bars" ? data.look.quiet : data.look.accent;
  const series = drawnSeries(panel);
  const keys = series.flatMap((s, i) => (series.length > 1 || s.provisional ? [{
    colour: s.colour ?? (s.before ? lighter(hue) : hue), hatched: Boolean(s.provisional), mark: s.median ? "line" : "", part: chart.kind === "shares" ? i : undefined,
    text: s.name + (s.provisional ? " (" + say("page.provisional") + ")" : ""),
  }] : []));
  return [...keys, ...(rows.some((r) => r.provisional) ? (chart.kind === "line" && !lying ? dottedKey(true) : hatchedKey(true)) : [])];
}

// keyMarks are the shapes of keys in a box of 14 by 12 pixels; dotted is a box of 28.
const keyMarks = {
  line: (x, y, colour) => `<rect x="${x + 5}" y="${y - 2}" width="4" height="16" fill="${colour}"/>`,
  dot: (x, y, colour) => `<circle cx="${x + 7}" cy="${y + 6}" r="6" fill="${colour}"/>`,
  ring: (x, y, colour) => `<circle cx="${x + 7}" cy="${y + 6}" r="5" fill="#ffffff" stroke="${colour}" stroke-width="2"/>`,
  dotted: (x, y, colour) => `<path d="M${x} ${y + 6}h28" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dots}"/><circle cx="${x + 14}" cy="${y + 6}" r="4" fill="#ffffff" stroke="${colour}" stroke-width="2"/>`,
};
const keyWidth = (key) => (key.mark === "dotted" ? 28 : 14);

const STILL = { size: 14, line: 20, titleSize: 18, titleLine: 25, margin: 16 }; // pixels
const WIDEST_FACE = 1.18; // the widest face of the offices (DejaVu Sans) against the widths above: no text may run into the next

// textLines writes a text from the height y on and gives the height after it.
function textLines(out, text, x, y, width, { colour, bold = false, size = STILL.size, line = STILL.line }) {
  for (const words of text ? linesOf(text, size, bold, width / WIDEST_FACE) : []) {
    out.push(`<text x="${x}" y="${y + Math.round(line * 0.75)}"${size === STILL.size ? "" : ` font-size="${size}"`}${bold ? ' font-weight="bold"' : ""} fill="${colour}">${xmlText(words)}</text>`);
    y += line;
  }
  return y;
}

// keyLines writes the swatches and their names in rows; a name longer than a row goes on beneath itself.
function keyLines(out, keys, left, y, width) {
  if (!keys.length) return y;
  let x = left;
  for (const key of keys) {
    const lead = keyWidth(key) + 6;
    const lines = linesOf(key.text, STILL.size, false, (width - lead) / WIDEST_FACE);
    const takes = lead + Math.max(...lines.map((l) => widthOf(l, STILL.size))) * WIDEST_FACE;
    if (x > left && x + takes > left + width) [x, y] = [left, y + STILL.line];
    const box = `x="${x.toFixed(1)}" y="${y + 4}" width="14" height="12"`;
    out.push(key.mark ? keyMarks[key.mark](Math.round(x), y + 4, key.colour) : `<rect ${box} fill="${key.colour}"/>`);
    if (key.hatched) out.push(`<rect ${box} fill="url(#hatch-key)"/>`);
    lines.forEach((line, i) => out.push(`<text x="${(x + lead).toFixed(1)}" y="${y + 15 + i * STILL.line}" fill="${data.look.ink}">${xmlText(line)}</text>`));
    x += takes + 16;
    if (lines.length > 1) [x, y] = [left + width, y + (lines.length - 1) * STILL.line];
  }
  return y + STILL.line + 4;
}

// hatchKey is the pattern of the swatches: the decal of the bars.
function hatchKey() {
  const { color, dashArrayY: [bar, gap], rotation } = data.look.hatch;
  const [red, green, blue, opacity] = color.match(/[\d.]+/g); // rgba(…), which SVG 1.1 does not know
  return `<defs><pattern id="hatch-key" width="1" height="${bar + gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(${Math.round((rotation * 180) / Math.PI)})">`
    + `<rect width="1" height="${bar}" fill="rgb(${red},${green},${blue})" fill-opacity="${opacity}"/></pattern></defs>`;
}

// fontNames are the faces of the page, in quotes that can stand in an attribute: echarts writes them unescaped.
const fontNames = () => data.look.font.replace(/"/g, "'");

// chartText is the chart alone as a group, drawn at a width, and its height.
function chartText(panel, width) {
  const { option, height } = optionOf(panel, { width, phone: false, printing: true });
  option.textStyle = { ...option.textStyle, fontFamily: fontNames() };
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({ ...option, animation: false, tooltip: { show: false } });
  const text = chart.renderToSVGString();
  chart.dispose();
  return { group: text.replace(/^<svg[^>]*>/, "").replace(/<\/svg>\s*$/, ""), height };
}

// stillOf is the panel as SVG. words { title, sub, note, source } stand around the chart, on white ground; without
// them (for a page that has them) only the key does. describe is { title, desc } for those who do not see it. chart is what
// chartText gives of it.
function stillOf(panel, width, describe, words = null, { group, height } = chartText(panel, width)) {
  const margin = words ? STILL.margin : 0;
  const out = [];
  let y = margin;
  if (words) {
    y = textLines(out, words.title, margin, y, width, { colour: data.look.ink, bold: true, size: STILL.titleSize, line: STILL.titleLine });
    y = textLines(out, words.sub, margin, y, width, { colour: data.look.quiet });
    y = textLines(out, panel.lead, margin, y, width, { colour: data.look.ink }) + 6;
  }
  y = keyLines(out, looksOf(panel), margin, y, width);
  out.push(`<g transform="translate(${margin} ${y})">${group}</g>`);
  y += height;
  if (words) {
    y = textLines(out, words.note, margin, y + 8, width, { colour: data.look.quiet });
    y = textLines(out, words.source, margin, y, width, { colour: data.look.quiet }) + margin;
  }
  const [w, h, id] = [width + 2 * margin, Math.ceil(y), "still-" + panel.id];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" aria-labelledby="${id}-title ${id}-desc" font-family="${xmlText(fontNames())}" font-size="${STILL.size}">`
    + `<title id="${id}-title">${xmlText(describe.title)}</title><desc id="${id}-desc">${xmlText(describe.desc)}</desc>`
    + (out.some((o) => o.includes("#hatch-key")) ? hatchKey() : "") + (words ? `<rect width="${w}" height="${h}" fill="#ffffff"/>` : "") + out.join("") + "</svg>";
}

// measureByTable lets echarts take the widths above where it has no canvas; 国 is what it takes the height of a line from.
function measureByTable() {
  echarts.setPlatformAPI({
    measureText: (text, font = "12px") => ({ width: widthOf(text ?? "", Number(/([\d.]+)px/.exec(font)?.[1] ?? 12), /\b(bold|[6-9]00)\b/.test(font)) }),
  });
}

// stillAndTable is all that a reader without script sees of a panel, and its picture with the words around it.
function stillAndTable(panel, width, words, state) {
  const scope = ofReturns.has(panel.id) ? state.dutyWords : state.words;
  const sub = (words.sub + " " + scope).trim(), title = panel.title || words.title;
  const describe = { title: title + " – " + scope, desc: [panel.lead || sub, panel.note].filter(Boolean).join(" ") };
  const chart = isEmpty(panel) ? null : chartText(panel, width);
  const row = (r) => ({ label: r.label, swatch: r.swatch ? r.colour : "", cells: r.cells.map((c) => ({ text: c.text, isText: Boolean(c.isText) })) });
  return {
    alone: chart ? stillOf(panel, width, describe, { ...words, title, sub, note: panel.note }, chart) : "",
    plain: chart ? stillOf(panel, width, describe, null, chart) : "",
    title: panel.title ?? "", scope, lead: panel.lead, note: panel.note, head: panel.head, rows: panel.rows.map(row), foot: panel.foot ? row(panel.foot) : null,
  };
}

// headOf is what stands over the panels, in texts.
function headOf(state) {
  const text = (part) => part.text ?? part.whole?.map(text).join("") ?? part;
  const cards = headlines(state).map(({ id, cell, lines, strip, spark, years = "" }) => ({
    title: say("page.card." + id), big: cell.text, lines: lines.map((line) => line.map(text).join("")), strip: strip ?? undefined, spark: spark ?? [], years,
  }));
  return { sentences: sentences(state), mark: completenessOf(state), cards, provisional: state.provisional };
}
