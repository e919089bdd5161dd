// page.js: the filters, the address, and what is shown of the state.
"use strict";

const state = { filter: { ...noFilter }, boundaries: "reported", reader: "leader", changeBy: "form", patterns: false };
const byId = (id) => document.getElementById(id);
const chosen = ["unit", "form", "level", "achievement", "cluster"]; // filters that are lists of positions
const membersOfFilter = (dim) => ({ unit: data.units, form: data.forms, level: data.levels, achievement: data.achievements, cluster: data.clusters })[dim];

// redraw shows the panels of the reader, and only those.
function redraw() {
  const focused = focusedPlace();
  settle(state);
  patterned = state.patterns;
  showFilters();
  const mark = completenessOf(state);
  byId("mark").textContent = mark.text;
  byId("mark").className = mark.look;
  const asks = state.reader === "unit" && state.unit === null; // whose page?
  byId("sentences").textContent = asks ? say("page.choose_unit") : sentences(state);
  byId("headlines").replaceChildren(...(asks ? [] : headlines(state).map(cardNode)));
  const reader = data.readers.find((r) => r.id === state.reader);
  for (const article of byId("panels").children) article.hidden = asks || !reader.panels.includes(article.dataset.panel);
  byId("panels").classList.add("drawn");
  orderPanels(reader.panels);
  askFor(asks ? [] : reader.panels);
  if (waiting.size) drawSeen(focused);
  layPanels();
  refocus(focused);
}

// leaveFirst takes away what the program drew of the view that the page opens with, where another is shown.
function leaveFirst() {
  for (const still of document.querySelectorAll(".still")) {
    still.parentElement.classList.add("later");
    still.remove();
  }
}

// orderPanels puts the panels in the order of the reader, so that keyboard and eye go the same way. What is moved loses the
// focus: those in order stay where they are.
function orderPanels(ids) {
  const shown = byId("panels"), now = [...shown.children].map((a) => a.dataset.panel).filter((id) => ids.includes(id));
  if (now.join() !== ids.join()) for (const id of ids) shown.append(shown.querySelector(`[data-panel="${id}"]`));
}

// showFilters brings the controls to the state.
function showFilters() {
  const f = state.filter;
  byId("year").value = f.from === null ? "" : String(f.from);
  byId("to").value = f.from === null || f.to === f.from ? "" : String(f.to);
  byId("to").disabled = f.from === null || f.from === 0;
  for (const option of byId("to").options) option.hidden = option.disabled = option.value !== "" && Number(option.value) <= f.from;
  byId("boundaries").value = state.boundaries;
  byId("kind").value = f.kind;
  offerUnits();
  for (const dim of chosen) byId(dim).value = f[dim].length === 1 ? membersOfFilter(dim)[f[dim][0]].code : "";
  const family = familyChosen();
  if (family) byId("form").value = "family:" + family.code;
  for (const button of document.querySelectorAll("[data-reader]")) button.setAttribute("aria-pressed", String(button.dataset.reader === state.reader));
  byId("patterns").setAttribute("aria-pressed", String(state.patterns));
  byId("chips").replaceChildren(...chipsOf());
}

// familyOf is the family all whose forms, and no others, are chosen.
const familyOf = (forms) => (forms.length < 2 ? undefined : data.families.find((g) => {
  const own = formsOf(g.code);
  return own.length === forms.length && own.every((i) => forms.includes(i));
}));
const familyChosen = () => familyOf(state.filter.form);
const formsOf = (family) => data.forms.flatMap((m, i) => (m.family === family ? [i] : []));

// chipsOf are the filters that are on, each with a way out of it.
function chipsOf() {
  const chip = (text, drop) => {
    const button = element("button", { type: "button", class: "chip", title: say("page.pick.drop") }, text + " ×");
    button.addEventListener("click", () => refilter(drop));
    return button;
  };
  const chips = [];
  const family = familyChosen();
  for (const dim of chosen) {
    if (dim === "unit" && data.own !== undefined) continue;
    if (dim === "form" && family) chips.push(chip(family.label, { form: [] }));
    else for (const i of state.filter[dim]) chips.push(chip(membersOfFilter(dim)[i].label, { [dim]: state.filter[dim].filter((x) => x !== i) }));
  }
  if (state.filter.kind) chips.push(chip(say("page.kind." + state.filter.kind), { kind: "" }));
  return chips;
}

