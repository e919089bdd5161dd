package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// shownCell is a cell as a panel of the page holds it.
type shownCell struct {
	V            *float64
	Text, Figure string
	IsText       bool
	Drill        *shownDrill
}

// shownDrill is what the page opens behind a figure; members as positions.
type shownDrill struct {
	Measure string
	Filter  struct {
		From, To                                *int
		Unit, Form, Level, Achievement, Cluster []int
		Kind                                    string
	}
}

type shownRow struct {
	Label string
	Cells []shownCell
}

type shownPanel struct {
	ID, Title, Lead, Note string
	Head                  []string
	Rows                  []shownRow
	Foot                  *shownRow
	Drawn                 int
	Steps                 []struct{ From, To float64 } // of a waterfall
	Early                 []bool                       // series that are provisional
}

type shownCard struct {
	ID, Value string
	Texts     []string
	Cells     []shownCell // that can be followed
}

// shownPage is all that the page shows under a filter to one of its readers.
type shownPage struct {
	Sentences          string
	Provisional, Early bool // this year, and the year before
	Cards              []shownCard
	Panels             []shownPanel
}

// shownScript asks the scripts of the page for what they show, as redraw does.
const shownScript = `
function cellTold(c) { return { v: typeof c.v === "number" ? c.v : null, text: c.text, figure: c.figure, isText: Boolean(c.isText), drill: c.drill }; }
function rowTold(r) { return { label: r.label, cells: r.cells.map(cellTold) }; }
function panelTold(p) {
	return { id: p.id, title: p.title, lead: p.lead, note: p.note, head: p.head, rows: p.rows.map(rowTold), foot: p.foot && rowTold(p.foot), drawn: p.chart.drawn,
		steps: p.chart.steps, early: p.chart.series && p.chart.series.map((s) => Boolean(s.provisional)) };
}
function cardTold(node) {
	const cells = [...node.querySelectorAll("button.figure")].map((b) => ({ text: b.textContent, figure: b.dataset.figure, drill: b.dataset.drill && JSON.parse(b.dataset.drill) }));
	return { id: node.dataset.card, value: node.querySelector(".big").dataset.value ?? "", texts: [...node.querySelectorAll("p")].map((p) => p.textContent), cells };
}
function shown({ filter, boundaries, reader, changeBy, panels }) {
	useBoundaries(boundaries);
	settle(Object.assign(state, { filter, boundaries, reader, changeBy }));
	return { sentences: sentences(state), provisional: state.provisional, early: Boolean(state.before && provisional(state.before)), cards: headlines(state).map(cardNode).map(cardTold),
		panels: data.readers.find((r) => r.id === reader).panels.filter((id) => panels.includes(id)).map((id) => panelTold(panelMakers[id](state))) };
}`

// The panels that count awards, and those that do not: they tell what is owed and sent, and what was found in it. Of the panel of
// years the column of units that sent theirs is not looked at.
var (
	countingPanels  = []string{"change", "trend", "place", "form", "rank", "level", "year", "people", "class", "unit", "achievement", "kind", "multiples", "heat"}
	panelsOfReturns = []string{"cluster", "calendar", "overdue", "returns", "reconciliation", "findings"}
)

// TestThousandPages guards every number that a reader sees: the headlines, the sentences and every cell of every panel that
// counts awards, under a thousand filters, are those that the facts add up to, and a figure leads to the sum that it shows.
func TestThousandPages(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: the race detector sees nothing of a browser")
	}
	db, out := samplesRun(t)
	path := filepath.Join(out, "index.html")
	page, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	open := openInBrowser(t, path)
	var members pageMembers
	if err := json.Unmarshal(unpacked(t, page, "tdkt-data"), &members); err != nil {
		t.Fatal(err)
	}
	members.readOffered(page)
	l := &looker{t: t, facts: readFacts(t, db), pageMembers: members, seen: map[string]int{}}
	draw := rand.New(rand.NewPCG(2026, 7))
	var asked []look
	for i := range 1000 {
		asked = append(asked, l.drawLook(draw, i))
	}
	for _, r := range members.Readers {
		for _, id := range r.Panels {
			if !slices.Contains(countingPanels, id) && !slices.Contains(panelsOfReturns, id) {
				t.Errorf("nobody looks at the panel %s of %s", id, r.ID)
			}
		}
	}
	for some := range slices.Chunk(asked, 20) {
		for i, shown := range shownIn(t, open, members, some) {
			l.look(some[i], shown)
		}
		if t.Failed() {
			break
		}
	}
	for _, id := range append([]string{"sentences", "headlines"}, countingPanels...) {
		if l.seen[id] < 60 && !t.Failed() {
			t.Errorf("%s was seen %d times with figures: this proves little", id, l.seen[id])
		}
	}
	t.Logf("%d numbers, %d of them lead on; panels with figures: %v", l.numbers, l.led, l.seen)
}

