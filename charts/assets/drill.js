// drill.js: the dialog that goes from a figure to its units, their returns and the cells, and back.
"use strict";

let places = null; // read when a return is first asked for
async function placesRead() {
  places ??= placesOf(await bytesOf("tdkt-places"));
  return places;
}

// The way taken in the dialog: {selection, measure, figure, opener, text, steps}; a step is {name, v, unit?, ret?, pressed?}.
let way = null;

// openFigure shows where the figure of a button comes from.
function openFigure(button) {
  const figure = button.dataset.figure ?? "";
  const drill = button.dataset.drill ? JSON.parse(button.dataset.drill) : drillOfFigure(figure);
  way = { figure, opener: button, text: button.textContent, steps: [] };
  if (drill) Object.assign(way, { measure: drill.measure, selection: new Selection(drill.filter) });
  figurePart("dialog").showModal();
  stepTo({ name: "units" });
}
const figurePart = (name) => document.getElementById(name === "dialog" ? "figure" : "figure-" + name);

function stepTo(step) {
  way.steps.push(step);
  showStep();
}

// stepBack goes to the step before; the row that led on has the focus again.
function stepBack() {
  way.steps.pop();
  showStep();
}

async function showStep() {
  const step = way.steps[way.steps.length - 1], shown = way;
  figurePart("back").hidden = way.steps.length < 2;
  figurePart("path").replaceChildren(...pathOf());
  showCommand();
  if (!way.selection) return fillStep(way.text, []);
  if (step.name === "units") return fillStep(...unitsStep(step));
  if (!places) fillStep(headingOf(step), [say("page.drill.opening")]);
  try {
    await placesRead();
  } catch (error) {
    return fillStep(headingOf(step), [say(data.texts[error.message] ? error.message : "page.drill.unreadable")]);
  }
  if (way === shown && way.steps[way.steps.length - 1] === step) fillStep(...(step.name === "returns" ? returnsStep(step) : cellsStep(step)));
}

// fillStep puts heading and content into the dialog, and the focus where the reader goes on.
function fillStep(heading, content) {
  const title = element("h3", { id: "figure-heading", tabindex: "-1" }, heading);
  const box = figurePart("step");
  box.replaceChildren(title, ...content.map((c) => (c instanceof Element ? c : element("p", {}, c))));
  box.scrollTop = 0;
  const pressed = way.steps[way.steps.length - 1].pressed;
  (box.querySelectorAll("button.drill")[pressed ?? -1] ?? title).focus();
}

// selectionAt is what the step asks the cubes.
const selectionAt = (step) => (step.unit === undefined ? way.selection : way.selection.at({ unit: step.unit }));
const headingOf = (step) => (step.ret === undefined ? data.units[step.unit].label : returnName(places.returns[step.ret])) + ": " + formatInt(step.v);
const returnName = (r) => [r.form, r.period, r.part].filter(Boolean).join(" · ");

// pathOf names what was passed on the way here.
function pathOf() {
  if (!way.selection) return [];
  const words = say("page.drill.measure." + way.measure) + " · " + settle({ ...state, filter: way.selection.filter }).words;
  const passed = way.steps.slice(1, -1).map((step) => headingOf(step));
  return [way.steps.length > 1 ? [words + ": " + way.text, ...passed].join(" › ") : words];
}

// showCommand writes the command that traces the figure of the step, where one does.
function showCommand() {
  const step = way.steps[way.steps.length - 1];
  const own = way.selection && step.unit !== undefined ? selectionAt(step).figure(way.measure) : "";
  const figure = own || way.figure;
  figurePart("trace").hidden = !figure;
  figurePart("command").value = figure && 'tdkt trace "' + figure + '"';
  figurePart("copied").textContent = "";
}

