package charts

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// told is what the page says: the address, the controls, every text, and the sums that must agree.
type told struct {
	Hash, Controls, Text string
	Total, Form, Level   float64
}

const tell = `(() => {
	const number = (e) => (e ? Number(e.dataset.value) : 0);
	const foot = (id) => number(document.querySelector('[data-panel="' + id + '"]:not([hidden]) tfoot td'));
	const charts = [...document.querySelectorAll("article:not([hidden]) .chart")]; // the order of their texts tells how they were drawn
	const drawn = charts.map((c) => [...c.querySelectorAll("text")].map((t) => t.textContent).sort().join(" "));
	for (const c of charts) c.style.visibility = "hidden";
	const text = document.body.innerText.replace(/\s+/g, " ") + " | " + drawn.join(" | ");
	for (const c of charts) c.style.visibility = "";
	return JSON.stringify({
		Hash: location.hash, Controls: [...document.querySelectorAll("header select")].map((s) => s.id + "=" + s.value).join("&"),
		Text: text, Total: number(document.querySelector('[data-card="total"] .big')), Form: foot("form"), Level: foot("level"),
	});
})()`

func (b *browser) tells(t *testing.T) (said told) {
	t.Helper()
	if err := json.Unmarshal([]byte(eval[string](t, b, tell)), &said); err != nil {
		t.Fatal(err)
	}
	return said
}

// stays checks that the page as it stands comes again from its address alone.
func (b *browser) stays(t *testing.T, after string) {
	t.Helper()
	before := b.tells(t)
	run(t, b, chromedp.Reload())
	run(t, b, chromedp.Poll[bool]("window.tdkt && window.tdkt.ready", chromedp.WithPollingTimeout(60*time.Second)))
	eval[any](t, b, `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`)
	if again := b.tells(t); again != before {
		at := 0
		for at < min(len(again.Text), len(before.Text)) && again.Text[at] == before.Text[at] {
			at++
		}
		t.Errorf("%s: %s %s comes back as %s %s; texts part at …%s / …%s", after, before.Hash, before.Controls, again.Hash, again.Controls, piece(before.Text, at), piece(again.Text, at))
	}
}

func piece(text string, at int) string { return text[max(0, at-40):min(len(text), at+40)] }

// Every control of the page changes its address as it should, and the address alone brings the page back.
func TestEveryFilterIsInTheAddress(t *testing.T) {
	b := openPage(t, renderPlain(t, fixture(t, "vi")), 1340, 900)
	choose := func(id, value string) string {
		return fmt.Sprintf(`const s = document.getElementById(%q); s.value = %q; if (s.value !== %q) throw new Error("no choice "+%q); s.dispatchEvent(new Event("change"))`, id, value, value, value)
	}
	cluster := eval[string](t, b, `document.getElementById("cluster").options[1].value`)
	family := eval[string](t, b, `[...document.getElementById("form").options].find((o) => o.value.startsWith("family:")).value`)
	for _, step := range []struct {
		name, js string
		want     map[string]string // of the address; empty: not there
	}{
		{"year", choose("year", "2024"), map[string]string{"year": "2024"}},
		{"to", choose("to", "2025"), map[string]string{"year": "2024..2025"}},
		{"unit", choose("unit", "25-a"), map[string]string{"unit": "25-a", "year": "2024..2025"}},
		{"boundaries", choose("boundaries", "today"), map[string]string{"boundaries": "today", "unit": "25-a"}},
		{"back to reported", choose("boundaries", "reported"), map[string]string{"boundaries": ""}},
		{"all units", choose("unit", ""), map[string]string{"unit": ""}},
		{"form", choose("form", "giay_khen"), map[string]string{"form": "giay_khen"}},
		{"family", choose("form", family), map[string]string{"form": "", "family": strings.TrimPrefix(family, "family:")}},
		{"level", choose("level", "tinh"), map[string]string{"level": "tinh"}},
		{"chip of the level", `[...document.querySelectorAll(".chip")].at(-1).click()`, map[string]string{"level": ""}},
		{"chip of the family", `document.querySelector(".chip").click()`, map[string]string{"family": ""}},
		{"achievement", choose("achievement", "dot_xuat"), map[string]string{"achievement": "dot_xuat"}},
		{"kind", choose("kind", "individual"), map[string]string{"kind": "individual"}},
		{"reset", `document.getElementById("reset").click()`, map[string]string{"kind": "", "achievement": "", "year": "2025"}},
		{"cluster", choose("cluster", cluster), map[string]string{"cluster": cluster}},
		{"all years", choose("year", ""), map[string]string{"year": "all"}},
		{"patterns", `document.getElementById("patterns").click()`, map[string]string{"patterns": "1"}},
		{"leader", `document.querySelector('[data-reader="leader"]').click()`, map[string]string{"reader": "", "year": "all", "patterns": "1"}},
		{"unit's page", `document.querySelector('[data-reader="unit"]').click()`, map[string]string{"reader": "unit"}},
		{"compiler", `document.querySelector('[data-reader="compiler"]').click()`, map[string]string{"reader": "compiler"}},
		{"row", `document.querySelector('[data-panel="level"] button.pick').click()`, map[string]string{"level": "nha_nuoc"}},
	} {
		hash := b.moved(t, step.js)
		asked, err := url.ParseQuery(strings.TrimPrefix(hash, "#"))
		if err != nil {
			t.Fatal(err)
		}
		for key, want := range step.want {
			if asked.Get(key) != want {
				t.Errorf("%s: %s=%q in %s, want %q", step.name, key, asked.Get(key), hash, want)
			}
		}
		if said := b.tells(t); asked.Get("reader") == "compiler" && (said.Total != said.Form || said.Total != said.Level) {
			t.Errorf("%s: %v in all, forms make %v, levels %v", step.name, said.Total, said.Form, said.Level)
		}
		if slices.Contains([]string{"to", "boundaries", "family", "kind", "cluster", "patterns", "unit's page", "row"}, step.name) { // each kind of filter, some together
			b.stays(t, step.name)
		}
	}
	b.clean(t)
}