// look is one view of the page.
type look struct {
	pageFilter
	Reader, ChangeBy string
}

// drawLook draws a view of the page. The page of a unit shows nothing without one, nor a place without a year and a cluster.
func (l *looker) drawLook(r *rand.Rand, i int) look {
	o := look{drawFilter(r, l.pageMembers), []string{"leader", "compiler", "unit"}[i%3], []string{"form", "unit", "achievement"}[r.IntN(3)]}
	if o.Reader != "unit" {
		return o
	}
	o.Units, o.Clusters = []string{l.Offered[r.IntN(len(l.Offered))].Code}, nil
	if year := l.Years[r.IntN(len(l.Years))]; r.IntN(2) > 0 {
		o.Years, o.From, o.To = true, year, year
	}
	for r.IntN(5) > 0 {
		year := slices.Sorted(maps.Keys(l.clusters))[r.IntN(len(l.clusters))]
		clusters := l.clusters[year]
		units := clusters[slices.Sorted(maps.Keys(clusters))[r.IntN(len(clusters))]]
		if unit := units[r.IntN(len(units))]; slices.Contains(codesOf(l.Offered), unit) {
			o.Units, o.Years, o.From, o.To = []string{unit}, true, year, year
			if r.IntN(4) > 0 { // more filters leave few units to stand among
				o.Forms, o.Levels, o.Achievements, o.Boundaries = nil, nil, nil, "reported"
			}
			break
		}
	}
	return o
}

// openInBrowser opens a page from disk; it has no use for a network.
func openInBrowser(t *testing.T, path string) context.Context {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			program = p
			break
		}
	}
	if program == "" {
		t.Skip("no chromium here: the page was not opened in a browser")
	}
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.Headless, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND"), chromedp.Flag("proxy-server", "direct://"),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	t.Cleanup(stopAlloc)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	ctx, stopTimer := context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(stopTimer)
	if _, err := chromedp.Run(ctx, chromedp.Navigate("file://"+path)); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool]("window.tdkt && window.tdkt.ready", chromedp.WithPollingTimeout(time.Minute))); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[bool](shownScript+"; true")); err != nil {
		t.Fatal(err)
	}
	return ctx
}