// drillTable lists rows {label, more, cells, open}: a click on the label goes on.
function drillTable(title, head, rows, foot) {
  const th = (r, i) => element("th", { scope: "row" }, r.open ? goOn(r, i) : r.label, ...(r.more ? [element("span", { class: "more" }, r.more)] : []));
  const td = (c) => element("td", { class: typeof c === "number" ? "number" : "" }, typeof c === "number" ? formatInt(c) : c);
  const goOn = (r, i) => {
    const button = element("button", { type: "button", class: "drill" }, r.label);
    button.addEventListener("click", () => {
      way.steps[way.steps.length - 1].pressed = i;
      stepTo(r.open);
    });
    return button;
  };
  return element("table", {}, element("caption", {}, title),
    element("thead", {}, element("tr", {}, ...head.map((h, i) => element("th", { scope: "col", class: i === head.length - 1 ? "number" : "" }, h)))),
    element("tbody", {}, ...rows.map((r, i) => element("tr", {}, th(r, i), ...r.cells.map(td)))),
    element("tfoot", {}, element("tr", {}, element("th", { scope: "row", colspan: String(head.length - 1) }, say("page.total")), td(foot))));
}
const sumOf = (rows) => rows.reduce((sum, r) => sum + r.v, 0);

function unitsStep() {
  const units = unitsOf(way.selection, way.measure);
  const rows = units.map(({ unit, v }) => ({ label: data.units[unit].label, cells: [v], open: data.own === undefined || data.own === unit ? { name: "returns", unit, v } : null }));
  return [way.text, [say("page.drill.units", formatInt(units.length)), drillTable(say("page.unit"), [say("page.unit"), say("page.awards")], rows, sumOf(units))]];
}

function returnsStep(step) {
  const returns = returnsOf(places, selectionAt(step), way.measure);
  const rows = returns.map(({ ret, v }) => {
    const r = places.returns[ret];
    const sender = r.unit === data.units[step.unit].label ? [] : [say("page.drill.sender", r.unit)];
    const more = [...sender, say("page.drill.file", r.file), ...(r.received ? [say("page.drill.received", formatDay(r.received))] : []), r.status].join(" · ");
    return { label: returnName(r), more, cells: [v], open: { name: "cells", unit: step.unit, ret, v } };
  });
  return [headingOf(step), [say("page.drill.returns", formatInt(returns.length)), drillTable(say("page.drill.return"), [say("page.drill.return"), say("page.awards")], rows, sumOf(returns))]];
}

function cellsStep(step) {
  const r = places.returns[step.ret];
  const words = [say("page.drill.file", r.file)];
  const groups = r.cells ? cellsOf(places, selectionAt(step), way.measure, step.ret) : [];
  if (!r.cells || sumOf(groups) !== step.v) return [headingOf(step), [...words, say(figurePart("trace").hidden ? "page.drill.no_cells" : "page.drill.no_cells_trace")]];
  if (!groups.length) return [headingOf(step), [...words, say("page.drill.none")]];
  const rows = groups.map((g) => ({
    label: g.sheet || say("page.drill.no_sheet"),
    cells: [g.column, rangesOf(g.rows) + (g.v < 0 ? " " + say("page.drill.less") : ""), g.v],
  }));
  const listed = groups.some((g) => g.list);
  const measure = way.selection.of(way.measure);
  if (listed) words.push(say(measure.includes("unknown") ? "page.drill.list_unknown" : "page.drill.list"));
  else if (groups.some((g) => g.v < 0) || measure.includes("unknown")) words.push(say("page.drill.tally_rest"));
  else words.push(say("page.drill.tally"));
  const head = [say("page.drill.sheet"), say("page.drill.column"), say("page.drill.rows"), say("page.awards")];
  return [headingOf(step), [...words, drillTable(say("page.drill.cells"), head, rows, step.v)]];
}

figurePart("back").addEventListener("click", stepBack);
figurePart("close").addEventListener("click", () => figurePart("dialog").close());
figurePart("copy").addEventListener("click", async () => {
  figurePart("command").select();
  try { await navigator.clipboard.writeText(figurePart("command").value); } catch { document.execCommand("copy"); }
  figurePart("copied").textContent = say("page.figure.copied");
});
figurePart("dialog").addEventListener("close", () => {
  if (figurePart("dialog").open) return; // opened anew before this was told
  way?.opener.focus();
  way = null;
  figurePart("step").replaceChildren();
});
window.addEventListener("hashchange", () => figurePart("dialog").close()); // the page behind it has moved on
