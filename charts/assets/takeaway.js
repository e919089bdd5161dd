// takeaway.js: a panel as a file to take away: its picture as SVG or PNG, its table as CSV. In a browser only.
"use strict";

const TAKE_WIDTH = 900; // pixels of a picture, its margins with it

// takeWords are the words around a picture that leaves the page: { title, sub, note, source }.
function takeWords(article, panel) {
  const text = (selector, root = article) => root.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";
  return {
    title: text("h2"), sub: text(".sub"), note: panel.note,
    source: [say("page.take.source"), text("footer .build", document)].filter(Boolean).join(" "),
  };
}

// takeSVG is the picture of a panel with its words, as a file that stands alone.
function takeSVG(panel, words) {
  const describe = { title: words.title, desc: [words.sub, panel.lead, panel.note].filter(Boolean).join(" ") };
  return tidied(stillOf(panel, TAKE_WIDTH - 2 * STILL.margin, describe, words));
}

// tidied leaves out what only a pointer needs, and sets texts so that office programs put them where browsers do.
function tidied(text) {
  const file = new DOMParser().parseFromString(text, "image/svg+xml");
  const fault = file.querySelector("parsererror");
  if (fault) throw new Error(fault.textContent);
  for (const node of [...file.querySelectorAll("*")]) {
    const unseen = ["path", "rect"].includes(node.localName) && node.getAttribute("fill") === "none" && !node.hasAttribute("stroke");
    if (unseen || node.localName === "style") { node.remove(); continue; }
    for (const { name } of [...node.attributes]) if (name === "class" || name === "pointer-events" || name.startsWith("ecmeta_")) node.removeAttribute(name);
    if (node.getAttribute("dominant-baseline") === "central") {
      node.removeAttribute("dominant-baseline");
      node.setAttribute("dy", "0.35em");
    }
  }
  return new XMLSerializer().serializeToString(file);
}

// takePNG is the same picture in dots, two a pixel, on white: a promise of a Blob.
async function takePNG(panel, words) {
  const image = new Image();
  image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(takeSVG(panel, words));
  await image.decode();
  const canvas = element("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}

// takeCSV is the table of a panel (RFC 4180, UTF-8 with its mark, for Excel): numbers bare with a decimal point and shares
// as parts of 1, an empty field where nothing was stated.
function takeCSV(panel) {
  const head = panel.head.map((h, i) => (h === "%" && i ? panel.head[i - 1] + " %" : h)); // no two columns of one name
  const line = (r) => [csvField(r.label), ...r.cells.map((c) => csvField(c.v))];
  const lines = [head.map(csvField), ...panel.rows.map(line), ...(panel.foot ? [line(panel.foot)] : [])];
  return "\ufeff" + lines.map((fields) => fields.join(",") + "\r\n").join("");
}

// csvField is one field. A text that a spreadsheet would run as a formula is kept a text by an apostrophe.
function csvField(v) {
  if (v === null || v === undefined) return "";
  if (typeof v === "number") return String(v);
  const text = /^[=+\-@\t\r]/.test(v) ? "'" + v : v;
  return /[",\r\n]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
}

// takeName names a file by panel and view, so that two views do not pass for one: tdkt-form-2025-25-a.svg.
function takeName(panel, state, ending) {
  const f = state.filter;
  const codes = (list, positions) => {
    const all = positions.map((p) => list[p].code);
    return all.length > 3 ? [all.length + "x" + shortSum(all.join())] : all;
  };
  const years = f.from === null ? "all" : f.from === f.to ? String(f.from) : f.from + "-" + f.to;
  const parts = [panel.id, years, ...codes(data.units, f.unit), ...codes(data.forms, f.form), ...codes(data.levels, f.level),
    ...codes(data.achievements, f.achievement), ...codes(data.clusters ?? [], f.cluster), f.kind, view ? view.code : ""];
  return ["tdkt", ...parts.filter(Boolean)].join("-").replace(/[^\w-]+/g, "-") + "." + ending;
}

// shortSum stands for a text too long for a name (FNV-1a).
function shortSum(text) {
  let sum = 2166136261;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0), 16777619);
  return (sum >>> 0).toString(36);
}

// saveFile hands a file to the browser.
function saveFile(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000); // when it is surely written
}

// takeButtons puts the buttons under a panel. shown() is what stands there now: { panel, state }. It returns a function
// to call after each drawing: it offers what there is to take.
function takeButtons(article, shown) {
  const title = article.querySelector("h2").textContent;
  const button = (ending, take) => {
    const name = say("page.take." + ending);
    const node = element("button", { type: "button", "data-take": ending, "aria-label": name + ": " + title }, name);
    node.addEventListener("click", async () => {
      const { panel, state } = shown();
      const [content, type] = await take(panel);
      saveFile(takeName(panel, state, ending), content, type);
    });
    return node;
  };
  const pictures = [
    button("svg", (panel) => [takeSVG(panel, takeWords(article, panel)), "image/svg+xml"]),
    button("png", async (panel) => [await takePNG(panel, takeWords(article, panel)), "image/png"]),
  ];
  const table = button("csv", (panel) => [takeCSV(panel), "text/csv;charset=utf-8"]);
  article.append(element("div", { class: "take", role: "group", "aria-label": say("page.take.menu", title) }, ...pictures, table));
  return () => {
    const { panel } = shown();
    for (const p of pictures) p.hidden = isEmpty(panel);
    table.hidden = panel.rows.length === 0;
  };
}
