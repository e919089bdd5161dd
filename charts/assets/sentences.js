// sentences.js: what happened and what to mind, in words made from the figures. Nothing here touches the page.
"use strict";

// inYear tells the years of the figures in words.
function inYear(state) {
  const { from, to } = state.filter;
  if (state.year !== null) return state.year === 0 ? yearName(0) : say("page.in_year", String(state.year));
  if (from !== null) return say("page.in_years", String(from), String(to));
  const known = data.years.filter((y) => y > 0);
  if (!known.length) return yearName(null);
  const years = say("page.in_years", String(known[0]), String(known[known.length - 1]));
  const without = state.here.with({ from: 0, to: 0 }).awards(); // awards whose year nobody told are in the sum: say so
  return without ? say("page.in_years_and_unknown", years, formatInt(without)) : years;
}

// sentences: what happened, and what to mind; made from the figures.
function sentences(state) {
  const owed = duty(state.here);
  const now = state.here.awards(), unsplit = state.here.unsplit();
  const whole = say("page.whole_province"), place = state.where.startsWith(whole) ? say("page.in_whole_province") + state.where.slice(whole.length) : state.where;
  const apart = unsplit ? [say("page.sentence.unsplit", formatInt(unsplit))] : [];
  if (now === null) return [say("page.sentence.nothing", inYear(state), place), ...apart].join(" ");
  const before = state.before && state.before.awards();
  const moved = before ? (now - before) / before : null;
  const how = moved === null ? "" : moved === 0 ? say("page.sentence.same", String(state.year - 1))
    : say(moved > 0 ? "page.sentence.up" : "page.sentence.down", formatShare(Math.abs(moved)), String(state.year - 1));
  const sums = state.here.people();
  const worker = share(sums.direct_worker_count, sums.individual_count);
  const unclear = share(sums.class_unknown_count, sums.individual_count);
  const who = worker === null ? "" : say("page.sentence.workers", formatShare(worker), formatShare(unclear));
  const first = say("page.sentence.total", inYear(state), place, formatInt(now), how, who);
  let second = "";
  if (owed && owed.complete < owed.expected) second = say("page.sentence.provisional", String(owed.expected - owed.complete), String(owed.expected)) + keptWords(state);
  else if (state.provisional) second = say("page.sentence.open");
  else if (!owed) second = say("page.sentence.no_duty");
  else if (unclear !== null && unclear > 0.1) second = say("page.sentence.unclear", formatShare(unclear));
  return [first, second, ...apart, ...(view ? [say("page.note.restated", view.label)] : [])].filter(Boolean).join(" ");
}

// completenessOf tells whether the figures are complete: { text, look }.
function completenessOf(state) {
  const owed = duty(state.here);
  return {
    text: !owed ? say(state.provisional ? "page.duty_unknown_open" : "page.duty_unknown") : say(owed.provisional ? "page.mark_provisional" : "page.mark_complete", String(owed.complete), String(owed.expected)),
    look: !owed && !state.provisional ? "unknown" : state.provisional ? "provisional" : "complete",
  };
}

// nationalOf counts the awards of the State among those of a selection; null where its filter of levels leaves them out.
function nationalOf(selection) {
  const { level } = selection.filter;
  return level.length && !level.includes(national()) ? null : selection.with({ level: [national()] }).awards();
}

// keptWords tells how many returns were held or given back, where any were.
function keptWords(state) {
  const kept = duties(state.here).filter((o) => o.expected && !o.accepted && (o.standing === "held" || o.standing === "refused")).length;
  return kept ? " " + say("page.sentence.kept", formatInt(kept)) : "";
}
