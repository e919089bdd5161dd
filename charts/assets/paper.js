// paper.js: the page on paper. The charts give way to drawings at its width, one for sheets that stand and one for sheets that
// lie, cut between rows where they are longer than a sheet.
"use strict";

const SHEETS = { standing: { width: 700, height: 880 }, lying: { width: 1020, height: 540 } }; // pixels of A4 within its margins, less a heading
const PIECE = 200; // pixels: bars have no head, so short pieces of them look like one picture and fill the sheets

// cutPanel is a panel in pieces that fit a sheet each, all on the scale of the whole; heads stand over every piece.
function cutPanel(panel, frame, sheet) {
  const rows = drawnRows(panel), { kind } = panel.chart;
  const most = ["bars", "shares", "rank"].includes(kind) ? PIECE : ["heat", "calendar"].includes(kind) ? sheet : Infinity;
  if (most === Infinity || optionOf(panel, frame).height <= most) return [panel];
  const largest = Math.max(0, ...panel.chart.series.flatMap((s) => rows.map((r) => r.cells[s.cell].v ?? 0)));
  const all = panel.chart.all && [...panel.chart.all, rows.length];
  const piece = (part) => ({ ...panel, rows: part, chart: { ...panel.chart, drawn: part.length, most: largest, all } });
  const pieces = (each) => Array.from({ length: Math.ceil(rows.length / each) }, (_, i) => piece(rows.slice(i * each, (i + 1) * each)));
  let each = rows.length - 1;
  while (each > 3 && pieces(each).some((p) => optionOf(p, frame).height > most)) each--;
  return pieces(each);
}

// cutTables puts narrower tables in the place of one with more columns than a sheet holds: each has the names of the rows.
function cutTables() {
  for (const table of document.querySelectorAll("article:not([hidden]) table.many")) {
    const { together = 1 } = shownPanels.get(table.closest("article").dataset.panel).chart; // columns that tell of one thing
    const columns = table.tHead.rows[0].cells.length - 1, most = table.querySelector("td.word") ? 6 : 8, parts = Math.ceil(columns / most), each = Math.ceil(columns / parts / together) * together;
    for (let part = 0; part < parts; part++) {
      const copy = table.cloneNode(true);
      for (const row of copy.rows) [...row.cells].forEach((cell, i) => { if (i && (i <= part * each || i > (part + 1) * each)) cell.remove(); });
      table.before(element("div", { class: "paper cut" }, copy));
    }
  }
}

// paperOf is the picture of a panel for sheets of a kind: nodes, one a piece.
function paperOf(panel, kind) {
  const { width, height } = SHEETS[kind];
  return cutPanel(panel, { width, phone: false, printing: true }, height).map((piece) => {
    const drawn = chartText(piece, width);
    const file = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${drawn.height}" viewBox="0 0 ${width} ${drawn.height}" font-size="14">${drawn.group}</svg>`, "image/svg+xml");
    for (const style of file.querySelectorAll("style")) style.remove(); // looks under a pointer
    if (["bars", "shares", "rank"].includes(panel.chart.kind)) file.documentElement.setAttribute("class", "run");
    return document.importNode(file.documentElement, true);
  });
}

// paperFoot stands at the foot of every sheet: the page, the filters, the build; and the number of the sheet.
function paperFoot() {
  const quoted = (text) => '"' + text.replace(/["\\\n]/g, (c) => "\\" + c.codePointAt(0).toString(16) + " ") + '"';
  const words = [document.querySelector("h1").textContent, state.words, document.querySelector("footer .build")?.textContent].filter(Boolean).join(" · ");
  return `@page { @bottom-left { content: ${quoted(words)}; } @bottom-right { content: counter(page) "/" counter(pages); } }`;
}

let shut = [];
function beforePrint() {
  drawRest();
  document.documentElement.classList.add("printing");
  shut = [...document.querySelectorAll("details:not([open])")];
  for (const d of shut) d.open = true;
  layPanels();
  byId("paper-filters").textContent = document.querySelector("nav [aria-pressed=true]").textContent.trim() + " · " + state.words;
  for (const id of data.readers.find((r) => r.id === state.reader).panels) {
    const box = document.querySelector(`[data-panel="${id}"] .chart`), panel = shownPanels.get(id);
    if (!box || !panel || isEmpty(panel)) continue;
    for (const kind of Object.keys(SHEETS)) box.before(element("div", { class: "paper " + kind, "aria-hidden": "true" }, ...paperOf(panel, kind)));
  }
  cutTables();
  document.head.append(element("style", { id: "paper-foot" }, paperFoot()));
}
function afterPrint() {
  document.documentElement.classList.remove("printing");
  for (const d of shut) d.open = false;
  for (const node of document.querySelectorAll(".paper, #paper-foot")) node.remove();
  layPanels();
}
window.addEventListener("beforeprint", beforePrint);
window.addEventListener("afterprint", afterPrint);
