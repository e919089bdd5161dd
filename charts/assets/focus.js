// focus.js: the keyboard stays where it is while the page is drawn anew.
"use strict";

// focusedPlace tells what has the focus by what it is, so that its like can be found after a redraw; null where the redraw
// leaves it alone.
function focusedPlace() {
  const node = document.activeElement;
  if (node?.closest("#chips")) return { chip: [...byId("chips").children].indexOf(node) };
  const box = node?.closest("[data-panel], [data-card]");
  if (!box || !node.closest("table, .card, .ways")) return null;
  const within = box.dataset.panel ? `[data-panel="${box.dataset.panel}"]` : `[data-card="${box.dataset.card}"]`;
  const { dim, pick: value, change } = node.dataset;
  if (dim) return { within, button: `button.pick[data-dim="${dim}"][data-pick="${CSS.escape(value)}"]` };
  if (change) return { within, button: `button[data-change="${change}"]` };
  const row = node.closest("tr");
  if (!row) return { within, at: [...box.querySelectorAll("button")].indexOf(node) };
  return { within, row: row.querySelector("th").textContent, at: node.closest("td")?.cellIndex };
}

// refocus gives the focus back: to the like of what had it, else to what is nearest to it.
function refocus(place) {
  if (!place) return;
  const chips = byId("chips").children;
  if (place.chip !== undefined) return (chips[Math.min(place.chip, chips.length - 1)] ?? byId("reset")).focus();
  const box = document.querySelector(place.within);
  if (place.button) return (box?.querySelector(place.button) ?? chips[chips.length - 1] ?? byId("reset")).focus();
  if (place.row === undefined) return (box?.querySelectorAll("button")[place.at] ?? byId("reset")).focus();
  const row = [...(box?.querySelectorAll("tr") ?? [])].find((tr) => tr.querySelector("th").textContent === place.row);
  (row?.cells[place.at]?.querySelector("button") ?? box?.querySelector(".table") ?? byId("reset")).focus();
}
