package charts

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// processor is the time in seconds that the page's thread has worked since it was opened, whoever else uses the machine.
func (b *browser) processor(t testing.TB) float64 {
	t.Helper()
	for _, m := range call(t, b, performance.GetMetrics, cdp.Empty{}).Metrics {
		if m.Name == "TaskDuration" {
			return m.Value
		}
	}
	t.Fatal("no time of tasks")
	return 0
}

// BenchmarkSpeedOfPage measures and logs: how long until the first picture stands on a processor four times slower, and how long a
// filter takes. "Work" is processor time, which others do not stretch.
func BenchmarkSpeedOfPage(t *testing.B) {
	for _, page := range []struct {
		name string
		in   Input
	}{{"small office", fixture(t, "vi")}, {"200 units, 10 years, 60 forms", large(t, "vi")}} {
		html := renderPlain(t, page.in)
		b := openPage(t, []byte("<script>window.tdkt={ready:true}</script>"), 1340, 900)
		file := filepath.Join(t.TempDir(), "page.html")
		if err := os.WriteFile(file, html, 0o644); err != nil {
			t.Fatal(err)
		}
		call(t, b, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
		call(t, b, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4})
		before := b.processor(t)
		run(t, b, chromedp.Navigate("file://"+file))
		run(t, b, chromedp.Poll[bool]("window.tdkt && window.tdkt.ready", chromedp.WithPollingTimeout(60*time.Second)))
		first := eval[float64](t, b, `performance.getEntriesByName("first-picture")[0].startTime`)
		t.Logf("%s, %d bytes: first picture after %.0f ms of a clock at a quarter of the speed; %.0f ms of work for the whole page", page.name, len(html), first, 1000*(b.processor(t)-before))
		call(t, b, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 1})
		for _, reader := range []string{"leader", "compiler"} {
			b.address(t, "reader="+reader)
			for _, filter := range []string{"level=tinh", "kind=individual", "achievement=thuong_xuyen", "year=all", "boundaries=today"} {
				b.address(t, "reader="+reader+"&x=1")
				time.Sleep(300 * time.Millisecond)
				before := b.processor(t)
				took := eval[float64](t, b, fmt.Sprintf(`new Promise((done) => {
					const from = performance.now();
					addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - from))), { once: true });
					location.hash = "reader=%s&%s";
				})`, reader, filter))
				t.Logf("%s, %s, %s: %.0f ms of a clock, %.0f ms of work", page.name, reader, filter, took, 1000*(b.processor(t)-before))
			}
		}
	}
}
