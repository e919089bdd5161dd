package charts

import (
	"context"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	cdpruntime "github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

var shots = flag.String("shots", "", "write pictures of the dashboard into this folder")

// browser is the page opened from disk in headless Chromium with the network off.
type browser struct {
	ctx      context.Context
	mu       sync.Mutex
	errors   []string // console errors and exceptions
	requests []string // anything asked for besides the file itself
}

func openPage(t testing.TB, html []byte, width, height int64) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("left out of short tests: the race detector sees nothing of a browser")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("no chromium here: the page was not opened in a browser")
	}
	file := filepath.Join(t.TempDir(), "index.html")
	if err := os.WriteFile(file, html, 0o644); err != nil {
		t.Fatal(err)
	}
	alloc, stopAlloc := chromedp.NewExecAllocator(context.Background(),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.Headless, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
		chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	t.Cleanup(stopAlloc)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	ctx, stopTimer := context.WithTimeout(ctx, 10*time.Minute)
	t.Cleanup(stopTimer)
	b := &browser{ctx: ctx}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatalf("browser: %v", err)
	}
	call(t, b, log.Enable, cdp.Empty{})
	call(t, b, network.Enable, network.EnableParams{})
	call(t, b, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Offline: true}}})
	call(t, b, network.OverrideNetworkState, network.OverrideNetworkStateParams{Offline: true})
	call(t, b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1, Mobile: width < 600})
	run(t, b, chromedp.Navigate("file://"+file+"#reader=compiler"))
	run(t, b, chromedp.Poll[bool]("window.tdkt && window.tdkt.ready", chromedp.WithPollingTimeout(20*time.Second)))
	return b
}

func (b *browser) listen(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *cdpruntime.EventExceptionThrown:
		text, _ := json.Marshal(e.ExceptionDetails)
		b.errors = append(b.errors, string(text))
	case *cdpruntime.EventConsoleAPICalled:
		if e.Type == cdpruntime.ConsoleAPICalledTypeError || e.Type == cdpruntime.ConsoleAPICalledTypeWarning {
			text, _ := json.Marshal(e.Args)
			b.errors = append(b.errors, string(text))
		}
	case *log.EventEntryAdded: // what the browser itself says, such as a breach of the page's policy
		b.errors = append(b.errors, e.Entry.Text)
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, "file:") && !strings.HasPrefix(u, "data:") {
			b.requests = append(b.requests, u)
		}
	}
}

func run[T any](t testing.TB, b *browser, action chromedp.Action[T]) T {
	t.Helper()
	v, err := chromedp.Run(b.ctx, action)
	if err != nil {
		b.mu.Lock()
		defer b.mu.Unlock()
		t.Fatalf("browser: %v (console: %v)", err, b.errors)
	}
	return v
}

func call[P, R any](t testing.TB, b *browser, cmd cdp.Command[P, R], params P) R {
	t.Helper()
	r, err := chromedp.Call(b.ctx, cmd, params)
	if err != nil {
		t.Fatalf("browser: %v", err)
	}
	return r
}

func eval[T any](t testing.TB, b *browser, js string) T {
	t.Helper()
	return run(t, b, chromedp.Evaluate[T](js, chromedp.EvalAwaitPromise))
}

func (b *browser) clean(t testing.TB) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if len(b.errors) > 0 || len(b.requests) > 0 {
		t.Errorf("console: %v; requests: %v", b.errors, b.requests)
	}
}

// keep writes a file into the folder of -shots.
func (b *browser) keep(t testing.TB, file string, content []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(*shots, file), content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// shoot writes a picture of the whole page, and its print as PDF, where -shots asks for it.
func (b *browser) shoot(t testing.TB, name string, pdf bool) {
	t.Helper()
	if *shots == "" {
		return
	}
	b.keep(t, name+".png", run(t, b, chromedp.FullScreenshot(100)))
	if pdf {
		b.keep(t, name+".pdf", run(t, b, chromedp.PrintToPDF(chromedp.PDFPrintBackground(), func(p *cdppage.PrintToPDFParams) { yes := true; p.PreferCSSPageSize = &yes })))
	}
}
