// headlines.js: the figures at the head of the page as cards: { id, cell, lines, strip, spark }. A line is a list of texts and
// cells; a ratio has its denominator and its unknown share. Nothing here touches the page.
"use strict";

function headlines(state) {
  const { here, before } = state;
  const now = here.awards(), earlier = before && before.awards();
  const moved = share(minus(now, earlier), earlier);
  const ofState = nationalOf(here), ofStateBefore = before && nationalOf(before);
  const against = (text) => say("page.against", text, String(state.year - 1));
  const cards = [
    { id: "total", cell: cellOf(here, "award_count", {}, now), lines: moved === null ? [] : [[against(signed(moved * 100, formatDecimal) + marks()[2])]], spark: sparkOf(state), years: spanOf(data.years.filter((y) => y > 0)) },
    { id: "national", cell: cellOf(here, "award_count", { level: national() }, ofState), lines: [
      ...(ofStateBefore === null || ofState === null ? [] : [[against(signed(ofState - ofStateBefore, formatInt))]]),
      ...(ofState === null ? [] : [[say("page.of_total", formatShare(share(ofState, now)), formatInt(now))]])] },
  ];
  const sums = here.people(), sumsBefore = before && before.people();
  for (const t of traits) cards.push(shareCard(state, t, sums, sumsBefore, against));
  return cards;
}

function shareCard(state, t, sums, earlier, against) {
  const cell = (measure) => cellOf(state.here, measure, {}, sums[measure]);
  const s = yesUnknownNo(sums, t.yes, t.unknown), e = earlier && yesUnknownNo(earlier, t.yes, t.unknown);
  const value = share(s.yes, s.whole), moved = minus(value, e && share(e.yes, e.whole));
  if (s.whole === null) return { id: t.id, cell: part(value), lines: [[say("page.nothing")]], strip: null };
  const line = [cell(t.yes), " / ", cell("individual_count"), " " + say("page.individual_awards")];
  const unknown = [say("page.unknown") + " " + formatShare(share(s.unknown, s.whole)) + " ", { whole: ["(", cell(t.unknown), ")"] }]; // whole: on one line
  return { id: t.id, cell: part(value), lines: [line, unknown, ...(moved === null ? [] : [[against(say("page.points", signed(moved * 100, formatDecimal)))]])], strip: stripOf(s) };
}

// stripOf is a thin bar of yes, unknown, no, in parts of a hundred: the unknown is always seen.
function stripOf({ whole, yes, unknown, no }) {
  if (!whole) return null;
  const of = (v) => (100 * (v ?? 0)) / whole;
  return { yes: of(yes), unknown: of(unknown), no: of(no) };
}

const spanOf = (years) => (years.length > 1 ? years[0] + "–" + years[years.length - 1] : "");

// sparkOf are the years as small columns of pixels; a year without figures leaves a gap.
function sparkOf(state) {
  const years = data.years.filter((y) => y > 0), sums = state.trend.by("year");
  const most = Math.max(1, ...years.map((y) => sums.get(y) ?? 0));
  return years.map((y) => ({ now: inYears(state.filter, y), open: provisional(state.trend.with({ from: y, to: y })), height: (28 * (sums.get(y) ?? 0)) / most }));
}
