// loader.js: stands after the first picture of the page, lets it be seen, and then unpacks and runs the drawing library and the
// script of the page, which take longer to read than the first view.
"use strict";
{
  const partOf = (id) => JSON.parse(document.getElementById(id).textContent);
  const run = async () => {
    try {
      for (const id of ["tdkt-library", "tdkt-script"]) {
        const script = document.createElement("script");
        script.textContent = new TextDecoder().decode(await inflate(partOf(id)));
        document.body.append(script);
      }
    } catch (fault) { // a browser that cannot is told so in words
      document.getElementById("sentences").textContent = partOf("tdkt-data").texts[fault.message] ?? fault.message;
      document.documentElement.classList.remove("asked");
      throw fault;
    }
  };
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
    else run();
  };
  if (document.documentElement.classList.contains("asked")) begin();
  else {
    requestAnimationFrame(() => setTimeout(() => {
      performance.mark("first-picture");
      begin();
    }));
    setTimeout(begin, 1000); // a page that nobody looks at shows no frames
  }
}
