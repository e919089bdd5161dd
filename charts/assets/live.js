// live.js: stands only in the pages of tdkt serve. It asks whether other figures are published than those on the page, says
// so, and loads the page anew at the same address, part after # and all; while something is printed or a dialog is open it waits.
"use strict";
{
  const line = document.getElementById("live");
  let asking = false, printing = false;
  const busy = () => printing || document.querySelector("dialog[open]") !== null;
  const tell = (text) => { if (line.textContent !== text) line.textContent = text; };

  // The first answer that names other figures is told, the next one moves to them: so the line can be read, and the server is
  // known to be there a moment before the page is given up.
  const hear = (now) => {
    if (now.build === line.dataset.build) tell(now.behind ? line.dataset.behind : "");
    else if (line.textContent !== line.dataset.new) tell(line.dataset.new);
    else if (!busy()) location.reload();
  };
  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      const answer = await fetch("/build", { cache: "no-store" });
      if (!answer.ok) throw new Error(answer.statusText);
      hear(await answer.json());
    } catch {
      tell(line.dataset.gone);
    }
    asking = false;
  };
  window.addEventListener("beforeprint", () => { printing = true; });
  window.addEventListener("afterprint", () => { printing = false; });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) ask(); }); // timers of a hidden page are slow
  setInterval(ask, 2000);
}
