// draw.js: a panel onto the page: words, table twin, chart. Text goes in as text, never as markup.
"use strict";

const drawnCharts = new Map(); // panel id -> echarts instance
const shownPanels = new Map(); // panel id -> the panel as it is drawn
const takers = new Map(); // panel id -> what offers its files
const printing = () => document.documentElement.classList.contains("printing");
const phone = () => document.documentElement.clientWidth < 600 && !printing();

// element makes a node from attributes and children; children are nodes or text.
function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== "" && value !== false) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// figureNode is the text of a figure; one that can be followed to where it comes from is a button.
function figureNode(cell) {
  if (!cell.figure && !cell.drill) return cell.text;
  const drill = cell.drill ? JSON.stringify(cell.drill, (_, v) => (v === null || v === "" || (Array.isArray(v) && !v.length) ? undefined : v)) : "";
  return element("button", { type: "button", class: "figure", "data-figure": cell.figure, "data-drill": drill, "aria-haspopup": "dialog", title: say("page.figure.open") }, cell.text);
}

// pickNode is the name of a row; where a click on it filters the page, a button that does so.
function pickNode(row) {
  if (!row.pick) return row.label;
  const pressed = isPicked(row.pick);
  return element("button", { type: "button", class: "pick", "data-dim": row.pick.dim, "data-pick": String(row.pick.value), "aria-pressed": String(pressed), title: say(pressed ? "page.pick.drop" : "page.pick.take") }, row.label);
}

function tableOf(panel, title) {
  const row = (tag, r) => element(tag, { class: tag === "tr" && r.foot ? "foot" : "" },
    element("th", { scope: "row" }, ...(r.swatch ? [element("span", { class: "swatch " + patternName(panel.rows.indexOf(r), r.colour), style: "background-color:" + r.colour })] : []), pickNode(r)),
    ...r.cells.map((c) => element("td", { class: [c.isText ? "word" : "number", c.mark ?? ""].join(" ").trim(), "data-value": c.v === null ? "" : String(c.v) }, figureNode(c))));
  const head = element("tr", {}, ...panel.head.map((h, i) => element("th", { scope: "col", class: i && !panel.rows[0]?.cells[i - 1]?.isText ? "number" : "" }, h)));
  const foot = panel.foot ? [element("tfoot", {}, row("tr", { ...panel.foot, foot: true }))] : [];
  return element("table", { class: [panel.rows.length < 12 ? "short" : "", panel.head.length > 9 ? "many" : ""].join(" ").trim() }, element("caption", {}, title), element("thead", {}, head), element("tbody", {}, ...panel.rows.map((r) => row("tr", r))), ...foot);
}

// drawPanels fills the articles of panels: first all words, which give the page its widths, then the charts, so that the
// browser lays the page out once.
function drawPanels(panels, state) {
  for (const panel of panels) showWords(panel, state);
  const charts = panels.filter((p) => p.chart && !chartBox(p).hidden);
  const times = onProjector.matches ? 1.25 : 1;
  const frames = charts.map((p) => ({ width: Math.floor(chartBox(p).clientWidth / times), times, phone: phone(), printing: printing() }));
  charts.forEach((p, i) => drawChart(p, frames[i]));
}
const articleOf = (id) => document.querySelector(`[data-panel="${id}"]`);
const chartBox = (panel) => articleOf(panel.id).querySelector(".chart");

// showWords are the words and the table twin of a panel, and whether it has a chart.
function showWords(panel, state) {
  shownPanels.set(panel.id, panel);
  const article = articleOf(panel.id);
  article.querySelector(".still")?.remove();
  article.classList.add("told");
  const heading = article.querySelector("h2");
  const title = panel.title || heading.dataset.title;
  const words = ofReturns.has(panel.id) ? state.dutyWords : state.words;
  heading.textContent = title;
  article.querySelector(".lead").textContent = panel.lead || (panel.chart && !panel.rows.length ? say("page.nothing") : "");
  article.querySelector(".note").textContent = panel.note;
  article.querySelector(".scope").textContent = words;
  article.querySelector(".table").replaceChildren(panel.rows.length ? tableOf(panel, title + " – " + words) : panel.chart ? say("page.nothing") : "");
  article.querySelector(".key")?.replaceChildren(...(panel.rows.length ? keyOf(panel) : []));
  drawWays(panel, article);
  if (panel.chart) {
    article.querySelector("details").hidden = !panel.rows.length;
    roomForChart(panel, article, title);
  }
  if (!takers.has(panel.id)) takers.set(panel.id, takeButtons(article, () => ({ panel: shownPanels.get(panel.id), state })));
  takers.get(panel.id)();
}