// A click on a bar or on the name of a row takes its member into the filter, or out of it.
function isPicked({ dim, value }) {
  if (dim === "year") return state.filter.from === value && state.filter.to === value;
  return dim === "kind" ? state.filter.kind === value : state.filter[dim].includes(value);
}
function pick({ dim, value }) {
  const on = isPicked({ dim, value });
  if (dim === "year") refilter(on ? { from: null, to: null } : { from: value, to: value });
  else if (dim === "kind") refilter({ kind: on ? "" : value });
  else refilter({ [dim]: on ? state.filter[dim].filter((x) => x !== value) : [...state.filter[dim], value].sort((a, b) => a - b) });
}
const refilter = (changes) => { location.hash = addressOf({ ...state, filter: { ...state.filter, ...changes } }); };

// offerUnits hides the units that have no figures in the view.
function offerUnits() {
  const there = view && new Set(data.units.filter((_, u) => placed.there[u]).map((m) => m.code));
  for (const option of byId("unit").querySelectorAll("option")) option.hidden = option.disabled = there !== null && option.value !== "" && !there.has(option.value);
  for (const group of byId("unit").querySelectorAll("optgroup")) group.hidden = ![...group.children].some((o) => !o.hidden);
}

// cardNode is a card of headlines.js on the page.
function cardNode({ id, cell, lines, strip, spark, years }) {
  const piece = (part, cls) => element("span", { class: cls, style: "width:" + part + "%" });
  const node = (part) => (part.text !== undefined ? figureNode(part) : part.whole ? element("span", { class: "whole" }, ...part.whole.map(node)) : part);
  const look = (s) => [s.now ? "now" : "", s.open ? "open" : ""].join(" ").trim();
  return element("div", { class: "card", "data-card": id },
    element("h2", {}, say("page.card." + id)),
    element("p", { class: "big" + (state.provisional ? " provisional" : ""), "data-value": cell.v === null ? "" : String(cell.v) }, figureNode(cell)),
    ...lines.map((line) => element("p", {}, ...line.map(node))),
    ...(spark ? [element("p", {}, element("span", { class: "spark", "aria-hidden": "true" }, ...spark.map((s) => element("span", { class: look(s), style: "height:" + s.height + "px" })), element("small", {}, years)))] : []),
    ...(strip ? [element("div", { class: "strip", "aria-hidden": "true" }, piece(strip.yes, "yes"), piece(strip.unknown, "unknown"), piece(strip.no, "no"))] : []));
}

// The address after # holds the state, so that a view can be sent to somebody. Lists are codes with commas between.
function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const f = { ...noFilter, ...yearsAsked(asked.get("year")) };
  useBoundaries(asked.get("boundaries"));
  state.boundaries = view ? view.code : "reported";
  for (const dim of chosen) {
    const codes = (asked.get(dim) ?? "").split(",");
    f[dim] = membersOfFilter(dim).flatMap((m, i) => (codes.includes(m.code) ? [i] : []));
  }
  const families = (asked.get("family") ?? "").split(",");
  f.form = [...new Set([...f.form, ...data.families.filter((g) => families.includes(g.code)).flatMap((g) => formsOf(g.code))])].sort((a, b) => a - b);
  // a unit of another time is shown where its figures stand, and left out where they cannot be carried
  f.unit = [...new Set(f.unit.map((u) => (notCarried(data.units[placeOf(u)]) ? u : placeOf(u))))].filter((u) => placeOf(u) === u).sort((a, b) => a - b);
  f.kind = data.kinds.includes(asked.get("kind")) ? asked.get("kind") : "";
  if (data.own !== undefined) Object.assign(f, { unit: [data.own], cluster: [] }); // the page of one unit
  state.reader = data.own !== undefined ? "unit" : data.readers.some((r) => r.id === asked.get("reader")) ? asked.get("reader") : data.readers[0].id;
  state.changeBy = changeBy[asked.get("change")] ? asked.get("change") : "form";
  state.patterns = asked.get("patterns") === "1";
  state.filter = f;
  if (state.here || location.hash.length > 1) leaveFirst();
  redraw();
}

// yearsAsked reads "2025", "2021..2025", "all"; the newest year where it is none of these.
function yearsAsked(text) {
  if (text === "all") return { from: null, to: null };
  const [from, to = from] = (text ?? "").split("..").map((y) => (/^\d+$/.test(y) ? Number(y) : NaN));
  if (data.years.includes(from) && to >= from && (from > 0 || to === 0)) return { from, to };
  return { from: data.newest, to: data.newest };
}