// A press on a bar of the picture does what a press on the name of its row does, also where the page is enlarged.
func TestPressOnABarFilters(t *testing.T) {
	b := openPage(t, renderPlain(t, fixture(t, "vi")), 1340, 900)
	for _, size := range [][2]int64{{1340, 900}, {1920, 1080}, {640, 1200}} {
		b.size(t, size[0], size[1], 1)
		b.address(t, fmt.Sprintf("reader=compiler&year=2025&w=%d", size[0]))
		for range 2 { // into the filter and out of it
			b.pressBar(t, "form", 1)
		}
		if hash := eval[string](t, b, `location.hash`); strings.Contains(hash, "form=") {
			t.Errorf("%v: pressed twice, the address is %s", size, hash)
		}
		b.pressBar(t, "form", 0)
		want := eval[string](t, b, `data.forms[shownPanels.get("form").rows[0].pick.value].code`)
		if hash := eval[string](t, b, `location.hash`); hash != "#reader=compiler&year=2025&form="+want {
			t.Errorf("%v: a press on the bar of %s gives %s", size, want, hash)
		}
	}
	b.clean(t)
}

// pressBar presses the mouse on the bar of a row. A row that the filter left alone stands first.
func (b *browser) pressBar(t *testing.T, panel string, row int) {
	t.Helper()
	var at struct{ X, Y float64 }
	place := fmt.Sprintf(`(() => {
		const box = document.querySelector('[data-panel="%s"] .chart > div'), chart = drawnCharts.get("%s"), shown = shownPanels.get("%s").rows;
		box.scrollIntoView({ block: "center" });
		const at = Math.min(%d, shown.length - 1), v = shown[at].cells[0].v, r = box.getBoundingClientRect(), zoom = r.width / box.offsetWidth;
		const [x, y] = chart.convertToPixel({ seriesIndex: 0 }, [v / 2, at]);
		return JSON.stringify({ X: r.left + Math.max(x, chart.convertToPixel({ seriesIndex: 0 }, [0, at])[0] + 3) * zoom, Y: r.top + (y - 9) * zoom });
	})()`, panel, panel, panel, row)
	if err := json.Unmarshal([]byte(eval[string](t, b, place)), &at); err != nil {
		t.Fatal(err)
	}
	before := eval[string](t, b, `location.hash`)
	for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMouseMoved, input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
		p := input.DispatchMouseEventParams{Type: kind, X: at.X, Y: at.Y}
		if kind != input.DispatchMouseEventTypeMouseMoved {
			p.Button, p.ClickCount = input.MouseButtonLeft, 1
		}
		call(t, b, input.DispatchMouseEvent, p)
	}
	for range 100 {
		if eval[string](t, b, `location.hash`) != before {
			eval[any](t, b, `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`)
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	t.Fatalf("a press at %v, %v moved nothing, at %s on %s", at.X, at.Y, before, eval[string](t, b, fmt.Sprintf(`innerWidth + " " + document.elementFromPoint(%v, %v)?.outerHTML.slice(0, 200)`, at.X, at.Y)))
}

func (b *browser) pressKey(t *testing.T, key, code string, number int64, text string) {
	t.Helper()
	call(t, b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Code: code, WindowsVirtualKeyCode: number, Text: text})
	call(t, b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyUp, Key: key, Code: code, WindowsVirtualKeyCode: number})
}

