package charts

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// press presses a key where the focus is.
func (b *browser) press(t *testing.T, key string) {
	t.Helper()
	run(t, b, chromedp.KeyEvent(key))
	eval[bool](t, b, `new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(true), 50)))`)
}

// tabTo goes on with the tab key until what has the focus says so.
func (b *browser) tabTo(t *testing.T, text string) {
	t.Helper()
	for range 80 {
		if eval[string](t, b, focused) == text {
			return
		}
		b.press(t, kb.Tab)
	}
	t.Fatalf("the tab key does not come to %q", text)
}

const focused = `document.activeElement.textContent.trim()`

// inDialog waits for a heading and gives the words of the step.
func (b *browser) inDialog(t *testing.T, heading string) string {
	t.Helper()
	const words = `(() => { const d = document.getElementById("figure"); return d.open ? document.getElementById("figure-step").innerText : "shut"; })()`
	for range 100 {
		if got := eval[string](t, b, words); strings.HasPrefix(got, heading) && !strings.Contains(got, "Đang mở") {
			return got
		}
	}
	t.Fatalf("the dialog does not come to %q but says %q", heading, eval[string](t, b, words))
	return ""
}

// From a figure to its units, a return and its cells, and back to the figure, without a mouse: who cannot use one must be able to
// check a figure as well.
func TestDrillByKeyboard(t *testing.T) {
	b := openPage(t, render(t, fixture(t, "vi")), 1366, 900)
	eval[bool](t, b, `new Promise((done) => { addEventListener("hashchange", () => setTimeout(() => { drawRest(); done(true); }), { once: true }); location.hash = "#reader=compiler&year=2025&unit=25-a,26-a,25-b"; })`)
	eval[any](t, b, `document.querySelector('[data-card="total"] button.figure').focus()`)
	total := eval[string](t, b, focused)
	b.press(t, kb.Enter)
	units := b.inDialog(t, total)
	if eval[string](t, b, focused) != total || eval[string](t, b, `document.activeElement.tagName`) != "H3" {
		t.Errorf("the focus is on %q, not on the heading", eval[string](t, b, focused))
	}
	if got := eval[bool](t, b, `document.getElementById("figure-trace").hidden`); !got {
		t.Error("a command is given for several units, which no mart adds up")
	}
	unit := eval[string](t, b, `data.units.find((u) => u.code === "25-a").label`)
	if !strings.Contains(units, unit) || strings.Count(units, "\n") < 5 {
		t.Errorf("the units are %q", units)
	}
	b.tabTo(t, unit)
	b.press(t, kb.Enter)
	if got := b.inDialog(t, unit); !strings.Contains(got, "2025/r-25-a-2025.xlsx") || !strings.Contains(got, "Được chấp nhận") {
		t.Errorf("the returns are %q", got)
	}
	if got := eval[string](t, b, `document.getElementById("figure-command").value`); got != `tdkt trace "mart_unit_year/award_count?award_year=2025&unit_code=25-a"` {
		t.Errorf("the command of the unit is %s", got)
	}
	b.tabTo(t, "Danh sách chung · 2025")
	b.press(t, kb.Enter)
	if got := b.inDialog(t, "Danh sách chung · 2025"); !strings.Contains(got, "Danh sách\tH\t10–") {
		t.Errorf("the cells are %q", got)
	}
	b.shoot(t, "drill", false)
	for _, back := range []string{"Danh sách chung · 2025", unit} { // the row that led on has the focus again
		b.tabTo(t, "Quay lại")
		b.press(t, kb.Enter)
		if got := eval[string](t, b, focused); got != back {
			t.Errorf("going back, the focus is on %q, not on %q", got, back)
		}
	}
	b.press(t, kb.Escape)
	if got := eval[string](t, b, `document.getElementById("figure").open + " " + `+focused); got != "false "+total {
		t.Errorf("after Escape: open and focus %q, want the figure %q", got, total)
	}
	b.clean(t)
}
