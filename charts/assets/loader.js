// loader.js: stands after the first picture of the page, lets it be seen, and then unpacks and runs the drawing library and the
// script of the page, which take longer to read than the first view.
"use strict";
{
  const run = async () => {
    for (const id of ["tdkt-library", "tdkt-script"]) {
      const script = document.createElement("script");
      script.textContent = await textOf(id);
      document.body.append(script);
    }
  };
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => run().catch(tellFault));
    else run().catch(tellFault);
  };
  if (document.documentElement.classList.contains("asked")) begin();
  else {
    const painted = new MessageChannel(); // its turn comes right after the frame, before what else waits
    painted.port1.onmessage = () => {
      performance.mark("first-picture");
      painted.port1.close();
      begin();
    };
    requestAnimationFrame(() => painted.port2.postMessage(""));
    setTimeout(begin, 1000); // a page that nobody looks at shows no frames
  }
}
