// page.js: the filters, the headline figures and sentences, what a figure is, print and the address.
"use strict";

const state = { year: null, unit: null, boundaries: "reported" };
const panelMakers = [formPanel, levelPanel, yearPanel, peoplePanel, classPanel, unitPanel, achievementPanel, kindPanel, clusterPanel, overduePanel, returnsPanel, findingsPanel];
const byId = (id) => document.getElementById(id);

// settle derives what several panels need from the year and the unit.
function settle() {
  state.hasBefore = state.year !== null && state.year > 0 && data.years.includes(state.year - 1);
  state.provisional = provisional(state.year, state.unit);
  state.place = state.unit === null ? say("page.whole_province") : data.units[state.unit].label;
  state.words = [state.place, yearName(state.year), ...(view ? [view.label] : [])].join(" · ");
}

// offerUnits hides the units that have no figures in the view.
function offerUnits() {
  const there = view && new Set([...data.award, ...data.beneficiary].map((r) => data.units[r[UNIT]].code));
  for (const option of byId("unit").querySelectorAll("option")) option.hidden = option.disabled = there !== null && option.value !== "" && !there.has(option.value);
  for (const group of byId("unit").querySelectorAll("optgroup")) group.hidden = ![...group.children].some((o) => !o.hidden);
}

function redraw() {
  settle();
  byId("year").value = state.year === null ? "" : String(state.year);
  byId("boundaries").value = state.boundaries;
  offerUnits();
  byId("unit").value = state.unit === null ? "" : data.units[state.unit].code;
  const owed = duty(state.year, state.unit);
  byId("mark").textContent = !owed ? say(state.provisional ? "page.duty_unknown_open" : "page.duty_unknown") : say(owed.provisional ? "page.mark_provisional" : "page.mark_complete", String(owed.complete), String(owed.expected));
  byId("mark").className = !owed && !state.provisional ? "unknown" : state.provisional ? "provisional" : "complete";
  byId("sentences").textContent = [sentences(owed), ...(view ? [say("page.note.restated", view.label)] : [])].join(" ");
  byId("headlines").replaceChildren(...headlines());
  for (const make of panelMakers) drawPanel(make(state), state);
}

const awardsOf = (year) => total(slice(data.award, year, state.unit), AWARDS);

function inYear() {
  if (state.year !== null) return state.year === 0 ? yearName(0) : say("page.in_year", String(state.year));
  const known = data.years.filter((y) => y > 0);
  if (!known.length) return yearName(null);
  const years = say("page.in_years", String(known[0]), String(known[known.length - 1]));
  const without = awardsOf(0); // awards whose year nobody told are in the sum: say so
  return without ? say("page.in_years_and_unknown", years, formatInt(without)) : years;
}

// sentences: what happened, and what to mind; made from the figures.
function sentences(owed) {
  const now = awardsOf(state.year);
  const place = state.unit === null ? say("page.in_whole_province") : state.place;
  if (now === null) return say("page.sentence.nothing", inYear(), place);
  const before = state.hasBefore ? awardsOf(state.year - 1) : null;
  const moved = before ? (now - before) / before : null;
  const how = moved === null ? "" : moved === 0 ? say("page.sentence.same", String(state.year - 1))
    : say(moved > 0 ? "page.sentence.up" : "page.sentence.down", formatShare(Math.abs(moved)), String(state.year - 1));
  const first = say("page.sentence.total", inYear(), place, formatInt(now), how);
  const sums = people(state.year, state.unit);
  const unclear = share(sums.class_unknown_count, sums.individual_count);
  const worker = share(sums.direct_worker_count, sums.individual_count);
  let second = "";
  if (owed && owed.complete < owed.expected) second = say("page.sentence.provisional", String(owed.expected - owed.complete), String(owed.expected));
  else if (state.provisional) second = say("page.sentence.open");
  else if (unclear !== null && unclear > 0.1) second = say("page.sentence.unclear", formatShare(unclear));
  else if (worker !== null) second = say("page.sentence.workers", formatShare(worker));
  return second ? first + " " + second : first;
}

// headlines: each ratio with its denominator and its unknown share.
function headlines() {
  const now = awardsOf(state.year);
  const before = state.hasBefore ? awardsOf(state.year - 1) : null;
  const moved = share(minus(now, before), before);
  const national = nationalOf(state.year), nationalBefore = state.hasBefore ? nationalOf(state.year - 1) : null;
  const where = scope(state.year, state.unit);
  const against = (text) => say("page.against", text, String(state.year - 1));
  const cards = [
    card("total", count(now, figureID("award_count", where)), [moved === null ? "" : against(signed(moved * 100, formatDecimal) + percentSign), sparkOf()]),
    card("national", count(national, figureID("award_count", { ...where, level_code: "nha_nuoc" })), [
      nationalBefore === null || national === null ? "" : against(signed(national - nationalBefore, formatInt)),
      national === null ? "" : say("page.of_total", formatShare(share(national, now)), formatInt(now))]),
  ];
  const sums = people(state.year, state.unit);
  const earlier = state.hasBefore ? people(state.year - 1, state.unit) : null;
  for (const t of traits) cards.push(shareCard(t, sums, earlier, where, against));
  return cards;
}

