// patterns.js: a pattern for each part of a bar beside its colour, where the reader asks for patterns. Their lines lie along the
// bar or across it; only what is provisional is slanted.
"use strict";

let patterned = false;

const PATTERNS = [
  null, // the first part is plain
  { symbol: "circle", dashArrayX: [[8, 8], [0, 8, 8, 0]], dashArrayY: [6, 0], symbolSize: 0.75 },
  { symbol: "rect", dashArrayX: [2, 5], dashArrayY: [1, 0] },
  { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 5] },
  { symbol: "rect", dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0] },
  { symbol: "triangle", dashArrayX: [[9, 9], [0, 9, 9, 0]], dashArrayY: [9, 2], symbolSize: 0.8 },
];

// patternOf is the decal of a part on its colour; null where there is none.
function patternOf(part, colour) {
  const pattern = patterned ? PATTERNS[part % PATTERNS.length] : null;
  return pattern && { rotation: 0, ...pattern, color: dark(colour) ? "rgba(255,255,255,0.55)" : "rgba(29,39,51,0.45)" };
}

// patternName is the class of a swatch in the key that looks like the part.
const patternName = (part, colour) => (patternOf(part, colour) ? "pattern-" + (part % PATTERNS.length) + (dark(colour) ? " on-dark" : "") : "");

// patternParts gives each part of the bars its pattern. A bar whose parts are all provisional is hatched over them.
function patternParts(option, panel, rows) {
  if (!patterned) return;
  const stack = panel.chart.kind === "stack";
  option.series.forEach((s, i) => {
    const colour = stack ? rows[i].colour : panel.chart.series[i].colour;
    const found = patternOf(i, colour);
    if (found) for (const item of s.data) if (stack || !panel.chart.series[i].provisional) item.itemStyle.decal = found;
  });
  if (!stack || !panel.chart.provisional) return;
  delete option.series[0].data[0].itemStyle.decal;
  option.series.push({ ...cloneOf(option.series[0]), name: say("page.provisional"), stack: "over", barGap: "-100%", silent: true, label: { show: false }, data: [itemOf(option.xAxis[0].max, "rgba(0,0,0,0)", true)] });
}
