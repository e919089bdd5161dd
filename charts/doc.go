// Package charts makes what people open: the dashboard, one HTML page that holds everything it
// needs, the workbook with the same figures, and the answers to those who sent returns.
//
// All are pure functions of an Input: tables by query name, a language and its words. They see
// no database, no clock and no network, and the same input gives the same bytes.
//
// The page (assets/) is our own template, style sheet and script. The cubes go into it as packed columns (pack.go, pack.js);
// cube.js keeps what the filters select and adds it up, the makers of panels say what each shows, options*.js how it is drawn,
// draw.js puts it on the page, so that a filter redraws every headline, sentence, picture and table twin from the same sums.
// The page of one unit (unitpage.go) is the same page with that unit's figures, and those of its clusters without a name.
// How the charts look comes from go-echarts as options without data; the drawing library lies
// in assets/echarts with its licence.
//
// The same pictures are drawn without a browser (Pictures): engine.go runs the drawing library and the pure scripts of the page
// in an interpreter that knows one moment and no chance, svg.go makes of what comes an SVG file that stands alone (ids, digits),
// and the page holds them for readers without script. takeaway.js gives picture and table as files from the page itself.
//
// An answer (Answer) is the sender's own workbook, marked: faulty cells filled and commented, a first
// sheet with what was found, all else as it was (ooxml.Annotate); and a letter. A finding comes here as
// a Mark in words: charts know neither rules nor returns.
//
// The page of rules (guide.go) is made of plain structs that cmd fills from rules, layouts and lists; it has no script.
//
// The year-end report, a Word document whose numbers are bound to their figures, and what is said of it when it was edited, is
// the package report.
//
// Three rules hold everywhere: what was never stated is a gap and never 0; the unknown is light
// grey and always drawn; the provisional is hatched. Words from returns go in as text only.
package charts