function nationalOf(year) {
  const level = data.levels.findIndex((l) => l.code === "nha_nuoc");
  return total(slice(data.award, year, state.unit).filter((r) => r[LEVEL] === level), AWARDS);
}

function shareCard(t, sums, earlier, where, against) {
  const s = yesUnknownNo(sums, t.yes, t.unknown);
  const value = share(s.yes, s.whole);
  const e = earlier && yesUnknownNo(earlier, t.yes, t.unknown);
  const moved = minus(value, e && share(e.yes, e.whole));
  const line = element("span", {}, figureNode(count(s.yes, figureID(t.yes, where))), " / ", figureNode(count(s.whole, figureID("individual_count", where))), " " + say("page.individual_awards"));
  const unknown = element("span", {}, say("page.unknown") + " " + formatShare(share(s.unknown, s.whole)) + " (", figureNode(count(s.unknown, figureID(t.unknown, where))), ")");
  return card(t.id, part(value), [line, unknown, moved === null ? "" : against(say("page.points", signed(moved * 100, formatDecimal))), stripOf(s)]);
}

function card(id, cell, lines) {
  return element("div", { class: "card", "data-card": id },
    element("h2", {}, say("page.card." + id)),
    element("p", { class: "big" + (state.provisional ? " provisional" : ""), "data-value": cell.v === null ? "" : String(cell.v) }, figureNode(cell)),
    ...lines.filter((l) => l !== "" && l !== null).map((l) => (l instanceof Element && l.classList.contains("strip") ? l : element("p", {}, l))));
}

// stripOf is a thin bar of yes, unknown, no: the unknown is always seen.
function stripOf(s) {
  if (!s.whole) return null;
  const piece = (v, cls) => element("span", { class: cls, style: "width:" + (100 * (v ?? 0)) / s.whole + "%" });
  return element("div", { class: "strip", "aria-hidden": "true" }, piece(s.yes, "yes"), piece(s.unknown, "unknown"), piece(s.no, "no"));
}

// sparkOf draws the years as small columns; a year without figures leaves a gap.
function sparkOf() {
  const years = data.years.filter((y) => y > 0);
  const sums = totalsBy(slice(data.award, null, state.unit), YEAR, AWARDS);
  const most = Math.max(1, ...years.map((y) => sums.get(y) ?? 0));
  return element("span", { class: "spark", "aria-hidden": "true" }, ...years.map((y) =>
    element("span", { class: y === state.year ? "now" : "", style: "height:" + (28 * (sums.get(y) ?? 0)) / most + "px" })));
}

// The address after # holds the state, so that a view can be sent to somebody.
function readAddress() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const year = asked.get("year");
  state.year = year === "all" ? null : data.years.includes(Number(year)) && year !== null ? Number(year) : data.newest;
  useBoundaries(asked.get("boundaries"));
  state.boundaries = view ? view.code : "reported";
  const unit = data.units.findIndex((u) => u.code === asked.get("unit"));
  state.unit = unit < 0 ? null : placeOf(unit); // a unit of another time is shown where its figures stand, else the whole province
  if (state.unit !== unit && state.unit !== null && notCarried(data.units[state.unit])) state.unit = null;
  redraw();
}

function writeAddress() {
  const asked = new URLSearchParams();
  const year = byId("year").value, unit = byId("unit").value;
  asked.set("year", year === "" ? "all" : year);
  if (unit !== "") asked.set("unit", unit);
  const boundaries = byId("boundaries").value;
  if (boundaries !== "reported") asked.set("boundaries", boundaries);
  location.hash = asked.toString();
}

// What a figure is: its id and the command that opens it.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button.figure");
  if (!button) return;
  byId("figure-text").textContent = button.textContent;
  byId("figure-command").value = 'tdkt trace "' + button.dataset.figure + '"';
  byId("figure").showModal();
  byId("figure-command").select();
});
byId("figure-copy").addEventListener("click", async () => {
  byId("figure-command").select();
  try { await navigator.clipboard.writeText(byId("figure-command").value); } catch { document.execCommand("copy"); }
  byId("figure-copied").textContent = say("page.figure.copied");
});
byId("figure-close").addEventListener("click", () => byId("figure").close());
byId("figure").addEventListener("close", () => { byId("figure-copied").textContent = ""; });

// Paper: one column, charts at its width, table twins open.
let shut = [];
function beforePrint() {
  document.documentElement.classList.add("printing");
  shut = [...document.querySelectorAll("details:not([open])")];
  for (const d of shut) d.open = true;
  redraw();
}
function afterPrint() {
  document.documentElement.classList.remove("printing");
  for (const d of shut) d.open = false;
  redraw();
}
window.addEventListener("beforeprint", beforePrint);
window.addEventListener("afterprint", afterPrint);

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

for (const id of ["year", "unit", "boundaries"]) byId(id).addEventListener("change", writeAddress);
byId("reset").addEventListener("click", () => { location.hash = "year=" + data.newest; });
window.addEventListener("hashchange", readAddress);
readAddress();

// What stands on the page, read back from the charts and tables themselves.
window.tdkt = {
  ready: true,
  panel(id) {
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
