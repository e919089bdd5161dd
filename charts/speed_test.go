package charts

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/chromedp"
)

// processor is the time in milliseconds that the page's thread has worked since it was opened, whoever else uses the machine.
func (b *browser) processor(t testing.TB) float64 {
	t.Helper()
	for _, m := range call(t, b, performance.GetMetrics, cdp.Empty{}).Metrics {
		if m.Name == "TaskDuration" {
			return 1000 * m.Value
		}
	}
	t.Fatal("no time of tasks")
	return 0
}

// median is the middle of values.
func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// offices are those whose pages are measured.
func offices(t testing.TB) []struct {
	name string
	in   Input
} {
	return []struct {
		name string
		in   Input
	}{{"small", fixture(t, "vi")}, {"200-units-10-years-60-forms", large(t, "vi")}}
}

// BenchmarkFirstPicture opens the page on a processor four times slower: until the first picture is seen, until the page
// answers, and the work of the whole page. The median of five; "work" is processor time, which others do not stretch.
func BenchmarkFirstPicture(t *testing.B) {
	for _, office := range offices(t) {
		t.Run(office.name, func(t *testing.B) {
			html := render(t, office.in)
			b := openPage(t, []byte("<script>window.tdkt={ready:true}</script>"), 1340, 900)
			file := filepath.Join(t.TempDir(), "page.html")
			if err := os.WriteFile(file, html, 0o644); err != nil {
				t.Fatal(err)
			}
			call(t, b, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
			call(t, b, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: 4})
			var first, answers, work []float64
			for range 5 {
				run(t, b, chromedp.Navigate("about:blank"))
				before := b.processor(t)
				run(t, b, chromedp.Navigate("file://"+file))
				run(t, b, chromedp.Poll[bool]("window.tdkt && window.tdkt.ready", chromedp.WithPollingTimeout(60*time.Second)))
				mark := func(name string) float64 {
					return eval[float64](t, b, fmt.Sprintf(`performance.getEntriesByName(%q)[0].startTime`, name))
				}
				first, answers, work = append(first, mark("first-picture")), append(answers, mark("answers")), append(work, b.processor(t)-before)
			}
			t.ReportMetric(0, "ns/op")
			t.ReportMetric(median(first), "ms-first")
			t.ReportMetric(median(answers), "ms-answers")
			t.ReportMetric(median(work), "ms-work")
			t.ReportMetric(float64(len(html)), "B-page")
		})
	}
}

// BenchmarkFilter is a filter: from the change of the address until all that is on the screen shows it; the median of five.
func BenchmarkFilter(t *testing.B) {
	for _, office := range offices(t) {
		b := openPage(t, renderPlain(t, office.in), 1340, 900)
		call(t, b, performance.Enable, performance.EnableParams{TimeDomain: performance.EnableTimeDomainThreadTicks})
		for _, reader := range []string{"leader", "compiler", "unit"} {
			for _, filter := range []string{"level=tinh", "kind=individual", "achievement=thuong_xuyen", "form=" + theForm(t, b), "year=all", "boundaries=today"} {
				t.Run(office.name+"/"+reader+"/"+filter, func(t *testing.B) {
					from := "reader=" + reader
					if reader == "unit" {
						from += "&unit=" + theUnit(t, b)
					}
					var took, work []float64
					for range 5 {
						b.address(t, from)
						time.Sleep(200 * time.Millisecond)
						before := b.processor(t)
						took = append(took, eval[float64](t, b, fmt.Sprintf(`new Promise((done) => {
							const from = performance.now();
							addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(() => done(performance.now() - from))), { once: true });
							location.hash = %q;
						})`, from+"&"+filter)))
						work = append(work, b.processor(t)-before)
					}
					t.ReportMetric(0, "ns/op")
					t.ReportMetric(median(took), "ms")
					t.ReportMetric(median(work), "ms-work")
				})
			}
		}
	}
}

// theForm and theUnit are those with the most awards.
func theForm(t testing.TB, b *browser) string {
	return eval[string](t, b, `data.forms[[...new Selection(noFilter).by("form")].sort((a, b) => b[1] - a[1])[0][0]].code`)
}

func theUnit(t testing.TB, b *browser) string {
	return eval[string](t, b, `data.units[[...new Selection(noFilter).by("unit")].sort((a, b) => b[1] - a[1])[0][0]].code`)
}