function addressOf({ filter: f, boundaries, reader, changeBy, patterns }) {
  const asked = new URLSearchParams();
  if (reader !== data.readers[0].id) asked.set("reader", reader);
  asked.set("year", f.from === null ? "all" : f.to === f.from ? String(f.from) : f.from + ".." + f.to);
  const family = familyOf(f.form);
  if (family) asked.set("family", family.code);
  for (const dim of chosen) if (f[dim].length && !(dim === "form" && family)) asked.set(dim, f[dim].map((i) => membersOfFilter(dim)[i].code).join(","));
  if (f.kind) asked.set("kind", f.kind);
  if (boundaries !== "reported") asked.set("boundaries", boundaries);
  if (changeBy !== "form") asked.set("change", changeBy);
  if (patterns) asked.set("patterns", "1");
  return asked.toString().replaceAll("%2C", ",");
}

// writeAddress takes the state from the controls.
function writeAddress(event) {
  const { id, value } = event.target;
  if (id === "boundaries") location.hash = addressOf({ ...state, boundaries: value });
  else if (id === "year") refilter(value === "" ? { from: null, to: null } : { from: Number(value), to: Math.max(Number(value), spanEnd(Number(value))) });
  else if (id === "to") refilter({ to: value === "" ? state.filter.from : Number(value) });
  else if (id === "kind") refilter({ kind: value });
  else if (value.startsWith("family:")) refilter({ form: formsOf(value.slice(7)) });
  else refilter({ [id]: value === "" ? [] : [membersOfFilter(id).findIndex((m) => m.code === value)] });
}

// spanEnd keeps the end of a span where its beginning moves.
const spanEnd = (from) => (state.filter.from === state.filter.to || from === 0 ? from : state.filter.to);

// A click on the name of a row filters; one on a figure opens where it comes from.
document.addEventListener("click", (event) => {
  const way = event.target.closest?.("button[data-change]");
  if (way) {
    location.hash = addressOf({ ...state, changeBy: way.dataset.change });
    return;
  }
  const name = event.target.closest?.("button.pick");
  if (name) {
    const { dim, pick: value } = name.dataset;
    pick({ dim, value: dim === "kind" ? value : Number(value) });
    return;
  }
  const button = event.target.closest?.("button.figure");
  if (button) openFigure(button);
});

let resizing = 0;
let widthDrawn = document.documentElement.clientWidth;
window.addEventListener("resize", () => {
  cancelAnimationFrame(resizing);
  resizing = requestAnimationFrame(() => {
    if (document.documentElement.clientWidth === widthDrawn || document.documentElement.classList.contains("printing")) return;
    widthDrawn = document.documentElement.clientWidth;
    redraw();
  });
});

for (const id of ["year", "to", "boundaries", "kind", ...chosen]) byId(id).addEventListener("change", writeAddress);
byId("reset").addEventListener("click", () => refilter({ ...noFilter, from: data.newest, to: data.newest }));
byId("patterns").addEventListener("click", () => { location.hash = addressOf({ ...state, patterns: !state.patterns }); });
for (const article of byId("panels").children) {
  growing.observe(article);
  coming.observe(article);
}
for (const button of document.querySelectorAll("[data-reader]")) button.addEventListener("click", () => { location.hash = addressOf({ ...state, reader: button.dataset.reader }); });
// start unpacks the figures and shows them.
async function start() {
  useData(JSON.parse(await textOf("tdkt-data")), cubesOf(await bytesOf("tdkt-cubes")));
  readAddress();
  document.documentElement.classList.remove("asked");
  requestAnimationFrame(() => setTimeout(() => performance.mark("answers")));
  whenDrawn = () => { window.tdkt.ready = true; };
  if (!waiting.size) whenDrawn();
}

// What stands on the page, read back from the charts and tables themselves.
window.tdkt = {
  ready: false,
  panel(id) {
    drawRest();
    const option = drawnCharts.get(id)?.getOption();
    const axis = option && (option.yAxis[0].data ?? option.xAxis[0].data);
    const article = document.querySelector(`[data-panel="${id}"]`);
    return {
      categories: axis ?? [],
      series: option ? option.series.filter((s) => s.data?.length).map((s) => ({ name: s.name, values: s.data.map((d) => d.value) })) : [],
      table: [...article.querySelectorAll("tbody tr")].map((tr) => ({
        label: tr.querySelector("th").textContent,
        values: [...tr.querySelectorAll("td")].map((td) => td.dataset.value ?? ""),
        figures: [...tr.querySelectorAll("td")].map((td) => td.querySelector("button")?.dataset.figure ?? ""),
      })),
    };
  },
};
window.addEventListener("hashchange", readAddress);
start().catch(tellFault);
