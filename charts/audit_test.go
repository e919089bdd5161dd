package charts

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// What axe-core finds is told with the rule, the elements and what to do.
type axeFault struct {
	ID, Impact, Help string
	Nodes            []struct{ HTML, FailureSummary string }
}

// audit runs axe-core on the page as it stands: how many rules had something to look at, and what they found.
func audit(t *testing.T, b *browser) (passed int, faults []axeFault) {
	t.Helper()
	var found struct {
		Passed int
		Faults []axeFault
	}
	text := eval[string](t, b, `axe.run(document, { resultTypes: ["violations"], elementRef: false }).then((r) => JSON.stringify({ Passed: r.passes.length, Faults: r.violations }))`)
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		t.Fatal(err)
	}
	return found.Passed, found.Faults
}

// auditPage tells all that axe-core finds.
func auditPage(t *testing.T, b *browser, name string) {
	t.Helper()
	passed, faults := audit(t, b)
	if passed < 25 {
		t.Errorf("%s: only %d rules had anything to look at", name, passed)
	}
	for _, f := range faults {
		var where []string
		for _, n := range f.Nodes[:min(3, len(f.Nodes))] {
			where = append(where, n.HTML[:min(200, len(n.HTML))]+" => "+n.FailureSummary)
		}
		t.Errorf("%s: %s (%s), %d times: %s\n%s", name, f.ID, f.Impact, len(f.Nodes), f.Help, strings.Join(where, "\n"))
	}
}

// openForAudit opens a page with axe-core in it.
func openForAudit(t *testing.T, html []byte) *browser {
	t.Helper()
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	b := openPage(t, html, 1340, 900)
	eval[any](t, b, string(axe)+"\n;undefined")
	return b
}

// The audit has to be able to fail: it finds what is put into the page to be found, and nothing else.
func TestAuditSeesFaults(t *testing.T) {
	b := openForAudit(t, renderPlain(t, fixture(t, "vi")))
	b.address(t, "reader=leader&year=2025")
	for _, c := range []struct{ rule, plant string }{
		{"button-name", `document.createElement("button")`},
		{"color-contrast", `Object.assign(document.createElement("p"), { textContent: "Tổng số lượt" }); planted.style.color = "#bbb"`},
		{"image-alt", `document.createElement("img")`},
		{"select-name", `document.createElement("select")`},
		{"label", `document.createElement("input")`},
	} {
		eval[any](t, b, `window.planted = `+c.plant+`; document.querySelector("article:not([hidden]) .lead").after(planted); undefined`)
		var found []string
		_, faults := audit(t, b)
		for _, f := range faults {
			found = append(found, f.ID+" "+f.Impact)
		}
		if len(found) != 1 || !strings.HasPrefix(found[0], c.rule+" ") {
			t.Errorf("%s was planted, found is %q", c.rule, found)
		}
		eval[any](t, b, `planted.remove()`)
	}
	auditPage(t, b, "after the faults are gone")
}

// The dialog is used as a page of its own: axe-core finds nothing in it, from a figure to units, to a return, to its cells and back,
// on a desk and on a phone.
func TestDrillShutsNobodyOut(t *testing.T) {
	b := openForAudit(t, renderPlain(t, fixture(t, "vi")))
	for _, width := range []int64{1340, 360} {
		b.size(t, width, 800, 1)
		b.address(t, fmt.Sprintf("reader=compiler&year=2025&unit=25-a,26-a,25-b&w=%d", width))
		const inStep = `[...document.querySelectorAll("#figure-step button.drill")].find((b) => b.textContent.includes(%q)).click()`
		const card = `document.querySelector('[data-card="total"] button.figure')`
		total, unit := eval[string](t, b, card+".textContent"), eval[string](t, b, `data.units.find((u) => u.code === "25-a").label`)
		for i, step := range []struct{ heading, click string }{
			{total, card + ".click()"}, {unit, fmt.Sprintf(inStep, unit)}, {"Danh sách chung · 2025", fmt.Sprintf(inStep, "Danh sách chung · 2025")},
		} {
			eval[any](t, b, step.click)
			b.inDialog(t, step.heading)
			auditPage(t, b, fmt.Sprintf("step %d of the dialog, %d px", i+1, width))
		}
		eval[any](t, b, `document.getElementById("figure-back").click()`)
		b.inDialog(t, unit)
		auditPage(t, b, fmt.Sprintf("back in the dialog, %d px", width))
		eval[any](t, b, `document.getElementById("figure-close").click()`)
	}
	b.clean(t)
}

// Guards that those who hear the page, or see it badly, can use it: axe-core finds nothing on any reader, also with a filter
// on, with all tables open, in patterns, and on the page that goes back to a unit.
func TestNothingShutsReadersOut(t *testing.T) {
	in := fixture(t, "vi")
	var own bytes.Buffer
	if err := unitPage(&own, in, "25-a"); err != nil {
		t.Fatal(err)
	}
	for _, page := range []struct {
		name   string
		html   []byte
		hashes []string
	}{
		{"dashboard", renderPlain(t, in), []string{"reader=leader&patterns=1&level=tinh", "reader=compiler&year=2024", "reader=unit", "reader=unit&unit=25-a"}},
		{"page of a unit", own.Bytes(), []string{"year=2025"}},
	} {
		b := openForAudit(t, page.html)
		for _, width := range []int64{1340, 360} {
			b.size(t, width, 800, 1)
			for _, hash := range page.hashes {
				b.address(t, hash+fmt.Sprintf("&w=%d", width))
				eval[any](t, b, `for (const d of document.querySelectorAll("details")) d.open = true`)
				auditPage(t, b, fmt.Sprintf("%s, %s, %d px", page.name, hash, width))
			}
		}
		b.clean(t)
	}
}
