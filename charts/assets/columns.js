// columns.js: panels in two columns. Each takes its place under the shorter one, so that no panel leaves a hole beside a longer
// one, and the eye goes down the page in the order of the keyboard.
"use strict";

const GAP = 16, STEP = 4; // pixels: between panels, and of a line of the grid

const twoColumns = matchMedia("screen and (min-width: 861px)"); // as in page.css

function layPanels() {
  const shown = byId("panels"), articles = [...shown.children].filter((a) => !a.hidden);
  const two = !printing() && twoColumns.matches;
  shown.classList.toggle("laid", two);
  if (!two) {
    for (const a of articles) a.style.gridArea = "";
    return;
  }
  const lines = articles.map((a) => Math.ceil((a.offsetHeight + GAP) / STEP));
  const next = [1, 1]; // the first free line of each column
  articles.forEach((a, i) => {
    const wide = a.classList.contains("wide");
    const column = next[0] <= next[1] ? 0 : 1, from = wide ? Math.max(...next) : next[column];
    a.style.gridArea = `${from} / ${wide ? "1 / span " + lines[i] + " / -1" : column + 1 + " / span " + lines[i] + " / " + (column + 2)}`;
    if (wide) next.fill(from + lines[i]);
    else next[column] = from + lines[i];
  });
}

const growing = new ResizeObserver(() => requestAnimationFrame(layPanels));

// What is on the screen is drawn at once, what is not when there is time, or when it is scrolled to.
const waiting = new Set(); // ids of the panels that still show an earlier state
let whenDrawn = () => {};

// askFor asks for the panels of a state; none of those asked for before still has to be drawn.
function askFor(ids) {
  waiting.clear();
  for (const article of byId("panels").children) article.removeAttribute("aria-busy");
  for (const id of ids) {
    waiting.add(id);
    articleOf(id).setAttribute("aria-busy", "true");
  }
}

function drawWaiting(ids) {
  const due = ids.filter((id) => waiting.delete(id));
  if (!due.length) return;
  drawPanels(due.map((id) => panelMakers[id](state)), state);
  for (const id of due) articleOf(id).removeAttribute("aria-busy");
  if (!waiting.size) whenDrawn();
}

// drawSeen draws what is on the screen and what has the focus, and sees to the rest.
function drawSeen(focused) {
  layPanels();
  const isSeen = (id) => {
    const { top, bottom } = articleOf(id).getBoundingClientRect();
    return (top < innerHeight && bottom > 0) || focused?.within === `[data-panel="${id}"]`;
  };
  drawWaiting([...waiting].filter(isSeen));
  drawLater();
}

function drawRest() { drawWaiting([...waiting]); }

let later = 0;
function drawLater() {
  clearTimeout(later);
  if (waiting.size) later = setTimeout(() => { // one at a time: between them the page answers
    const [next] = waiting;
    if (next) drawWaiting([next]);
    drawLater();
  }, 20);
}

const coming = new IntersectionObserver((entries) => {
  drawWaiting(entries.filter((e) => e.isIntersecting).map((e) => e.target.dataset.panel));
}, { rootMargin: "50%" });