// drawWays are the buttons of a panel that can be cut in several ways.
function drawWays(panel, article) {
  if (!panel.ways) return;
  const focused = document.activeElement?.dataset?.change;
  const group = article.querySelector(".ways") ?? article.insertBefore(element("p", { class: "ways", role: "group", "aria-label": panel.ways.label }), article.querySelector(".lead"));
  group.replaceChildren(...panel.ways.of.map((w) => element("button", { type: "button", "data-change": w.id, "aria-pressed": String(w.on) }, w.text)));
  if (focused) group.querySelector(`[data-change="${focused}"]`)?.focus();
}

// keyOf are the keys of a picture as nodes.
function keyOf(panel) {
  const swatch = (k) => element("span", { class: ["swatch", k.hatched ? "hatched" : k.part === undefined ? "" : patternName(k.part, k.colour), k.mark ? "mark-" + k.mark : ""].filter(Boolean).join(" "), style: (k.mark ? "color:" : "background-color:") + k.colour });
  return looksOf(panel, phone()).map((k) => element("span", { class: "keyed" + (k.paper ? " on-paper" : "") }, swatch(k), k.text));
}

// roomForChart shows or hides the place of a chart.
function roomForChart(panel, article, title) {
  const box = article.querySelector(".chart"), bare = phone() && panel.chart.hiddenOnPhone === true;
  if (bare) article.querySelector("details").open = true; // the table is all there is
  box.hidden = bare || isEmpty(panel);
  box.setAttribute("aria-label", title + ". " + panel.lead);
  if (!box.hidden) return;
  drawnCharts.get(panel.id)?.dispose();
  drawnCharts.delete(panel.id);
}

// onProjector tells a wide screen looked at from afar, as page.css does: names and figures of a picture grow like the words around it.
const onProjector = matchMedia("screen and (min-width: 1800px)");

// drawChart draws in lines, not in dots: that is faster, and sharp at any size of the page.
function drawChart(panel, frame) {
  const box = chartBox(panel), { option, height } = optionOf(panel, frame);
  option.tooltip.formatter = (params) => tooltipOf(panel, drawnRows(panel), params);
  const pane = box.firstElementChild ?? box.appendChild(element("div")); // a pointer over what is scaled is told in its own pixels
  pane.style.cssText += `;width:${frame.width}px;height:${height}px;transform:scale(${frame.times})`;
  box.style.height = height * frame.times + "px";
  let chart = drawnCharts.get(panel.id);
  if (chart) {
    chart.setOption(option, { notMerge: true, lazyUpdate: true });
    chart.resize({ width: frame.width, height }); // draws what was set
    return;
  }
  chart = echarts.init(pane, null, { renderer: "svg", width: frame.width, height });
  drawnCharts.set(panel.id, chart);
  chart.on("click", (event) => {
    const row = shownPanels.get(panel.id)?.rows[event.data?.row ?? event.dataIndex];
    if (row?.pick && event.componentType === "series") pick(row.pick);
  });
  chart.setOption(option, { notMerge: true });
}

// tooltipOf lists the whole row of the table; built as nodes, so that names stay text.
function tooltipOf(panel, rows, params) {
  const p = Array.isArray(params) ? params[0] : params;
  const r = panel.chart.kind === "stack" ? rows[p.seriesIndex] : rows[p.data?.row ?? p.dataIndex];
  if (!r) return "";
  return element("div", { class: "tip" }, element("strong", {}, r.label),
    ...r.cells.map((c, i) => element("div", {}, panel.head[i + 1] + ": " + c.text)));
}