// The tab key reaches all that can be used, in the order in which it is seen, and the focus is seen on each.
func TestKeyboardReachesEverything(t *testing.T) {
	b := openPage(t, renderPlain(t, fixture(t, "vi")), 1340, 900)
	for _, r := range []string{"leader", "unit"} {
		b.address(t, "year=2025&unit=25-a&reader="+r)
		n := eval[int](t, b, `(() => {
			const top = document.querySelector("h1"); // always the same node
			top.tabIndex = -1;
			top.focus();
			for (const d of document.querySelectorAll("details")) d.open = true;
			layPanels();
			const usable = 'button, select, summary, [tabindex="0"], input, a[href]';
			window.wanted = [...document.querySelectorAll(usable)].filter((e) => !e.disabled && e.getClientRects().length && !e.closest("dialog"));
			if (!window.reached) document.addEventListener("focusin", (e) => {
				if (e.target === top) return; // where the way starts
				const look = getComputedStyle(e.target), r = e.target.getBoundingClientRect();
				reached.push({ node: e.target, seen: look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2 && r.width > 0 });
			});
			window.reached = [];
			return wanted.length;
		})()`)
		for range n {
			b.pressKey(t, "Tab", "Tab", 9, "")
		}
		for _, fault := range eval[[]string](t, b, `(() => {
			const faults = [], name = (e) => e && e.tagName + " " + (e.id || e.className) + " " + e.textContent.trim().slice(0, 30);
			wanted.forEach((e, i) => { if (reached[i]?.node !== e) faults.push(i + ": " + name(e) + " but " + name(reached[i]?.node)); });
			for (const r of reached) if (!r.seen) faults.push("the focus is not seen on " + name(r.node));
			const tops = ["header", "nav", "#headlines", "#panels"].map((s) => document.querySelector(s).getBoundingClientRect().top);
			if (tops.some((t, i) => i && t <= tops[i - 1])) faults.push("header, readers, headlines and panels do not follow one another");
			const panels = [...document.querySelectorAll("article:not([hidden])")].map((a) => Math.round(a.getBoundingClientRect().top));
			if (panels.some((t, i) => i && t < panels[i - 1])) faults.push("panels are seen in another order: " + panels);
			return faults.slice(0, 6);
		})()`) {
			t.Errorf("%s: %s", r, fault)
		}
	}
	b.clean(t)
}

