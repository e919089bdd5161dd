// inflate.js: what stands packed in the page.
"use strict";

// bytesOf are the bytes of a part of the page, textOf its text.
const bytesOf = (id) => inflate(JSON.parse(document.getElementById(id).textContent));
const textOf = async (id) => new TextDecoder().decode(await bytesOf(id));

// tellFault says in words why the page cannot show its figures.
function tellFault(fault) {
  const line = document.getElementById("sentences");
  line.textContent = fault.message === "page.browser_too_old" ? line.dataset.tooOld : fault.message;
  document.documentElement.classList.remove("asked");
  throw fault;
}

// inflate gives the bytes of the text that stands in the page. Where the browser cannot, the error's message is the key of a text.
async function inflate(base64) {
  let stream;
  try {
    stream = new DecompressionStream("deflate-raw");
  } catch (_) {
    throw new Error("page.browser_too_old");
  }
  const text = atob(base64.trim());
  const packed = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
  return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(stream)).arrayBuffer());
}
