package charts

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// renderPlain is the page of which nothing is drawn before its script does, as that takes long.
func renderPlain(t testing.TB, in Input) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := DashboardWith(&b, in, Drawn{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var packedPart = regexp.MustCompile(`(?s)id="(tdkt-[a-z]+)">"([^"]*)"</script>`)

// spoken is a page with what stands packed in it, unpacked.
func spoken(t testing.TB, page []byte) string {
	t.Helper()
	var b strings.Builder
	b.Write(page)
	parts := packedPart.FindAllSubmatch(page, -1)
	if len(parts) != 5 {
		t.Fatalf("%d packed parts", len(parts))
	}
	for _, m := range parts {
		packed, err := base64.StdEncoding.DecodeString(html.UnescapeString(string(m[2])))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&b, flate.NewReader(bytes.NewReader(packed))); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

// address sets the address and waits until what it asks for is drawn.
func (b *browser) address(t testing.TB, hash string) {
	t.Helper()
	b.moved(t, fmt.Sprintf(`location.hash = %q`, hash))
}

// moved does something that changes the address, and gives the address when the page is drawn.
func (b *browser) moved(t testing.TB, js string) string {
	t.Helper()
	return eval[string](t, b, `new Promise((done) => {
		const before = location.hash, drawn = () => requestAnimationFrame(() => setTimeout(() => { drawRest(); layPanels(); done(location.hash); }));
		addEventListener("hashchange", drawn, { once: true });
		`+js+`;
		setTimeout(() => { if (location.hash === before) { removeEventListener("hashchange", drawn); done("unmoved"); } });
	})`)
}

func (b *browser) size(t *testing.T, width, height int64, scale float64) {
	t.Helper()
	call(t, b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: scale, Mobile: width < 600})
	eval[any](t, b, `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`)
}

// Every picture says in words what it shows, and the same figures stand in a table.
func TestPicturesHaveNamesAndTwins(t *testing.T) {
	b := openPage(t, renderPlain(t, fixture(t, "vi")), 1340, 900)
	for _, r := range readers() {
		b.address(t, "unit=25-a&reader="+r.ID)
		for _, fault := range eval[[]string](t, b, `[...document.querySelectorAll("article:not([hidden]) .chart:not([hidden])")].flatMap((box) => {
			const article = box.closest("article"), title = article.querySelector("h2").textContent, lead = article.querySelector(".lead").textContent;
			const label = box.getAttribute("aria-label"), faults = [];
			if (box.getAttribute("role") !== "img" || !label.includes(title) || !label.includes(lead)) faults.push(title + " is called " + label);
			const table = article.querySelector("table");
			if (!table || !table.caption.textContent.startsWith(title) || !table.tBodies[0].rows.length) faults.push(title + " has no table");
			return faults;
		})`) {
			t.Errorf("%s: %s", r.ID, fault)
		}
	}
	if live := eval[string](t, b, `document.getElementById("sentences").getAttribute("aria-live")`); live != "polite" {
		t.Errorf("the sentences are %q", live)
	}
}

// Letters twice as large, and a phone: the page is never wider than the screen, no text is cut or lies on another, and what
// scrolls by itself can be reached and shows that it goes on.
func TestNothingIsCut(t *testing.T) {
	b := openPage(t, renderPlain(t, fixture(t, "vi")), 1340, 900)
	for _, s := range []struct {
		name          string
		width, height int64
		scale         float64
	}{{"200 % of 1280", 640, 450, 2}, {"phone", 360, 740, 1}, {"desktop", 1340, 900, 1}, {"projector", 1920, 1080, 1}} {
		b.size(t, s.width, s.height, s.scale)
		for _, r := range readers() {
			b.address(t, fmt.Sprintf("reader=%s&unit=25-a&level=so&w=%d", r.ID, s.width))
			for _, fault := range eval[[]string](t, b, cutTexts) {
				t.Errorf("%s, %s: %s", s.name, r.ID, fault)
			}
		}
	}
	b.size(t, 360, 740, 1)
	b.address(t, "reader=compiler")
	if !eval[bool](t, b, `(() => {
		const table = document.querySelector('[data-panel="cluster"] .table');
		return table.scrollWidth > table.clientWidth && table.tabIndex === 0 && getComputedStyle(table).backgroundAttachment.includes("local");
	})()`) {
		t.Error("a table wider than the phone does not show that it goes on")
	}
	b.clean(t)
}

const cutTexts = `(() => {
	const faults = [], page = document.documentElement;
	if (page.scrollWidth > page.clientWidth) faults.push("the page is " + page.scrollWidth + " wide");
	const seen = [...document.querySelectorAll("h1, h2, p, button, select, label, summary, li, th, td")].filter((e) => e.getClientRects().length && !e.closest("dialog, caption"));
	for (const e of seen) {
		if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow !== "visible" && e.tagName !== "SELECT") faults.push("cut: " + e.textContent.slice(0, 40));
		const r = e.getBoundingClientRect();
		if (!e.closest(".table") && r.right > page.clientWidth + 1) faults.push("beyond the edge: " + e.textContent.slice(0, 40));
	}
	const boxes = [...document.querySelectorAll("article:not([hidden]), .card, header, nav, #sentences, footer")].filter((e) => e.getClientRects().length);
	for (const [i, a] of boxes.entries()) for (const b of boxes.slice(i + 1)) {
		const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
		if (Math.min(p.right, q.right) - Math.max(p.left, q.left) > 1 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 1) faults.push("on one another: " + a.textContent.slice(0, 30) + " / " + b.textContent.slice(0, 30));
	}
	return [...new Set(faults)].slice(0, 5);
})()`

// Patterns are for those who cannot tell the colours: every part of a bar looks different, and the provisional is still hatched.
func TestPatternsOnDemand(t *testing.T) {
	b := openPage(t, renderPlain(t, fixture(t, "vi")), 1340, 900)
	decals := func(panel string) []string {
		return eval[[]string](t, b, `drawnCharts.get("`+panel+`").getOption().series.flatMap((s) => s.data.map((d) => JSON.stringify(d.itemStyle.decal ?? null)))`)
	}
	b.address(t, "reader=compiler&year=2024")
	if plain := decals("class"); slices.ContainsFunc(plain, func(d string) bool { return d != "null" }) {
		t.Errorf("patterns that nobody asked for: %v", plain)
	}
	if hash := b.moved(t, `document.getElementById("patterns").click()`); !strings.Contains(hash, "patterns=1") || eval[string](t, b, `document.getElementById("patterns").getAttribute("aria-pressed")`) != "true" {
		t.Errorf("patterns are asked for, the address is %s", hash)
	}
	parts := decals("class")
	slices.Sort(parts)
	if unlike := slices.Compact(slices.Clone(parts)); len(parts) < 6 || len(unlike) != len(parts) {
		t.Errorf("two parts look alike: %v", parts)
	}
	if n := eval[int](t, b, `new Set([...document.querySelectorAll('[data-panel="class"] tbody .swatch')].map((s) => getComputedStyle(s).backgroundImage)).size`); n < 6 {
		t.Errorf("%d looks in the key of six", n)
	}
	b.address(t, "reader=compiler&year=2025&patterns=1")
	hatch := eval[string](t, b, `JSON.stringify(data.look.hatch)`)
	for _, panel := range []string{"class", "people"} {
		if got := decals(panel); !slices.ContainsFunc(got, func(d string) bool { return sameDecal(t, d, hatch) }) {
			t.Errorf("%s: a provisional year without its hatch: %v", panel, got)
		}
	}
	b.shoot(t, "patterns", false)
	b.clean(t)
}

func sameDecal(t *testing.T, a, b string) bool {
	t.Helper()
	var x, y map[string]any
	if json.Unmarshal([]byte(a), &x) != nil || json.Unmarshal([]byte(b), &y) != nil {
		t.Fatal(a, b)
	}
	return x["rotation"] == y["rotation"] && x["symbol"] == y["symbol"] && x["color"] == y["color"]
}