func shownIn(t *testing.T, ctx context.Context, m pageMembers, looks []look) (out []shownPage) {
	t.Helper()
	var asked []map[string]any
	for _, o := range looks {
		asked = append(asked, map[string]any{"filter": o.inScript(m), "boundaries": o.Boundaries, "reader": o.Reader, "changeBy": o.ChangeBy, "panels": countingPanels})
	}
	text, err := json.Marshal(asked)
	if err != nil {
		t.Fatal(err)
	}
	told, err := chromedp.Run(ctx, chromedp.Evaluate[string]("JSON.stringify("+string(text)+".map(shown))"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(told), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// want is what a cell has to show: a count, a change, a share, a median, a word or (any) something that counts no awards.
type want struct {
	kind string
	n    stated
	r    ratio
	text string
}

func wantCount(n stated) want   { return want{kind: "count", n: n} }
func wantChange(n stated) want  { return want{kind: "change", n: n} }
func wantPart(r ratio) want     { return want{kind: "part", r: r} }
func wantWord(text string) want { return want{kind: "word", text: text} }

// wantHalf is a median, given twice as large.
func wantHalf(twice stated) want { return want{kind: "half", n: twice} }

// shows is the number and the text of what is wanted.
func (l *looker) shows(w want) (v *float64, text string) {
	number := func(x float64, ok bool) *float64 {
		if !ok {
			return nil
		}
		return &x
	}
	switch w.kind {
	case "count":
		return number(float64(w.n.n), w.n.ok), count(w.n)
	case "change":
		return number(float64(w.n.n), w.n.ok), signedCount(w.n)
	case "part":
		return number(w.r.float(), w.r.ok), percent(w.r)
	case "half":
		text := count(stated{w.n.n / 2, w.n.ok})
		if w.n.ok && w.n.n%2 != 0 {
			text += ",5"
		}
		return number(float64(w.n.n)/2, w.n.ok), text
	}
	return nil, w.text
}

// cell compares a cell with what is wanted there.
func (l *looker) cell(where string, got shownCell, w want) {
	l.t.Helper()
	if w.kind == "any" {
		return
	}
	l.numbers++
	v, text := l.shows(w)
	if text == "–" && got.Text == "·" { // how a picture writes what was never stated
		text = "·"
	}
	if (v == nil) != (got.V == nil) || v != nil && math.Abs(*v-*got.V) > 1e-12 || text != got.Text {
		l.wrong("%s: shows %q, by the facts %q", where, got.Text, text)
	}
	l.leads(where, got)
}

// leads compares a figure that can be followed with the facts under what it leads to.
func (l *looker) leads(where string, got shownCell) {
	l.t.Helper()
	if got.Figure == "" && got.Drill == nil {
		return
	}
	l.led++
	s := summer{l.facts, pageFilter{Boundaries: l.now.Boundaries}}
	var measure string
	if d := got.Drill; d != nil {
		f := d.Filter
		measure, s.Kind = d.Measure, f.Kind
		if s.Years = f.From != nil; s.Years {
			s.From, s.To = *f.From, *f.To
		}
		for _, dim := range []struct {
			to  *[]string
			at  []int
			all []pageMember
		}{{&s.Units, f.Unit, l.Units}, {&s.Forms, f.Form, l.Forms}, {&s.Levels, f.Level, l.Levels}, {&s.Achievements, f.Achievement, l.Achievements}, {&s.Clusters, f.Cluster, l.Clusters}} {
			for _, at := range dim.at {
				*dim.to = append(*dim.to, dim.all[at].Code)
			}
		}
	} else {
		s, measure = l.byFigure(got.Figure, s)
	}
	if n := s.sum(measure); count(n) != got.Text {
		l.wrong("%s: shows %s but leads to %s, %s of %+v", where, got.Text, count(n), measure, s.pageFilter)
	}
}

// byFigure is the filter that the id of a figure means.
func (l *looker) byFigure(figure string, s summer) (summer, string) {
	l.t.Helper()
	u, err := url.Parse(figure)
	if err != nil {
		l.t.Fatal(err)
	}
	mart, measure, _ := strings.Cut(u.Path, "/")
	s.Boundaries = "reported"
	for key, values := range u.Query() {
		one := values[:1]
		switch key {
		case "award_year":
			if s.From, err = strconv.Atoi(one[0]); err != nil {
				l.t.Fatal(err)
			}
			s.Years, s.To = true, s.From
		case "unit_code":
			s.Units = one
		case "form_code":
			s.Forms = one
		case "level_code":
			s.Levels = one
		case "achievement_code":
			s.Achievements = one
		case "boundaries":
			s.Boundaries = one[0]
		default:
			l.t.Fatalf("%s: what is %s of %s?", figure, key, mart)
		}
	}
	return s, measure
}

func (l *looker) wrong(format string, args ...any) {
	l.t.Helper()
	l.t.Errorf("%+v, %s", l.now, fmt.Sprintf(format, args...))
}

// Numbers as the page writes them in Vietnamese.
func count(n stated) string {
	if !n.ok {
		return "–"
	}
	text := strconv.FormatInt(max(n.n, -n.n), 10)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "." + text[i:]
	}
	if n.n < 0 {
		return "−" + text
	}
	return text
}

func signedCount(n stated) string {
	if n.ok && n.n > 0 {
		return "+" + count(n)
	}
	return count(n)
}

func decimals(hundredths int64) string {
	size := max(hundredths, -hundredths)
	text := count(of(size/100)) + fmt.Sprintf(",%02d", size%100)
	if hundredths < 0 {
		return "−" + text
	}
	return text
}

func percent(r ratio) string {
	if !r.ok {
		return "–"
	}
	return decimals(r.hundredths()) + "\u00a0%"
}

// signedPoints has its sign also where it rounds to nought.
func signedPoints(r ratio) string {
	if r.part > 0 {
		return "+" + decimals(r.hundredths())
	}
	return decimals(r.hundredths())
}
