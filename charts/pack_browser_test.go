package charts

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// packedPage is a page that holds nothing but packed cubes and the script that reads them, under the policy of the dashboard.
func packedPage(t testing.TB, f figures) []byte {
	t.Helper()
	raw, err := pack(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := deflate(raw)
	if err != nil {
		t.Fatal(err)
	}
	script, err := joined([]string{"inflate.js", "pack.js"})
	if err != nil {
		t.Fatal(err)
	}
	script += `
window.tdkt = { ready: true, async take() {
	const start = performance.now();
	const bytes = await inflate(document.getElementById("tdkt-cubes").textContent);
	const inflated = performance.now();
	const { award, people } = cubesOf(bytes);
	const unpacked = performance.now();
	const sum = (column) => column.reduce((a, b) => a + Math.max(b, 0), 0);
	return { inflate: inflated - start, unpack: unpacked - inflated, awards: sum(award.count), of_people: sum(people.m.award_count), rows: award.n + people.n };
}, async fails() { const was = window.DecompressionStream; delete window.DecompressionStream; try { await inflate("AA=="); return ""; } catch (e) { return e.message; } finally { window.DecompressionStream = was; } } };`
	return fmt.Appendf(nil, `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src %s; img-src data:">
<script type="application/octet-stream" id="tdkt-cubes">
%s
</script><script>%s</script>`, scriptHash(script), text, script)
}

type taken struct {
	Inflate, Unpack float64 // milliseconds
	Awards          int64
	OfPeople        int64 `json:"of_people"`
	Rows            int
}

// The browser reads the cubes from a file on disk, under the policy that lets nothing in; one that cannot says so in words.
func TestBrowserUnpacks(t *testing.T) {
	f, err := gather(fixture(t, "vi"))
	if err != nil {
		t.Fatal(err)
	}
	b := openPage(t, packedPage(t, f), 800, 600)
	want := sum(f.Award, posAwards, func([]any) bool { return true })
	if got := eval[taken](t, b, "tdkt.take()"); got.Awards != want || got.OfPeople != want || got.Rows != len(f.Award)+len(f.people()) {
		t.Errorf("%+v, want %v awards", got, want)
	}
	key := eval[string](t, b, "tdkt.fails()")
	if text := readTexts(t, "vi")[key]; text == "" {
		t.Errorf("an old browser is told %q", key)
	}
	b.clean(t)
}

// The cubes of the large office on a machine four times as slow: they have to be there well within a second.
func TestBrowserUnpacksALargeOffice(t *testing.T) {
	if testing.Short() {
		t.Skip("left out of short tests: the office is large")
	}
	f, err := gather(large(t, "vi"))
	if err != nil {
		t.Fatal(err)
	}
	b := openPage(t, packedPage(t, f), 800, 600)
	for _, rate := range []float64{4, 1, 4} {
		call(t, b, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
		got := eval[taken](t, b, "tdkt.take()")
		t.Logf("%v times as slow: %.0f ms to inflate, %.0f ms to columns, %d rows", rate, got.Inflate, got.Unpack, got.Rows)
		if want := sum(f.Award, posAwards, func([]any) bool { return true }); got.Awards != want || got.OfPeople == 0 {
			t.Errorf("%d awards, want %v", got.Awards, want)
		}
	}
	b.clean(t)
}