// Enter and space work, and the focus stays on what was pressed when the page is drawn anew.
func TestFocusStays(t *testing.T) {
	b := openPage(t, renderPlain(t, fixture(t, "vi")), 1340, 900)
	press := map[string]func(){
		"Enter": func() { b.pressKey(t, "Enter", "Enter", 13, "\r") },
		"Space": func() { b.pressKey(t, " ", "Space", 32, " ") },
	}
	waitFor := func(js string) bool {
		for range 100 {
			if eval[bool](t, b, js) {
				return true
			}
			time.Sleep(30 * time.Millisecond)
		}
		return false
	}
	b.address(t, "reader=compiler&year=2025")
	eval[any](t, b, `for (const d of document.querySelectorAll("details")) d.open = true`)
	for _, s := range []struct{ name, focus, key, address, then string }{
		{"a row into the filter", `document.querySelector('[data-panel="level"] button.pick[data-pick="1"]').focus()`, "Enter", "level=tinh", `document.activeElement.matches('[data-panel="level"] button.pick[data-pick="1"]')`},
		{"and out of it", ``, "Space", "", `document.activeElement.matches('[data-panel="level"] button.pick[data-pick="1"]')`},
		{"patterns", `document.getElementById("patterns").focus()`, "Space", "patterns=1", `document.activeElement.id === "patterns"`},
		{"a reader", `document.querySelector('[data-reader="leader"]').focus()`, "Enter", "year=2025", `document.activeElement.dataset.reader === "leader"`},
		{"another way to cut the change", `document.querySelector('[data-change="unit"]').focus()`, "Enter", "change=unit", `document.activeElement.dataset.change === "unit"`},
		{"a row of it", `document.querySelectorAll('[data-panel="change"] button.pick')[1].focus()`, "Enter", "unit=", `document.activeElement !== document.body`},
		{"a chip", `document.querySelector(".chip").focus()`, "Enter", "", `document.activeElement.id === "reset"`},
	} {
		eval[any](t, b, s.focus+`; window.was = location.hash`)
		press[s.key]()
		if !waitFor(`location.hash !== was`) {
			t.Errorf("%s: %s does nothing", s.name, s.key)
			continue
		}
		eval[any](t, b, `new Promise((done) => requestAnimationFrame(() => setTimeout(done)))`)
		if hash := eval[string](t, b, `location.hash`); !strings.Contains(hash, s.address) {
			t.Errorf("%s: %s", s.name, hash)
		}
		if !eval[bool](t, b, s.then) {
			t.Errorf("%s: the focus is on %s", s.name, eval[string](t, b, `document.activeElement.outerHTML.slice(0, 120)`))
		}
	}
	b.clean(t)
}

// Each reader prints both ways, says what is filtered, and the page is as before when that is done.
func TestPaper(t *testing.T) {
	b := openPage(t, renderPlain(t, fixture(t, "vi")), 1340, 900)
	for _, r := range readers() {
		b.address(t, "year=2025&level=so&reader="+r.ID)
		before := b.tells(t)
		for _, lying := range []bool{false, true} {
			pdf := run(t, b, chromedp.PrintToPDF(chromedp.PDFPrintBackground(), func(p *cdppage.PrintToPDFParams) {
				yes := true
				p.PreferCSSPageSize, p.Landscape, p.PaperWidth, p.PaperHeight = &yes, &lying, 8.27, 11.69
			}))
			if !slices.Equal(pdf[:4], []byte("%PDF")) {
				t.Fatalf("%s: no PDF", r.ID)
			}
			if *shots != "" {
				b.keep(t, r.ID+strconv.FormatBool(lying)+".pdf", pdf)
			}
		}
		if after := b.tells(t); after != before {
			t.Errorf("%s: the page is another after printing", r.ID)
		}
		eval[any](t, b, `dispatchEvent(new Event("beforeprint"))`)
		for _, fault := range eval[[]string](t, b, paperFaults) {
			t.Errorf("%s: %s", r.ID, fault)
		}
		eval[any](t, b, `dispatchEvent(new Event("afterprint"))`)
	}
	b.clean(t)
}

// paperFaults: every picture is there for both ways of the sheet, in pieces that fit, with every row once; the filters are told.
const paperFaults = `(() => {
	const faults = [];
	for (const article of document.querySelectorAll("article:not([hidden])")) {
		const panel = shownPanels.get(article.dataset.panel);
		if (!panel.chart || isEmpty(panel)) continue;
		for (const [kind, sheet] of Object.entries(SHEETS)) {
			const pieces = [...article.querySelectorAll(".paper." + kind + " svg")], text = pieces.map((p) => p.textContent).join(" ").replace(/\s+/g, "");
			if (!pieces.length) faults.push(panel.id + " has no picture for paper");
			for (const p of pieces) if (p.height.baseVal.value > sheet.height + 120) faults.push(panel.id + " is " + p.height.baseVal.value + " high, " + kind);
			if (["bars", "rank"].includes(panel.chart.kind)) for (const r of drawnRows(panel)) if (!text.includes(r.label.replace(/\s+/g, ""))) faults.push(panel.id + " lacks " + r.label);
		}
	}
	const words = document.getElementById("paper-filters").textContent, foot = document.getElementById("paper-foot").textContent;
	for (const want of [state.words, "Sở, ngành", "2025"]) if (!words.includes(want) || !foot.includes(want)) faults.push("the sheet does not say " + want);
	return faults;
})()`
